import { parentPort, workerData } from 'node:worker_threads';
import { chooseAlternatives } from './alternatives.ts';
import type { CountedKind } from './kinds.ts';

parentPort?.postMessage(chooseAlternatives(workerData as readonly CountedKind[]), []);
