import { beforeAll, describe, expect, it } from 'vitest';
import type { Matter } from '../../schema/synthetic/world.ts';
import { type Asker, ask } from '../kit/hub-client.ts';
import { caseWhere, emergency, isLive, type KnownCase, knownWorld, personId, supportMatter } from './known-subjects.ts';

const world = knownWorld();
const PARTY = `query ($id: ID!) { person(id: $id) {
  id maskedName identity { name phone } residenceAddress marriages { id } careTags { kind } allowances { id }
  socialAssistance { id } socialInsurance { source { asOf } } medicalInsurance { scheme chronicDiseases { from } }
  legalAid { id } mediations { totalCount } cases { totalCount } visits { totalCount } } }`;
const SEALED = [
  ...['identity', 'residenceAddress', 'marriages', 'careTags', 'allowances', 'socialAssistance', 'socialInsurance'],
  ...['medicalInsurance', 'legalAid', 'mediations', 'cases', 'visits'],
];

let support: Awaited<ReturnType<typeof supportMatter>>;
beforeAll(async () => {
  support = await supportMatter(world);
});

const handlerOf = ({ holder, number }: KnownCase): Asker => ({
  persona: 'case-handler',
  organization: holder.id,
  purpose: 'case-handling',
  caseNumber: number,
});

const partyOf = ({ parties }: KnownCase): string => parties.find(({ person }) => person)?.person?.id ?? '';
const withParty = ({ parties }: Matter) => parties.some(({ person }) => person !== null);

async function codesByPath(asker: Asker, query: string, variables: Record<string, unknown>) {
  const { data, errors } = await ask(asker, query, variables);
  return { data, codes: Object.fromEntries(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code])) };
}

