import { type DocumentNode, type ExecutionResult, type GraphQLError, getOperationAST } from 'graphql';
import type { SourceEvent } from '../schema/kit/event-queue.ts';
import type { GlassRegister } from './access/break-glass.ts';
import { type FindMatter, type Grant, grant, type Statement } from './access/grant.ts';
import type { Identity } from './access/identity.ts';
import { LOOKUP_SCOPE, lookupsIn } from './access/lookups.ts';
import type { MatterAnswer } from './access/matter.ts';
import type { PolicyStore } from './access/purpose.ts';
import { refusedByScope } from './access/refused-by-scope.ts';
import { isSealed, type SelfOpenings } from './access/self-openings.ts';
import { besideFigures } from './access/statistics-alone.ts';
import { everyScopeOf, systemViewer } from './access/system-viewer.ts';
import type { GraphRules } from './access/withdrawn.ts';
import type { Engine } from './execute/engine.ts';
import type { DisclosureLog } from './ledger/disclosure-log.ts';
import { statisticsGoOn } from './ledger/statistics-go-on.ts';
import { nothingTold, withoutPeople } from './ledger/without-people.ts';
import type { RequestRecord } from './observe/request-record.ts';
import type { Refused } from './plan/refused.ts';
import { startDeadline } from './transport/deadline.ts';
import { type DepartmentDisclosure, requestFetch } from './transport/request-fetch.ts';
import { createSourceDates } from './transport/source-dates.ts';
import { addDates, isSourceFailure, sourceReport } from './transport/source-report.ts';
import type { Transport } from './transport/transport.ts';

