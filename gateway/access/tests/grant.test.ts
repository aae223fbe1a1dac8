import { describe, expect, it } from 'vitest';
import { purposeOf, unwrittenPolicy } from '../../../tests/kit/unwritten-policy.ts';
import { type GrantParts, grant, type Statement } from '../grant.ts';
import type { Identity } from '../identity.ts';
import type { MatterAnswer } from '../matter.ts';
import type { Purpose } from '../purpose.ts';
import { refusedByScope } from '../refused-by-scope.ts';
import type { Withdrawal } from '../withdrawn.ts';

const required = new Map([
  ['Person.legalAid', [['justice.legal-aid:read']]],
  ['Person.name', [['police.person:read']]],
  ['Case.status', [['centre.case:read']]],
  ['Query.figures', [['centre.case:statistics']]],
  ['Incident.summary', [['centre.case:narrative']]],
]);
const owners: Readonly<Record<string, string>> = { 'Person.legalAid': 'justice', 'Incident.summary': 'police' };
const everyScope = [...required.values()].flat(2);

const handler: Identity = {
  user: 'wei',
  client: 'centre',
  persona: 'handler',
  organization: 'CENTER',
  department: null,
  person: null,
  areas: ['330803'],
  scopes: [...everyScope, 'hub.person:lookup'],
};
const matter: MatterAnswer = {
  number: 'C1',
  status: 'LIVE',
  holder: { id: 'CENTER' },
  opens: [],
  acceptance: { acceptedBy: [], confirmedBy: [], references: 0 },
  parties: [],
};

interface World {
  readonly purpose?: Partial<Purpose>;
  readonly withdrawals?: readonly Withdrawal[];
  readonly protectedPersons?: readonly string[];
  readonly opens?: boolean;
}

async function granted(
  { purpose, withdrawals = [], protectedPersons = [], opens = true }: World,
  stated: Partial<Statement> = {},
) {
  const { policy } = unwrittenPolicy(purposeOf({ personas: ['handler'], ...purpose }));
  const known = await policy.policy();
  const parts: GrantParts = {
    policy: {
      ...policy,
      policy: async () => ({ ...known, withdrawals, protectedPersons: new Set(protectedPersons) }),
    },
    glass: { open: async () => opens },
    findMatter: async () => matter,
    rules: { required, ownerOf: (coordinate) => owners[coordinate] },
    besideFigures: (scope) => scope.startsWith('centre.case:'),
  };
  const result = await grant(handler, { request: 'r', purpose: 'docket', caseNumber: 'C1', ...stated }, parts);
  const refused = refusedByScope(result, required);
  const codeOf = (coordinate: string) => refused.refusalOf(...(coordinate.split('.') as [string, string]));
  return { ...result, codeOf };
}

describe('a purpose', () => {
  it.each<[string, Partial<Purpose>, Partial<Statement>]>([
    ['PURPOSE_REQUIRED', {}, { purpose: undefined }],
    ['PURPOSE_UNKNOWN', {}, { purpose: 'other' }],
    ['PURPOSE_EXPIRED', { validity: 'OVER' }, {}],
    ['PURPOSE_NOT_YET_VALID', { validity: 'AHEAD' }, {}],
    ['PURPOSE_NOT_PERMITTED', { personas: ['auditor'] }, {}],
    ['PURPOSE_NOT_PERMITTED', { clients: ['window'] }, {}],
  ])('is refused with %s for %o', async (code, purpose, stated) => {
    const { refusal, viewer, codeOf } = await granted({ purpose: { scopes: everyScope, ...purpose } }, stated);
    expect([refusal, viewer.scopes, codeOf('Person.name')]).toEqual([code, [], code]);
  });

  it('may name its clients', async () => {
    const { viewer } = await granted({ purpose: { scopes: ['centre.case:read'], clients: ['window', 'centre'] } });
    expect(viewer.scopes).toEqual(['centre.case:read']);
  });

  it('that counts opens nothing about people, whatever its row says', async () => {
    const scopes = ['centre.case:statistics', 'police.person:read', 'centre.case:read'];
    const counting = await granted({ purpose: { scopes } });
    expect(counting.viewer.scopes).toEqual(['centre.case:statistics']);
    const supervising = await granted({ purpose: { scopes, boundTo: 'AREA', matterScopes: ['police.person:read'] } });
    expect(supervising.viewer.scopes).toEqual(['centre.case:statistics', 'centre.case:read']);
    expect(supervising.viewer.matterScopes).toEqual([]);
  });

  it('that looks people up finds nobody who is protected; others are not told who that is', async () => {
    const protectedPersons = ['p'];
    const looking = await granted({ purpose: { scopes: ['hub.person:lookup'] }, protectedPersons });
    const other = await granted({ purpose: { scopes: ['centre.case:read'] }, protectedPersons });
    expect([looking.viewer.withheld, other.viewer.withheld]).toEqual([['p'], []]);
  });
});

