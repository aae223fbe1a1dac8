import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExecutionResult, type GraphQLError, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { departmentTitle } from '../../../schema/departments.ts';
import { instantText } from '../../../schema/kit/calendar/day.ts';
import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import { type Checkpoints, wholeNote } from '../../../schema/ledger/checkpoints.ts';
import type { Extract } from '../../../schema/ledger/extract.ts';
import { type NoteKey, writeNoteKey } from '../../../schema/ledger/note.ts';
import type { Database } from '../../../schema/register/database.ts';
import type { Identity } from '../../access/identity.ts';
import { Refusal } from '../../http/refusal.ts';
import { send } from '../../http/respond.ts';
import type { Hub } from '../../hub.ts';
import { extractPage } from './extract-page.ts';
import { provenEntries, type ToldEntry } from './proven-entries.ts';

/** What the route needs of the hub. */
export interface ExtractRouteParts {
  readonly hub: Pick<Hub, 'answer'>;
  readonly schema: GraphQLSchema;
  readonly database: Database;
  readonly checkpoints: Checkpoints;
  readonly keys: () => Promise<readonly NoteKey[]>;
}

/** Answers with the page of whoever asks; throws a {@link Refusal}. */
export type ExtractRoute = (request: IncomingMessage, response: ServerResponse, identity: Identity) => Promise<void>;

interface TellingEntry extends ToldEntry {
  readonly department: string;
  readonly fields: readonly string[];
  readonly purpose: { readonly code: string; readonly title: string; readonly titleZh: string };
}

interface AnsweredPerson {
  readonly id: string;
  readonly disclosures: {
    readonly totalCount: number;
    readonly nodes: readonly TellingEntry[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  } | null;
}

interface Told {
  readonly id: string;
  readonly totalCount: number;
  readonly nodes: readonly TellingEntry[];
}

/** What prints on one sheet of A4. */
const ENTRIES = 20;
const PAGES = 50;
const LARGEST_READ = 100;
const EXTRACT = `query Extract($person: ID!, $first: Int!, $after: String) { person(id: $person) { id
  disclosures(first: $first, after: $after) { totalCount nodes { id at department fields purpose { code title titleZh } }
    pageInfo { hasNextPage endCursor } } } }`;

/**
 * Makes the answer to `GET /disclosures/extract`: the newest reads of whoever asks, as far as access lets them be told,
 * with proofs; `?page=2` is of those before them. It is answered by the graph like any other request, and is itself a disclosure.
 */
export function createExtractRoute({ hub, schema, database, checkpoints, keys }: ExtractRouteParts): ExtractRoute {
  const document = parse(EXTRACT);
  const newestReads = async (identity: Identity, { headers }: IncomingMessage, wanted: number): Promise<Told> => {
    const purpose = headers['x-purpose'];
    const told: TellingEntry[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors }: ExecutionResult = await hub.answer({
        document,
        source: EXTRACT,
        operationName: 'Extract',
        variables: { person: identity.person, first: Math.min(wanted - told.length, LARGEST_READ), after },
        identity,
        stated: {
          request: uuidv7(),
          purpose: typeof purpose === 'string' ? purpose : undefined,
          caseNumber: undefined,
        },
      });
      const person = data?.person as AnsweredPerson | null | undefined;
      if (!person?.disclosures) throw refusalOf(errors?.[0]);
      const { totalCount, nodes, pageInfo } = person.disclosures;
      told.push(...nodes);
      if (told.length >= wanted || !pageInfo.hasNextPage) return { id: person.id, totalCount, nodes: told };
      after = pageInfo.endCursor;
    }
  };
  return async (request, response, identity) => {
    if (!identity.person) {
      throw new Refusal(403, { code: 'FORBIDDEN' }, 'Expected a token of a person, for the own record.');
    }
    const page = pageOf(request);
    const { id: person, totalCount, nodes: newest } = await newestReads(identity, request, page * ENTRIES);
    const pages = Math.max(Math.ceil(totalCount / ENTRIES), 1);
    if (page > pages) throw noSuchPage(pages);
    const nodes = newest.slice((page - 1) * ENTRIES, page * ENTRIES);
    const checkpoint = wholeNote(await checkpoints.sign());
    const [key] = await keys();
    const extract: Extract = {
      form: 'hub-ledger-extract/1',
      person,
      madeAt: instantText(new Date()),
      total: totalCount,
      page,
      pages,
      checkpoint,
      key: key ? writeNoteKey(key) : '',
      entries: await provenEntries(database, person, nodes, readCheckpoint(checkpoint).size),
      labels: labelsOf(nodes, schema),
    };
    send(response, 200, 'text/html; charset=utf-8', extractPage(extract), {
      'content-disposition': 'attachment; filename="extract.html"',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
  };
}

/** Which page is asked for; the first unless told. */
function pageOf({ url = '' }: IncomingMessage): number {
  const page = new URLSearchParams(url.split('?')[1]).get('page') ?? '1';
  if (/^[1-9]\d?$/.test(page) && Number(page) <= PAGES) return Number(page);
  throw noSuchPage(PAGES);
}

const noSuchPage = (pages: number): Refusal =>
  new Refusal(400, { code: 'RANGE_INVALID' }, `Expected a page from 1 to ${pages}.`);

function refusalOf(error: GraphQLError | undefined): Refusal {
  if (!error) return new Refusal(403, { code: 'FORBIDDEN' }, 'Expected the own record.');
  const code = String(error.extensions.code);
  return new Refusal(code.endsWith('_UNAVAILABLE') ? 503 : 403, { code }, error.message);
}

/** Chinese, then English, parted by a bar, as the graph itself describes its fields. */
function labelsOf(entries: readonly TellingEntry[], schema: GraphQLSchema): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const { department, fields, purpose } of entries) {
    labels[department] = departmentTitle(department);
    labels[purpose.code] = `${purpose.titleZh}|${purpose.title}`;
    for (const field of fields) labels[field] = `${chineseOf(field, schema) ?? field}|${field}`;
  }
  return labels;
}

function chineseOf(coordinate: string, schema: GraphQLSchema): string | undefined {
  const [typeName = '', ...path] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[path.at(-1) ?? ''] : undefined;
  // A field set that is no field of its own, such as what is masked, is told by its type.
  return /[（(]([^（()）]*\p{Script=Han}[^（()）]*)[）)]\.?\s*$/u.exec((field ?? type)?.description ?? '')?.[1];
}
