import type { OpenRegisters } from '../../schema/register/open-databases.ts';
import { statement } from '../../schema/register/statement.ts';
import { openGlassRegister } from '../access/glass-register.ts';
import { openPolicyStore } from '../access/policy-store.ts';
import { openSelfOpenings } from '../access/self-openings.ts';
import { lastingStanding } from '../access/standing/lasting-standing.ts';
import { openStanding, type ReadStanding } from '../access/standing/standing.ts';
import { type GatewayConfig, POLICY_DEPARTMENT } from '../config.ts';
import { createEngine, type Engine } from '../execute/engine.ts';
import { createHub, type LiveHub } from '../hub.ts';
import { openDisclosureLog } from '../ledger/disclosure-log.ts';
import { faultName, logger } from '../log.ts';
import { showGaugesOf } from '../observe/gauges.ts';
import { composeSupergraph } from '../plan/compose.ts';
import { fieldOwners } from '../plan/field-owners.ts';
import { fieldScopes } from '../plan/field-scopes.ts';
import { leaveSlowAlone } from '../transport/leave-slow-alone.ts';
import type { TransportLimits } from '../transport/limits.ts';
import type { Transport } from '../transport/transport.ts';
import { UsualPace } from '../transport/usual-pace.ts';
import type { Department } from './set-up-departments.ts';
import type { RunningLedger } from './set-up-ledger.ts';

/** The hub, ready to answer, and what it was built from. */
export interface RunningHub {
  readonly hub: LiveHub;
  readonly engine: Engine;
  readonly supergraph: string;
  /** The ledger whose heads are signed here; none where a hub only borrows the registers. */
  readonly ledger?: RunningLedger | undefined;
  /** What is held against tokens and certificates at this moment. */
  readonly standing: ReadStanding;
  /** Resolves where the register of purposes and disclosures answers, without which no request can be answered. */
  answers(): Promise<unknown>;
}

const nothing = statement<never>('SELECT 1');

/** Composes the departments and puts access, engine and ledger together. */
export async function setUpHub(
  departments: readonly Department[],
  registers: OpenRegisters,
  { transport, ledger }: Partial<Pick<GatewayConfig, 'transport'>> & { readonly ledger?: RunningLedger } = {},
): Promise<RunningHub> {
  const supergraph = composeSupergraph(departments.map(({ subgraph }) => subgraph));
  const engine = createEngine({ supergraph });
  showGaugesOf({ engine, databases: registers.databases });
  const policyDatabase = registers.database(POLICY_DEPARTMENT);
  const pace = new UsualPace();
  const hub = createHub({
    engine,
    transports: new Map(
      departments.map(({ transport: way }) => [way.department, transport ? guarded(way, pace, transport) : way]),
    ),
    policy: openPolicyStore(policyDatabase),
    glass: openGlassRegister(policyDatabase),
    selfOpenings: openSelfOpenings(policyDatabase),
    log: ledger?.log ?? openDisclosureLog(policyDatabase),
    rules: { required: fieldScopes(supergraph), ownerOf: fieldOwners(supergraph) },
    deadlineMs: transport?.requestDeadlineMs,
    onFault: (fault) => logger.error({ fault: faultName(fault) }, 'the ledger cannot be written'),
  });
  const standing = lastingStanding(openStanding(policyDatabase));
  return { hub, engine, supergraph, ledger, standing, answers: () => policyDatabase.query(nothing, []) };
}

/** A way to a department on which nobody waits for it once it is known to be slow. */
const guarded = (transport: Transport, pace: UsualPace, { slowFetchMs, breakerPauseMs }: TransportLimits): Transport =>
  leaveSlowAlone(transport, pace, {
    slowMs: slowFetchMs,
    pauseMs: breakerPauseMs,
    onChange: (slow) => logger.warn({ department: transport.department, slow }, 'department'),
  });