describe('breaking the glass', () => {
  const purpose: Partial<Purpose> = {
    boundTo: 'CASE',
    lookup: 'query',
    liveStatuses: ['LIVE'],
    matterScopes: ['justice.legal-aid:read', 'police.person:read'],
    breakGlass: {
      personas: ['handler'],
      scopes: ['justice.legal-aid:read', 'centre.case:read'],
      minutes: 15,
      perDay: 3,
    },
  };
  const glass = { reason: 'Somebody is missing', minutes: undefined };

  it('opens for the matter what its category does not, within purpose and token', async () => {
    const { viewer } = await granted({ purpose }, { glass });
    expect([viewer.matterScopes, viewer.breakGlass]).toEqual([['justice.legal-aid:read'], true]);
    const ordinary = await granted({ purpose });
    expect([ordinary.viewer.matterScopes, ordinary.viewer.breakGlass]).toEqual([[], false]);
  });

  it.each<[string, World, Statement['glass']]>([
    ['BREAK_GLASS_INVALID', { purpose }, { reason: '', minutes: '5' }],
    ['BREAK_GLASS_NOT_PERMITTED', { purpose: { ...purpose, breakGlass: null } }, glass],
    ['BREAK_GLASS_LIMIT', { purpose, opens: false }, glass],
    ['CASE_REQUIRED', { purpose: { ...purpose, liveStatuses: [] } }, glass],
  ])('is refused with %s, and nothing opens', async (code, world, stated) => {
    const { refusal, viewer } = await granted(world, { glass: stated });
    expect([refusal, viewer.scopes, viewer.matterScopes, viewer.breakGlass]).toEqual([code, [], [], false]);
  });
});

describe('what a department took back', () => {
  const purpose = { scopes: everyScope.filter((scope) => !scope.endsWith('statistics')) };

  it.each<[string, Withdrawal, readonly string[]]>([
    ['a field', { department: 'justice', kind: 'FIELD', name: 'Person.legalAid' }, ['Person.legalAid']],
    ['a scope', { department: 'police', kind: 'SCOPE', name: 'police.person:read' }, ['Person.name']],
    ['a purpose', { department: 'police', kind: 'PURPOSE', name: 'docket' }, ['Person.name', 'Incident.summary']],
    ['another purpose', { department: 'police', kind: 'PURPOSE', name: 'statistics' }, []],
  ])('as %s does not answer, and a department apart is not shown its scope', async (_, withdrawal, closed) => {
    const { codeOf, viewer } = await granted({ purpose, withdrawals: [withdrawal] });
    const refused = [...required.keys()].filter((coordinate) => codeOf(coordinate) === 'WITHDRAWN');
    expect(refused.sort()).toEqual([...closed].sort());
    const own = closed.flatMap((coordinate) => required.get(coordinate)?.flat() ?? []);
    const left = own.filter((scope) => viewer.scopes.includes(scope));
    // A scope of the centre guards the summary, so the centre goes on answering under it.
    expect(left).toEqual(closed.includes('Incident.summary') ? ['centre.case:narrative'] : []);
  });

  it('is another plan, and closes what is open to everybody too', async () => {
    const withdrawals = [{ department: 'hub', kind: 'FIELD', name: 'Area.name' } as const];
    const [before, after] = [
      await granted({ purpose }),
      await granted({ purpose, withdrawals }, { purpose: undefined }),
    ];
    expect([before.codeOf('Area.name'), after.codeOf('Area.name')]).toEqual([undefined, 'WITHDRAWN']);
    const keys = [await granted({ purpose }), await granted({ purpose, withdrawals })].map(
      (one) => refusedByScope(one, required).key,
    );
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('tells nobody who might not read it anyway', async () => {
    const withdrawals = [{ department: 'justice', kind: 'SCOPE', name: 'justice.legal-aid:read' } as const];
    const { codeOf } = await granted({ purpose: { scopes: ['centre.case:read'] }, withdrawals });
    expect(codeOf('Person.legalAid')).toBe('FORBIDDEN');
  });
});