/** A validated operation and who sends it. */
export interface HubRequest {
  readonly document: DocumentNode;
  readonly source: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly identity: Identity;
  readonly stated: Statement;
  /** Whether the answer tells how each department did. */
  readonly tellSources?: boolean | undefined;
  /** The event that a subscription is answered for. */
  readonly event?: SourceEvent | undefined;
  /** Where it is noted what may be told of the request. */
  readonly record?: RequestRecord | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the hub is made of. */
export interface HubParts {
  readonly engine: Engine;
  readonly transports: ReadonlyMap<string, Transport>;
  readonly policy: PolicyStore;
  /** Where the glass is broken. */
  readonly glass: GlassRegister;
  readonly selfOpenings: SelfOpenings;
  readonly log: DisclosureLog;
  /** What each coordinate asks for, and who answers it. */
  readonly rules: GraphRules;
  /** How long a request may take; what is unanswered then is SOURCE_UNAVAILABLE. */
  readonly deadlineMs?: number | undefined;
  /** Is told of a ledger that cannot be written. */
  readonly onFault?: ((fault: unknown) => void) | undefined;
}

const DEADLINE_MS = 10_000;
const UNAVAILABLE = 'LEDGER_UNAVAILABLE' as const;

/** Answers requests over the departments: access, plan, execution, ledger, in this order. */
export interface Hub {
  answer(request: HubRequest): Promise<ExecutionResult>;
  /** Runs a trusted operation of the hub itself; nothing of it may reach a client unseen by access. */
  internal(source: string, variables: Record<string, unknown>): Promise<ExecutionResult>;
}

/** The events of a subscription, or why there are none. */
export type Subscribed =
  | { readonly events: AsyncIterableIterator<SourceEvent> }
  | { readonly errors: readonly GraphQLError[] };

/** A hub whose departments tell of changes. */
export interface LiveHub extends Hub {
  /** Opens the events of a subscription that its sender may see now; each is answered by itself, by `answer`. */
  subscribe(request: HubRequest): Promise<Subscribed>;
}

export function createHub(parts: HubParts): LiveHub {
  const {
    engine,
    transports,
    policy,
    glass,
    selfOpenings,
    log,
    rules,
    deadlineMs = DEADLINE_MS,
    onFault = () => undefined,
  } = parts;
  const { required } = rules;
  const mayStandBeside = besideFigures(required);
  const everyScope = everyScopeOf(required);
  const internal = (source: string, variables: Record<string, unknown>, signal?: AbortSignal) => {
    const { fetch } = requestFetch(transports, systemViewer(everyScope), signal);
    return engine.execute(engine.internal(source), variables, fetch, signal);
  };
  const sourceDates = createSourceDates(internal);
  const matterFinder =
    (signal: AbortSignal): FindMatter =>
    async (lookup, key) => {
      const { data, errors } = await internal(lookup, { key }, signal);
      if (!data?.matter && errors?.some(({ extensions }) => String(extensions.code).startsWith('SOURCE_'))) {
        return 'SOURCE_UNAVAILABLE';
      }
      return (data?.matter ?? null) as MatterAnswer | null;
    };
  const lasting = statisticsGoOn(policy);
  const grantOf = async ({ document, operationName, identity, stated }: HubRequest, signal: AbortSignal) => {
    const { policy: rulesNow, isWhole } = await lasting(identity.figuresAlone);
    const now = { ...policy, policy: () => Promise.resolve(rulesNow) };
    const granted = await grant(identity, stated, {
      policy: now,
      glass,
      findMatter: matterFinder(signal),
      rules,
      besideFigures: mayStandBeside,
    });
    // While nobody can tell what a purpose allows, there is open reference data.
    if (!isWhole && stated.purpose && !granted.purpose) return { ...granted, refusal: UNAVAILABLE };
    return withinLookupLimit(granted, lookupsIn(document, operationName, required), policy);
  };
  const execute = async (request: HubRequest, { viewer }: Grant, refused: Refused, signal: AbortSignal) => {
    const { document, source, operationName, variables, event, record } = request;
    const prepared = engine.prepare(document, source, operationName, refused);
    const fetched = requestFetch(transports, viewer, signal, event, record);
    return { ...fetched, result: await engine.execute(prepared, variables, fetched.fetch, signal) };
  };
  const isEntered = async (granted: Grant, disclosures: readonly DepartmentDisclosure[]): Promise<boolean> => {
    try {
      await noteSelfOpening(granted, disclosures);
      await log.append(granted.viewer, disclosures);
      return true;
    } catch (fault) {
      onFault(fault);
      return false;
    }
  };
  const answer = async (request: HubRequest, signal: AbortSignal): Promise<ExecutionResult> => {
    const { tellSources = false, record, document, operationName } = request;
    const granted = await grantOf(request, signal);
    record?.grantedFor(granted.viewer.purpose);
    const refused = refusedByScope(granted, required);
    let executed = await execute(request, granted, refused, signal);
    if (!(await isEntered(granted, executed.disclosures()))) {
      // What changed something is not done twice.
      if (getOperationAST(document, operationName)?.operation === 'mutation') return nothingTold();
      executed = await execute(request, granted, withoutPeople(refused, granted.viewer, required), signal);
      if (executed.disclosures().length > 0) return nothingTold();
    }
    const { result, latencies } = executed;
    const { errors = [] } = result;
    if (!tellSources && !errors.some(isSourceFailure)) return result;
    const dates = await sourceDates();
    addDates(errors, dates);
    return tellSources ? { ...result, extensions: { sources: sourceReport(latencies(), errors, dates) } } : result;
  };
  const noteSelfOpening = async (
    { viewer, purpose, selfAccepted }: Grant,
    disclosures: readonly DepartmentDisclosure[],
  ): Promise<void> => {
    if (!selfAccepted || !purpose?.selfOpening) return;
    if (!disclosures.some(({ fields }) => isSealed(fields, viewer, required))) return;
    await selfOpenings.note(viewer, purpose.selfOpening);
  };
  const subscribe = async (request: HubRequest, signal: AbortSignal): Promise<Subscribed> => {
    const { document, source, operationName, variables } = request;
    const granted = await grantOf(request, signal);
    const prepared = engine.prepare(document, source, operationName, refusedByScope(granted, required));
    const opened = engine.subscriptionSource(prepared, variables);
    if ('errors' in opened) return opened;
    const transport = transports.get(opened.subgraph);
    if (!transport) throw new Error(`Expected a transport to ${opened.subgraph}.`);
    return { events: await transport.subscribe(opened.request, granted.viewer, signal) };
  };
  const inTime = async <Result>(request: HubRequest, work: (signal: AbortSignal) => Promise<Result>) => {
    const deadline = startDeadline(deadlineMs, request.signal);
    try {
      return await work(deadline.signal);
    } finally {
      deadline.end();
    }
  };
  return {
    internal,
    subscribe: (request) => inTime(request, (signal) => subscribe(request, signal)),
    answer: (request) => inTime(request, (signal) => answer(request, signal)),
  };
}

/** Takes the look-up scope away where the user has used up this hour's look-ups. */
async function withinLookupLimit(granted: Grant, lookups: number, policy: PolicyStore): Promise<Grant> {
  const { purpose, viewer } = granted;
  if (lookups === 0 || !viewer.scopes.includes(LOOKUP_SCOPE) || !purpose?.lookupsPerHour) return granted;
  if ((await policy.countLookups(viewer.user, lookups)) <= purpose.lookupsPerHour) return granted;
  const scopes = viewer.scopes.filter((scope) => scope !== LOOKUP_SCOPE);
  return { ...granted, viewer: { ...viewer, scopes }, refusal: 'LOOKUP_LIMIT' };
}
