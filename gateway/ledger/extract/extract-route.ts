import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GraphQLSchema, isObjectType, parse } from 'graphql';
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

/** What prints on one page. */
const ENTRIES = 16;
const EXTRACT = `query Extract($person: ID!, $first: Int!) { person(id: $person) { id disclosures(first: $first) {
  totalCount nodes { id at department fields purpose { code title titleZh } } } } }`;

/**
 * Makes the answer to `GET /disclosures/extract`: the newest reads of whoever asks, as far as access lets them be told,
 * with proofs. It is answered by the graph like any other request, and is itself a disclosure.
 */
export function createExtractRoute({ hub, schema, database, checkpoints, keys }: ExtractRouteParts): ExtractRoute {
  const document = parse(EXTRACT);
  return async (request, response, identity) => {
    if (!identity.person) {
      throw new Refusal(403, { code: 'FORBIDDEN' }, 'Expected a token of a person, for the own record.');
    }
    const purpose = request.headers['x-purpose'];
    const { data, errors } = await hub.answer({
      document,
      source: EXTRACT,
      operationName: 'Extract',
      variables: { person: identity.person, first: ENTRIES },
      identity,
      stated: { request: uuidv7(), purpose: typeof purpose === 'string' ? purpose : undefined, caseNumber: undefined },
    });
    const person = data?.person as { id: string; disclosures: { totalCount: number; nodes: TellingEntry[] } } | null;
    if (!person?.disclosures) {
      const { message, extensions } = errors?.[0] ?? {
        message: 'Expected the own record.',
        extensions: { code: 'FORBIDDEN' },
      };
      const code = String(extensions.code);
      throw new Refusal(code.endsWith('_UNAVAILABLE') ? 503 : 403, { code }, message);
    }
    const { totalCount, nodes } = person.disclosures;
    const checkpoint = wholeNote(await checkpoints.sign());
    const [key] = await keys();
    const extract: Extract = {
      form: 'hub-ledger-extract/1',
      person: person.id,
      madeAt: instantText(new Date()),
      total: totalCount,
      checkpoint,
      key: key ? writeNoteKey(key) : '',
      entries: await provenEntries(database, person.id, nodes, readCheckpoint(checkpoint).size),
      labels: labelsOf(nodes, schema),
    };
    send(response, 200, 'text/html; charset=utf-8', extractPage(extract), {
      'content-disposition': 'attachment; filename="extract.html"',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
  };
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
