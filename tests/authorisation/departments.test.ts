import { type GraphQLObjectType, getNamedType, isObjectType, isUnionType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentNames } from '../../schema/departments.ts';
import type { SubgraphSchema } from '../../schema/kit/federation.ts';
import { loadSubgraph } from '../../schema/load-subgraph.ts';
import { type Department, idOf, openDepartment } from '../kit/department.ts';
import { viewer } from '../kit/viewer.ts';
import { argumentsOf } from './field-arguments.ts';
import { scopesOf, sealedFields } from './sealed-fields.ts';

const somebody = idOf('a', 1);
const CASE = 'QJ-2026-000001';
const known = { person: somebody, household: somebody, case: CASE, grid: 'G', mediation: somebody, idNumber: '110101' };
/** Entities that anybody may look up, and one that no register keeps yet. */
const open = new Set(['Area', 'Grid', 'Organization', 'Mediator', 'MediationOrganization', 'CorrectionRequest']);
const everyScope = [...new Set(Object.keys(sealedFields).flatMap((scopes) => scopes.split('|')))];
const keyOf = (typeName: string) => (typeName === 'Case' ? { number: CASE } : { id: somebody });

/** The fields of a type that must not answer, with a selection below them where they are objects. */
function sealedSelections(type: GraphQLObjectType): string[] {
  const whole = !['Person', 'Household', 'Dwelling', 'Case', 'Query'].includes(type.name);
  return Object.values(type.getFields())
    .filter(({ name }) => !name.startsWith('_') && name !== 'id' && name !== 'number')
    .filter(({ name }) => (whole ? true : scopesOf(type.name, name).length > 0))
    .map(({ name, args, type: fieldType }) => {
      const below = isObjectType(getNamedType(fieldType)) ? ' { __typename }' : '';
      return `${name}${argumentsOf(name, args, known)}${below}`;
    });
}

describe.each(departmentNames())('%s, asked past the gateway', (name) => {
  let subgraph: SubgraphSchema;
  let department: Department;
  let entities: GraphQLObjectType[];

  beforeAll(async () => {
    subgraph = await loadSubgraph(name);
    department = await openDepartment(name, subgraph);
    const union = subgraph.schema.getType('_Entity');
    entities = isUnionType(union) ? union.getTypes().filter((type) => !open.has(type.name)) : [];
  });
  afterAll(() => department?.close());

  it('lets a viewer without scopes reach no entity, and reads nothing for it', async () => {
    for (const type of entities) {
      for (const selection of sealedSelections(type)) {
        const { data, codes, statements, faults } = await department.askEntities(
          type.name,
          [keyOf(type.name)],
          selection,
          viewer(),
        );
        const [answer] = data?._entities ?? [null];
        expect(
          Object.values(answer ?? {}).filter((value) => value !== null),
          `${type.name}.${selection}`,
        ).toEqual([]);
        expect([codes, statements, faults], `${type.name}.${selection}`).toEqual([['FORBIDDEN'], [], []]);
      }
    }
  });

  it('lets a viewer without scopes ask none of its sealed questions', async () => {
    const query = subgraph.schema.getQueryType() as GraphQLObjectType;
    for (const selection of sealedSelections(query)) {
      const { data, codes, statements, faults } = await department.ask(`{ ${selection} }`, viewer());
      expect(
        Object.values(data ?? {}).filter((value) => value !== null),
        selection,
      ).toEqual([]);
      expect([codes, statements, faults], selection).toEqual([['FORBIDDEN'], [], []]);
    }
  });

  it('answers scopes that are bound to a matter for that matter alone', async () => {
    const bound = viewer({
      matterScopes: everyScope,
      matter: { caseNumber: 'QJ-2026-999999', persons: [idOf('b', 2)], households: [idOf('c', 3)] },
    });
    for (const type of entities.filter(({ name: typeName }) => ['Person', 'Household', 'Case'].includes(typeName))) {
      for (const selection of sealedSelections(type)) {
        const { data, codes, statements } = await department.askEntities(
          type.name,
          [keyOf(type.name)],
          selection,
          bound,
        );
        const [answer] = data?._entities ?? [null];
        expect(
          Object.values(answer ?? {}).filter((value) => value !== null),
          `${type.name}.${selection}`,
        ).toEqual([]);
        expect([codes, statements], `${type.name}.${selection}`).toEqual([['OUTSIDE_MATTER'], []]);
      }
    }
  });

  it('refuses a viewer whose scopes are those of another department', async () => {
    const foreign = everyScope.filter((scope) => !scope.startsWith(`${name}.`) && !scope.startsWith('hub.'));
    for (const type of entities) {
      for (const selection of sealedSelections(type)) {
        const scopes = foreign.filter(
          (scope) => !scopesOf(type.name, selection.split(/[ ({]/)[0] ?? '').includes(scope),
        );
        if (scopes.length < foreign.length) continue;
        const { codes } = await department.askEntities(type.name, [keyOf(type.name)], selection, viewer({ scopes }));
        expect(codes, `${type.name}.${selection}`).toEqual(['FORBIDDEN']);
      }
    }
  });
});