describe('without a case in hand', () => {
  const refusedAlike = async (change: Partial<Asker>) => {
    const asker = { ...support.asker, ...change };
    const answer = await ask(
      asker,
      `query ($id: ID!) { person(id: $id) { id } case(number: "${support.caseNumber}") { number } }`,
      {
        id: support.person,
      },
    );
    expect(answer.data).toEqual({ person: null, case: null });
    return answer.errors.map(({ message, path, extensions }) => [message, path, extensions]);
  };

  it('a purpose that needs one opens nothing; closed, foreign, unknown and missing look alike', async () => {
    const closed = await caseWhere(world, ({ status }) => status === 'CLOSED');
    const foreign = await caseWhere(
      world,
      (matter) => isLive(matter) && world.organizations[matter.holder]?.code !== 'CENTER',
    );
    const answers = [
      await refusedAlike({ caseNumber: undefined as never }),
      await refusedAlike({ caseNumber: closed.number, organization: closed.holder?.id ?? 'CENTER' }),
      await refusedAlike({ caseNumber: foreign.number }),
      await refusedAlike({ organization: foreign.holder.id }),
      await refusedAlike({ organization: undefined as never }),
      await refusedAlike({ caseNumber: 'QJ-2099-000001' }),
      await refusedAlike({ caseNumber: support.caseNumber.toLowerCase() }),
      await refusedAlike({ caseNumber: `${support.caseNumber}, ${foreign.number}` }),
      await refusedAlike({ caseNumber: `${support.caseNumber.slice(0, -1)}%` }),
      await refusedAlike({ caseNumber: `' OR '1'='1` }),
    ];
    expect(answers[0]?.map((error) => (error[2] as { code: string }).code)).toEqual(['CASE_REQUIRED', 'CASE_REQUIRED']);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it.each(['MERGED', 'WITHDRAWN', 'CLOSED'])('none stands for one that is %s', async (status) => {
    const over = await caseWhere(world, (matter) => matter.status === status).catch(() => null);
    if (over === null) return;
    const { errors } = await ask(handlerOf(over), `{ case(number: "${over.number}") { number } }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CASE_REQUIRED']);
  });
});

describe('a comprehensive-support matter', () => {
  it('opens every facet of its party but health', async () => {
    const { data, codes } = await codesByPath(support.asker, PARTY, { id: support.person });
    expect(codes).toEqual({ 'person.medicalInsurance.chronicDiseases': 'FORBIDDEN' });
    expect(SEALED.filter((facet) => data.person[facet] === null)).toEqual([]);
  });

  it('opens of anybody else what a list shows, masked, and nothing more', async () => {
    const other = await personId(world, world.notable.householdOfSeven);
    const { data, codes } = await codesByPath(support.asker, PARTY, { id: other });
    expect(data.person.maskedName).toMatch(/^.{1,2}\*+$/);
    expect(SEALED.filter((facet) => data.person[facet] !== null)).toEqual([]);
    expect(codes).toEqual({
      ...Object.fromEntries(SEALED.map((facet) => [`person.${facet}`, 'OUTSIDE_MATTER'])),
      'person.medicalInsurance.chronicDiseases': 'FORBIDDEN',
    });
  });

  it('shows the members of the party’s household masked', async () => {
    const { data } = await ask(
      support.asker,
      `query ($id: ID!) { person(id: $id) { household { members {
        person { id maskedName identity { name } residenceAddress careTags { kind } socialInsurance { source { asOf } } } } } } }`,
      { id: support.person },
    );
    const members = data.person.household.members.map(({ person }: { person: Record<string, unknown> }) => person);
    expect(members.length).toBeGreaterThan(1);
    for (const { id, maskedName, ...sealed } of members) {
      expect(maskedName).toMatch(/^.{1,2}\*+$/);
      if (id !== support.person) expect(Object.values(sealed)).toEqual([null, null, null, null]);
      else expect(Object.values(sealed)).not.toContain(null);
    }
  });

  it('opens its own narrative and that of no other case, however it is reached', async () => {
    const { data } = await ask(
      support.asker,
      `query ($case: ID!, $id: ID!) {
        case(number: $case) { description timeline { note } related { number description timeline { note } outcome { summary } } }
        cases(first: 50) { nodes { number description followUp { comment } incidents { summary } } }
        person(id: $id) { cases { nodes { number description } } openCases { number description } } }`,
      { case: support.caseNumber, id: support.person },
    );
    expect(data.case.description).not.toBeNull();
    const reached = [...data.case.related, ...data.cases.nodes, ...data.person.cases.nodes, ...data.person.openCases];
    const others = reached.filter(({ number }) => number !== support.caseNumber);
    expect(others.length).toBeGreaterThan(0);
    for (const { description, timeline = [], outcome, followUp, incidents } of others) {
      const notes = timeline.map(({ note }: { note: string | null }) => note);
      const summaries = (incidents ?? []).map(({ summary }: { summary: string | null }) => summary);
      const texts = [description, ...notes, outcome?.summary, followUp?.comment, ...summaries];
      expect(texts.filter((text) => text !== null && text !== undefined)).toEqual([]);
    }
  });

  it('gives its case to no other request', async () => {
    await ask(support.asker, PARTY, { id: support.person });
    const { codes } = await codesByPath(
      { ...support.asker, caseNumber: undefined as never },
      '{ person(id: "x") { id } }',
      {},
    );
    expect(codes).toEqual({ person: 'CASE_REQUIRED' });
  });
});

it.each<[string, readonly string[]]>([
  [
    'property-management',
    [
      'medicalInsurance',
      'marriages',
      'careTags',
      'allowances',
      'socialAssistance',
      'socialInsurance',
      'legalAid',
      'visits',
    ],
  ],
  [
    'lending',
    [
      'medicalInsurance',
      'marriages',
      'careTags',
      'allowances',
      'socialAssistance',
      'socialInsurance',
      'residenceAddress',
      'visits',
    ],
  ],
  [
    'labour-dispute',
    ['medicalInsurance', 'marriages', 'careTags', 'allowances', 'socialAssistance', 'residenceAddress', 'visits'],
  ],
  [
    'neighbour-dispute',
    ['medicalInsurance', 'marriages', 'careTags', 'allowances', 'socialAssistance', 'socialInsurance', 'legalAid'],
  ],
])('a matter of the kind %s never opens %j', async (category, shut) => {
  const known = await caseWhere(world, (matter) => isLive(matter) && matter.category === category && withParty(matter));
  const { data, codes } = await codesByPath(handlerOf(known), PARTY, { id: partyOf(known) });
  expect(
    Object.keys(codes)
      .map((path) => path.split('.')[1])
      .sort(),
  ).toEqual([...shut].sort().concat(shut.includes('medicalInsurance') ? [] : ['medicalInsurance']));
  expect(new Set(Object.values(codes))).toEqual(new Set(['FORBIDDEN']));
  for (const facet of shut) expect(data.person[facet]).toBeNull();
  expect(data.person.identity).not.toBeNull();
});

it('health opens in no kind of matter of today but an emergency', async () => {
  const kinds = new Set(
    Array.from({ length: world.matters }, (_, index) => world.matter(index))
      .filter((matter) => isLive(matter) && withParty(matter))
      .map(({ category }) => category),
  );
  kinds.delete('emergency-rescue');
  for (const kind of kinds) {
    const known = await caseWhere(world, (matter) => isLive(matter) && matter.category === kind && withParty(matter));
    const { data } = await ask(handlerOf(known), PARTY, { id: partyOf(known) });
    expect(data.person?.medicalInsurance?.chronicDiseases ?? null, kind).toBeNull();
  }
});

describe('responding to an emergency', () => {
  const responder = ({ holder, number }: KnownCase): Asker => ({
    persona: 'centre-system',
    organization: holder.id,
    purpose: 'emergency-response',
    caseNumber: number,
  });
  const FACETS = `query ($id: ID!) { person(id: $id) { maskedName residenceAddress medicalInsurance { chronicDiseases { from } } identity { name } } }`;

  it('opens health and the address of the parties while a unit is under way', async () => {
    const rescue = await emergency(world);
    const { data, codes } = await codesByPath(responder(rescue), FACETS, { id: partyOf(rescue) });
    expect(codes).toEqual({ 'person.identity': 'FORBIDDEN' });
    expect(data.person.residenceAddress).not.toBeNull();
  });

  it('opens nobody else, not even masked, and no list', async () => {
    const rescue = await emergency(world);
    const { codes } = await codesByPath(responder(rescue), FACETS, { id: support.person });
    expect(codes).toEqual({ person: 'OUTSIDE_MATTER', 'person.identity': 'FORBIDDEN' });
    const lists = await codesByPath(
      responder(rescue),
      `{ cases { totalCount nodes { number } } case(number: "${support.caseNumber}") { number status } }`,
      {},
    );
    expect([lists.data, lists.codes]).toEqual([
      { cases: null, case: null },
      { cases: 'OUTSIDE_MATTER', case: 'OUTSIDE_MATTER' },
    ]);
  });

  it('opens of the case in hand no case beside it', async () => {
    const rescue = await emergency(world);
    const { data } = await ask(
      responder(rescue),
      `{ case(number: "${rescue.number}") { number related { number } parties { person { openCases { number } household { id } } } } }`,
    );
    expect(data.case.related).toEqual([]);
    const open = data.case.parties.flatMap(
      ({ person }: { person: { openCases: { number: string }[] } | null }) => person?.openCases ?? [],
    );
    expect(open.filter(({ number }: { number: string }) => number !== rescue.number)).toEqual([]);
  });

  it('needs a unit that is still under way', async () => {
    const without = await caseWhere(world, (matter) => isLive(matter) && matter.dispatches.length === 0);
    const arrived = await caseWhere(
      world,
      (matter) =>
        isLive(matter) &&
        matter.dispatches.length > 0 &&
        matter.dispatches.every(({ arrivedAt }) => arrivedAt !== null),
    );
    for (const known of [without, arrived]) {
      const { codes } = await codesByPath(responder(known), FACETS, { id: partyOf(known) });
      expect(codes).toMatchObject({ person: 'CASE_REQUIRED' });
    }
  });
});

describe('the own record', () => {
  const citizen: Asker = { persona: 'citizen', purpose: 'own-record' };

  it('shows a citizen who read it, and whom else they read never', async () => {
    await ask(support.asker, PARTY, { id: support.person });
    const { data, errors } = await ask(
      { ...citizen, person: support.person },
      `query ($id: ID!) { person(id: $id) { id disclosures { nodes { persons { id } fields } } } }`,
      { id: support.person },
    );
    expect(errors).toEqual([]);
    expect(data.person.disclosures.nodes.length).toBeGreaterThan(0);
    for (const { persons } of data.person.disclosures.nodes) expect(persons).toEqual([{ id: support.person }]);
  });

  it('is nobody else’s', async () => {
    const other = await personId(world, world.notable.householdOfSeven);
    const { data, codes } = await codesByPath(
      { ...citizen, person: support.person },
      'query ($id: ID!) { person(id: $id) { id disclosures { totalCount } } }',
      { id: other },
    );
    expect([data, codes]).toEqual([{ person: null }, { person: 'OUTSIDE_MATTER' }]);
    const nobody = await codesByPath(citizen, 'query ($id: ID!) { person(id: $id) { id } }', { id: other });
    expect(nobody.codes).toEqual({ person: 'FORBIDDEN' });
  });
});
