import { randomUUID } from 'node:crypto';
import { type ExecutionResult, parse } from 'graphql';
import { inject } from 'vitest';
import { counts } from '../../gateway/access/statistics-alone.ts';
import { everyScopeOf } from '../../gateway/access/system-viewer.ts';
import { gatewayConfig } from '../../gateway/config.ts';
import { createHub } from '../../gateway/hub.ts';
import { fieldScopes } from '../../gateway/plan/field-scopes.ts';
import { setUpDepartments } from '../../gateway/start/set-up-departments.ts';
import { setUpHub } from '../../gateway/start/set-up-hub.ts';
import { type OpenRegisters, openDatabases } from '../../schema/register/open-databases.ts';
import { purposeOf, unwrittenPolicy } from '../kit/unwritten-policy.ts';

/** What operations about figures ask for. */
const FIGURES = /Statistics\(|openAtDayEnd|organizationAssessment/;

/** A hub in this process, over the running hub's registers, for whoever needs what no purpose allows. */
export interface OpenHub {
  readonly registers: OpenRegisters;
  /** Asks with every scope there is, within the areas alone. */
  ask(operation: string, variables: Record<string, unknown>, areas?: readonly string[]): Promise<OpenAnswer>;
  close(): Promise<void>;
}

/** An answer, and the statements that each department's register was sent for it. */
export interface OpenAnswer extends ExecutionResult {
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects by its assertions.
  readonly data: any;
  readonly statements: Readonly<Record<string, readonly string[]>>;
}

/** Opens it; close it when the tests are done. */
export async function openHub(): Promise<OpenHub> {
  const { dataDirectory } = inject('runningHub');
  const registers = await openDatabases({ config: { dataDirectory, databaseUrls: new Map() } });
  const departments = await setUpDepartments(registers, dataDirectory, gatewayConfig({}));
  const { engine, supergraph } = await setUpHub(departments, registers);
  const required = fieldScopes(supergraph);
  const everything = everyScopeOf(required);
  // No purpose opens figures beside people.
  const opening = (code: string, scopes: readonly string[]) => purposeOf({ code, personas: ['tester'], scopes });
  const records = opening(
    'records',
    everything.filter((scope) => !counts(scope)),
  );
  const figures = opening('figures', everything.filter(counts));
  const hub = createHub({
    engine,
    transports: new Map(departments.map(({ transport }) => [transport.department, transport])),
    ...unwrittenPolicy(records, figures),
    // Nothing of this leaves the test, so the running hub's log stays as its own requests made it.
    log: { append: async () => undefined },
    rules: { required, ownerOf: () => undefined },
  });
  return {
    registers,
    async ask(source, variables, areas = ['330803']) {
      const watches = [...registers.databases].map(([name, database]) => ({ name, watch: database.watch() }));
      const answer = await hub.answer({
        document: parse(source),
        source,
        operationName: undefined,
        variables,
        identity: {
          user: 'tester',
          client: 'tester',
          persona: 'tester',
          organization: null,
          department: null,
          person: null,
          areas,
          scopes: everything,
        },
        stated: {
          request: randomUUID(),
          purpose: FIGURES.test(source) ? figures.code : records.code,
          caseNumber: undefined,
        },
      });
      for (const { watch } of watches) watch.stop();
      const statements = Object.fromEntries(watches.map(({ name, watch }) => [name, watch.texts]));
      return { ...answer, data: answer.data, statements };
    },
    close: () => registers.close(),
  };
}
