import type { GatewayConfig } from '../config.ts';
import type { RunningHub } from './set-up-hub.ts';

const SAMPLE = `{
  cases(filter: { category: "comprehensive-support", status: [ACCEPTED, ASSIGNED, IN_PROGRESS] }, first: 10) {
    nodes { number holder { id kind } parties { person { id } } }
  }
}`;

interface SampleCase {
  readonly number: string;
  readonly holder: { readonly id: string; readonly kind: string } | null;
  readonly parties: readonly { readonly person: { readonly id: string } | null }[];
}

/** Prints where to go next: a case in hand, one of its parties, and a request that answers. */
export async function welcome({ hub }: RunningHub, url: string, { production }: GatewayConfig): Promise<void> {
  console.log(`\nThe hub is up (治理数据图谱已就绪): ${url}/graphql`);
  if (production) return;
  console.log(`Query editor (查询页面): ${url}/graphiql`);
  const { data } = await hub.internal(SAMPLE, {});
  const cases = (data?.cases as { nodes: readonly SampleCase[] } | null)?.nodes ?? [];
  const sample = cases.find(({ holder }) => holder?.kind === 'CENTER') ?? cases[0];
  const person = sample?.parties.find((party) => party.person)?.person;
  if (!sample?.holder || !person) return;
  console.log(`
Sample case (示例案件): ${sample.number}
Its party (当事人):     ${person.id}
Its holder (承办机构):  ${sample.holder.id}

Try it (试一试):

  TOKEN=$(npm run --silent token -- case-handler --organization ${sample.holder.id})
  curl -s ${url}/graphql \\
    -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
    -H 'X-Purpose: case-handling' -H 'X-Case: ${sample.number}' \\
    -d '{"query":"{ person(id: \\"${person.id}\\") { maskedName ageBand area { name } careTags { kind } } }"}'
`);
}
