import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../schema/kit/calendar/day.ts';
import { BATCH, type Department, HERE, hundred, THERE } from '../../../tests/kit/department.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { mediation, mediationId, openBureau, party, personId } from './bureau.ts';

const READ = 'justice.mediation:read';
const ELSEWHERE = 201;
const CONFIRMATION = 301;
const today = dayOf(new Date());

const here = (scopes: string[], changes: object = {}) => viewer({ areas: [HERE], scopes, ...changes });
const ids = (...numbers: number[]) => numbers.map((number) => ({ id: mediationId(number) }));
const cases = (...numbers: number[]) => numbers.map((number) => ({ number: `QJ-${number}` }));
const agreement = (signedOn: string, status: string | null) => ({
  status: 'AGREED',
  agreement_form: 'WRITTEN',
  agreement_signed_on: signedOn,
  agreement_amount: '800',
  confirmation_status: status,
});

let bureau: Department;

beforeAll(async () => {
  bureau = await openBureau();
  await bureau.insert('mediation', [
    ...hundred.map((number) => mediation(number, { case_number: `QJ-${number}` })),
    mediation(ELSEWHERE, { area_code: THERE, case_number: `QJ-${ELSEWHERE}`, organization_number: 'MED-2' }),
    mediation(CONFIRMATION, agreement(addDays(today, -30), 'NOT_APPLIED')),
    mediation(CONFIRMATION + 1, agreement(addDays(today, -31), 'NOT_APPLIED')),
    mediation(CONFIRMATION + 2, agreement(addDays(today, -90), 'CONFIRMED')),
    mediation(CONFIRMATION + 3, agreement(addDays(today, -90), null)),
  ]);
  await bureau.insert('mediation_party', [
    ...hundred.flatMap((number) => [party(number, 1, number), party(number, 2, null)]),
    party(ELSEWHERE, 1, ELSEWHERE),
  ]);
  await bureau.insert('mediation_assignment', [
    ...hundred.map((number) => ({ mediation_number: `TJ${number}`, mediator_number: `M${1 + (number % 2)}` })),
    { mediation_number: `TJ${ELSEWHERE}`, mediator_number: 'M1' },
  ]);
});
afterAll(() => bureau?.close());

describe('Case.mediations', () => {
  const selection = `mediations { number acceptedAt case { number } organization { name }
    mediators { name employment } parties { role person { id } } source { department batchId } }`;

  it('reads a hundred cases, their mediators and their parties in a statement each', async () => {
    await bureau.askEntities('Case', cases(1), selection, here([READ]));
    const answer = await bureau.askEntities('Case', cases(...hundred), selection, here([READ]));
    expect(answer.statements).toHaveLength(3);
    expect(answer.data._entities[2].mediations).toEqual([
      {
        number: 'TJ3',
        acceptedAt: '2026-05-01T12:03:00+08:00',
        case: { number: 'QJ-3' },
        organization: { name: '樟潭街道人民调解委员会' },
        mediators: [{ name: '调解员2', employment: 'PART_TIME' }],
        parties: [
          { role: 'APPLICANT', person: { id: personId(3) } },
          { role: 'RESPONDENT', person: null },
        ],
        source: { department: 'justice', batchId: BATCH },
      },
    ]);
  });

  it('reads what a docket shows of a hundred cases in one statement, and the ledger names the parties', async () => {
    const docket = 'mediations { number status organization { name } }';
    const { statements, extensions } = await bureau.askEntities('Case', cases(...hundred), docket, here([READ]));
    expect(statements).toHaveLength(1);
    expect(extensions).toEqual({
      disclosed: [{ fields: 'Case.mediations', persons: expect.arrayContaining(hundred.map(personId)) }],
      admitted: [],
    });
  });

  it('has nothing of a case elsewhere, unless it is the matter in hand', async () => {
    const other = await bureau.askEntities('Case', cases(ELSEWHERE), 'mediations { number }', here([READ]));
    expect([other.data._entities, other.codes]).toEqual([[{ mediations: [] }], []]);
    const matter = { caseNumber: `QJ-${ELSEWHERE}`, persons: [], households: [] };
    const bound = here([], { matterScopes: [READ], matter });
    const inHand = await bureau.askEntities(
      'Case',
      cases(ELSEWHERE, 1),
      'mediations { number parties { person { id } } }',
      bound,
    );
    expect(inHand.data._entities).toEqual([
      { mediations: [{ number: `TJ${ELSEWHERE}`, parties: [{ person: { id: personId(ELSEWHERE) } }] }] },
      { mediations: null },
    ]);
    expect(inHand.codes).toEqual(['OUTSIDE_MATTER']);
    expect(inHand.extensions.admitted).toEqual([personId(ELSEWHERE)]);
  });

  it('refuses a viewer without the scope, before reading', async () => {
    const { data, codes, statements } = await bureau.askEntities('Case', cases(1), selection, here([]));
    expect([data._entities, codes, statements]).toEqual([[{ mediations: null }], ['FORBIDDEN'], []]);
  });
});

