import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Department, HERE, hundred, THERE } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { mediation, mediatorId, openBureau, organizationId } from './bureau.ts';

const ELSEWHERE = 201;
const here = (scopes: string[]) => viewer({ areas: [HERE], scopes });

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('mediation', [
    ...hundred.map((number) => mediation(number)),
    mediation(ELSEWHERE, { area_code: THERE }),
  ]);
  await bureau.insert('mediation_assignment', [
    ...hundred.map((number) => ({ mediation_number: `TJ${number}`, mediator_number: `M${1 + (number % 2)}` })),
    { mediation_number: `TJ${ELSEWHERE}`, mediator_number: 'M1' },
  ]);
});
afterAll(() => bureau?.close());

describe('Mediator', () => {
  it('is open to all, with the mediations in hand counted in one more statement, within the areas', async () => {
    const keys = [1, 2, 3].map((number) => ({ id: mediatorId(number) }));
    const selection = 'name employment specialities { labelZh } organization { name } openMediations';
    const { data, statements } = await bureau.askEntities('Mediator', keys, selection, here([]));
    expect(statements).toHaveLength(2);
    expect(data._entities).toEqual([
      {
        name: '调解员1',
        employment: 'FULL_TIME',
        specialities: [{ labelZh: '婚姻家庭' }, { labelZh: '邻里物业' }],
        organization: { name: '樟潭街道人民调解委员会' },
        openMediations: 50,
      },
      expect.objectContaining({ openMediations: 50 }),
      expect.objectContaining({ organization: null, openMediations: 0 }),
    ]);
  });
});

describe('mediationOrganizations', () => {
  it('lists every body with its mediators, a page of each in one statement', async () => {
    const page = 'mediators(first: 1) { totalCount nodes { name } pageInfo { hasNextPage endCursor } }';
    const query = `{ mediationOrganizations { id name kind area { code } ${page} } }`;
    const { data, statements } = await bureau.ask(query, here([]));
    expect(statements).toHaveLength(3);
    expect(data.mediationOrganizations).toMatchObject([
      {
        id: organizationId(1),
        kind: 'TOWN',
        area: { code: '330803001' },
        mediators: { totalCount: 2, nodes: [{ name: '调解员1' }], pageInfo: { hasNextPage: true } },
      },
      { id: organizationId(2), kind: 'TEAM', area: null, mediators: { totalCount: 0, nodes: [] } },
    ]);
    const after = data.mediationOrganizations[0].mediators.pageInfo.endCursor;
    const keys = [{ id: organizationId(1) }];
    const next = await bureau.askEntities(
      'MediationOrganization',
      keys,
      `mediators(after: "${after}") { nodes { name } pageInfo { hasNextPage } }`,
      here([]),
    );
    expect(next.data._entities[0].mediators).toEqual({
      nodes: [{ name: '调解员2' }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('lists those of one kind', async () => {
    const { data } = await bureau.ask('{ mediationOrganizations(kind: TEAM) { name } }', here([]));
    expect(data.mediationOrganizations).toEqual([{ name: '“6070”调解队' }]);
  });
});
