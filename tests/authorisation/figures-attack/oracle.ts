import { SignJWT } from 'jose';
import { personas } from '../../../gateway/access/personas.ts';
import { openTokenKeys, TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER } from '../../../gateway/access/token-keys.ts';
import type { HubAddress } from '../../kit/hub-client.ts';

/** What is asked of one kind of figures of people, and by whom: a viewer of some areas. */
export interface Question {
  readonly areas: readonly string[];
  readonly areaCode?: string;
  /** Values of dimensions of which alone is counted. */
  readonly only: Readonly<Record<string, string>>;
  readonly groupBy: readonly string[];
}

/** A row as it is told: keys in the order of `groupBy`; null where it is withheld. */
export interface ToldRow {
  readonly keys: readonly string[];
  readonly count: number | null;
}

/** Answers questions about one kind of figures, of one viewer at a time. */
export type Oracle = (questions: readonly Question[]) => Promise<readonly (readonly ToldRow[])[]>;

/** Figures of people as the graph offers them. */
export interface Subject {
  readonly name: string;
  readonly field: string;
  readonly measure: string;
  readonly dimensions: readonly string[];
  /** Arguments of the filter, by dimension; those without cannot be filtered by. */
  readonly filters: Readonly<Record<string, string>>;
  /** Whether everybody has one value of each dimension, so that parts add up to their total. */
  readonly addsUp: boolean;
}

/** Every kind of figures that counts people. */
export const subjects: readonly Subject[] = [
  {
    name: 'population',
    field: 'populationStatistics',
    measure: 'people',
    dimensions: ['AGE_BAND', 'SEX', 'REGISTRATION'],
    filters: { SEX: 'sex', REGISTRATION: 'registration' },
    addsUp: true,
  },
  ...['families', 'beneficiaries'].map((measure) => ({
    name: `assistance, ${measure}`,
    field: 'assistanceStatistics',
    measure,
    dimensions: ['KIND', 'STATUS'],
    filters: { KIND: 'kind', STATUS: 'status' },
    addsUp: true,
  })),
  ...['insuranceStatistics', 'medicalInsuranceStatistics'].map((field) => ({
    name: field,
    field,
    measure: 'people',
    dimensions: ['SCHEME', 'STATUS'],
    filters: { SCHEME: 'scheme', STATUS: 'status' },
    addsUp: false,
  })),
];

const TOGETHER = 10;

/** Asks a hub over HTTP, several questions of the same viewer to a request. */
export const hubOracle =
  (hub: HubAddress, { field, measure, filters }: Subject): Oracle =>
  async (questions) => {
    const answers: (readonly ToldRow[])[] = [];
    for (let from = 0; from < questions.length; from += TOGETHER) {
      const some = questions.slice(from, from + TOGETHER);
      const asked = some.map(({ areaCode, only, groupBy }, index) => {
        const conditions = Object.entries(only).map(([dimension, value]) => `${filters[dimension]}: ${value}`);
        const filter = [...(areaCode === undefined ? [] : [`areaCode: "${areaCode}"`]), ...conditions].join(', ');
        return `q${index}: ${field}(filter: { ${filter} }, groupBy: [${groupBy.join(', ')}]) {
          rows { group { key } measures { measure numerator suppressed } } }`;
      });
      const response = await fetch(`${hub.url}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(hub, some[0]?.areas ?? [])}`,
          'content-type': 'application/json',
          'x-purpose': 'statistics',
        },
        body: JSON.stringify({ query: `{ ${asked.join('\n')} }` }),
      });
      const { data, errors = [] } = (await response.json()) as Answer;
      if (errors.length > 0) throw new Error(`Expected figures, got ${errors[0]?.extensions.code}.`);
      answers.push(...some.map((_, index) => rowsOf(data[`q${index}`], measure)));
    }
    return answers;
  };

interface Answer {
  readonly data: Record<string, Table>;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

interface Table {
  readonly rows: readonly {
    readonly group: readonly { readonly key: string }[];
    readonly measures: readonly { readonly measure: string; readonly numerator: number | null }[];
  }[];
}

const rowsOf = (table: Table | undefined, measure: string): readonly ToldRow[] =>
  (table?.rows ?? []).map(({ group, measures }) => ({
    keys: group.map(({ key }) => key),
    count: measures.find((one) => one.measure === measure)?.numerator ?? null,
  }));

let asked = 0;

/** An analyst of these areas: a token of several areas, which no command makes but an identity provider may. */
async function tokenOf({ dataDirectory }: HubAddress, areas: readonly string[]): Promise<string> {
  const keys = await openTokenKeys(dataDirectory);
  const scope = personas['analyst']?.scopes.join(' ');
  return new SignJWT({ client: 'attacker', persona: 'analyst', areas, scope })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: keys.publicJwk.kid as string })
    .setSubject(`attacker-${asked++}`)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(keys.privateKey);
}