describe('mediation(id:)', () => {
  const query = 'query ($id: ID!) { mediation(id: $id) { number parties { person { id } } } }';
  const ask = (number: number, asker: ReturnType<typeof here>) => bureau.ask(query, asker, { id: mediationId(number) });

  it('answers within the areas, and has no record elsewhere or for what is no id', async () => {
    const found = await ask(1, here([READ]));
    expect(found.data.mediation.number).toBe('TJ1');
    const elsewhere = await ask(ELSEWHERE, here([READ]));
    expect([elsewhere.data, elsewhere.codes]).toEqual([{ mediation: null }, []]);
    const nonsense = await bureau.ask(query, here([READ]), { id: 'TJ1' });
    expect([nonsense.data, nonsense.codes]).toEqual([{ mediation: null }, []]);
  });

  it('answers wherever it lies if the matter in hand concerns a party, and not for one who is merely visible', async () => {
    const matter = { caseNumber: null, persons: [personId(ELSEWHERE)], households: [] };
    const { data } = await ask(ELSEWHERE, here([READ], { matter }));
    expect(data.mediation.parties).toEqual([{ person: { id: personId(ELSEWHERE) } }]);
    const visible = await ask(ELSEWHERE, here([READ], { admitted: [personId(ELSEWHERE)] }));
    expect([visible.data.mediation, visible.codes]).toEqual([null, []]);
  });

  it('refuses a mediation of others alike whether it is there or not, where the scope is bound to the matter', async () => {
    const matter = { caseNumber: null, persons: [personId(ELSEWHERE)], households: [] };
    const asker = here([], { matterScopes: [READ], matter, admitted: [personId(1)] });
    expect((await ask(ELSEWHERE, asker)).data.mediation.number).toBe(`TJ${ELSEWHERE}`);
    expect((await ask(1, asker)).codes).toEqual(['OUTSIDE_MATTER']);
    expect((await ask(999, asker)).codes).toEqual(['OUTSIDE_MATTER']);
  });

  it('refuses a viewer without the scope, before reading, by reference too', async () => {
    const asked = await ask(1, here(['justice.mediation:history']));
    expect([asked.codes, asked.statements]).toEqual([['FORBIDDEN'], []]);
    const referred = await bureau.askEntities('Mediation', ids(1), 'number', here([]));
    expect([referred.data._entities, referred.codes, referred.statements]).toEqual([[null], ['FORBIDDEN'], []]);
  });

  it('reads a hundred references in one statement', async () => {
    const { data, statements } = await bureau.askEntities('Mediation', ids(...hundred), 'number', here([READ]));
    expect([data._entities.length, statements.length]).toEqual([100, 1]);
  });
});

describe('MediationAgreement.judicialConfirmation', () => {
  it('may be applied for until the thirtieth day, and lapses with the next', async () => {
    const { data } = await bureau.askEntities(
      'Mediation',
      ids(CONFIRMATION, CONFIRMATION + 1, CONFIRMATION + 2, CONFIRMATION + 3),
      'agreement { form amount signedOn judicialConfirmation { status deadline } }',
      here([READ]),
    );
    expect(data._entities.map(({ agreement }: { agreement: object }) => agreement)).toEqual([
      {
        form: 'WRITTEN',
        amount: '800.00',
        signedOn: addDays(today, -30),
        judicialConfirmation: { status: 'NOT_APPLIED', deadline: today },
      },
      expect.objectContaining({ judicialConfirmation: { status: 'LAPSED', deadline: addDays(today, -1) } }),
      expect.objectContaining({ judicialConfirmation: { status: 'CONFIRMED', deadline: addDays(today, -60) } }),
      expect.objectContaining({ judicialConfirmation: null }),
    ]);
  });
});
