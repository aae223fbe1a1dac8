import { describe, expect, it } from 'vitest';
import { committedGraph } from '../../gateway/access/committed-graph.ts';
import { purposeFaults } from '../../gateway/access/purposes/purpose-faults.ts';
import { type PurposeForm, purposeShape } from '../../gateway/access/purposes/purpose-form.ts';
import { statisticsAlone } from '../../gateway/access/statistics-alone.ts';
import purposes from '../../subgraphs/hub/purposes/purposes.json' with { type: 'json' };

const graph = committedGraph();
const kept = (code: string): PurposeForm => purposeShape.parse(purposes.find((purpose) => purpose.code === code));
const faultsOf = (code: string, change: Partial<PurposeForm>) => purposeFaults({ ...kept(code), ...change }, graph);

it.each(purposes.map(({ code }) => code))('the hub’s own purpose %s is lawful', (code) => {
  expect(purposeFaults(kept(code), graph)).toEqual([]);
});

it.each<[string, Partial<PurposeForm>, string]>([
  ['docket', { scopes: ['nobody.thing:read'] }, 'found nobody.thing:read'],
  ['docket', { matterScopes: ['justice.legal-aid:read'] }, 'matterScopes: expected none'],
  ['docket', { matterScopes: ['justice.mediation:read'] }, 'expected no scope of matterScopes'],
  ['docket', { lookup: '{ matter: case(number: "1") { number } }' }, 'exactly where'],
  ['docket', { liveStatuses: ['ACCEPTED'] }, 'exactly where'],
  ['docket', { scopes: ['hub.person:lookup'] }, 'lookupsPerHour'],
  ['intake', { lookupsPerHour: null }, 'lookupsPerHour'],
  ['docket', { breakGlass: kept('case-handling').breakGlass }, 'breakGlass: expected none'],
  ['docket', { withheldUntilReleased: true }, 'withheldUntilReleased: expected true only'],
  ['case-handling', { matterScopes: ['public-security.address:read'] }, 'breakGlass.scopes'],
  ['case-handling', { personas: ['case-handler'] }, 'breakGlass.personas'],
  ['case-handling', { lookup: null }, 'lookup: expected an operation'],
  ['case-handling', { lookup: '{ matter: nothing }' }, 'lookup: Cannot query field'],
  ['case-handling', { lookup: '{' }, 'expected a GraphQL operation'],
  ['case-handling', { lookup: '{ matter: case(number: "1") { status } }' }, 'holder, acceptance, parties'],
  ['docket', { validFrom: '2026-02-01T00:00:00Z', validTo: '2026-01-01T00:00:00Z' }, 'after validFrom'],
  ['statistics', { scopes: ['governance-center.case:statistics', 'public-security.person:read'] }, 'beside figures'],
  ['statistics', { scopes: ['governance-center.case:statistics', 'governance-center.case:read'] }, 'beside figures'],
  ['supervision', { scopes: ['governance-center.case:statistics', 'public-security.person:read'] }, 'beside figures'],
  ['case-handling', { scopes: ['governance-center.case:statistics'] }, 'beside figures'],
])('%s with %o is refused: %s', (code, change, expected) => {
  expect(faultsOf(code, change).join('\n')).toContain(expected);
});

describe('a purpose that counts', () => {
  const people = new Set(['Person', 'PersonIdentity', 'Household', 'HouseholdMember', 'Disclosure', 'RosterEntry']);
  const every = [...new Set([...graph.required.values()].flat(2))];

  it('reaches no field of a person, whatever scopes are written into it', () => {
    const { scopes, matterScopes } = statisticsAlone(
      { boundTo: 'NONE', scopes: every, matterScopes: every },
      () => true,
    );
    const held = new Set([...scopes, ...matterScopes]);
    const reached = [...graph.required].filter(
      ([coordinate, alternatives]) =>
        people.has(coordinate.split('.', 1)[0] ?? '') &&
        alternatives.some((all) => all.every((scope) => held.has(scope))),
    );
    expect(reached.map(([coordinate]) => coordinate)).toEqual([]);
    expect(held.size).toBeGreaterThan(0);
  });
});

it.each<[string, unknown]>([
  ['code', 'Case Handling'],
  ['titleZh', 'Docket'],
  ['legalBasis', 'because'],
  ['personas', ['nobody']],
  ['personas', []],
  ['boundTo', 'ANYTHING'],
  ['breakGlass', { personas: ['case-handler'], scopes: ['a:read'], minutes: 16, perDay: 1 }],
  ['selfOpening', { matters: 1, days: 30 }],
  ['withheldUntilReleased', 'yes'],
  ['validTo', 'tomorrow'],
  ['hidden', true],
])('a purpose whose %s is %j has not the shape of one', (key, value) => {
  const { success, error } = purposeShape.safeParse({ ...kept('docket'), [key]: value });
  expect([success, error?.issues.length]).toEqual([false, 1]);
});
