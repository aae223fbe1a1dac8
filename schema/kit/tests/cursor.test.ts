import { expect, it } from 'vitest';
import { viewer } from '../../../tests/kit/viewer.ts';
import type { Database } from '../../register/database.ts';
import { SubgraphContext } from '../context.ts';
import { openCursor, sealCursor } from '../cursor.ts';
import { ringOfSecrets } from '../keys/secret-ring.ts';
import type { Viewer } from '../viewer.ts';

const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const of = (changes: Partial<Viewer>, keys = ringOfSecrets(first)) =>
  new SubgraphContext(viewer(changes), {} as Database, keys);
const handler = { user: 'wei', organization: 'CENTER', matter: { caseNumber: 'C1', persons: [], households: [] } };

it.each<[string, Partial<Viewer>]>([
  ['user', { user: 'lu' }],
  ['client', { client: 'another' }],
  ['organization', { organization: 'TOWN' }],
  ['purpose', { purpose: 'docket' }],
  ['matter', { matter: { ...handler.matter, caseNumber: 'C2' } }],
  ['area', { areas: ['330803001'] }],
])('refuses a cursor that was given for another %s', (_, change) => {
  const cursor = sealCursor(of(handler), 'cases', ['2026-01-01', 'C9']);
  expect(openCursor(of(handler), 'cases', cursor)).toEqual(['2026-01-01', 'C9']);
  expect(() => openCursor(of({ ...handler, ...change }), 'cases', cursor)).toThrow('Expected a cursor');
});

it('opens a cursor from before a rotation until its key is retired', () => {
  const cursor = sealCursor(of(handler), 'cases', ['C9']);
  expect(openCursor(of(handler, ringOfSecrets(second, first)), 'cases', cursor)).toEqual(['C9']);
  expect(() => openCursor(of(handler, ringOfSecrets(second)), 'cases', cursor)).toThrow('Expected a cursor');
});
