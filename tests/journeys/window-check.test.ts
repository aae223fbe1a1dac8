import { describe, expect, it } from 'vitest';
import type { PersonRef } from '../../schema/synthetic/world.ts';
import { clearOfTheHour } from '../kit/clear-of-the-hour.ts';
import { ask, operation } from '../kit/hub-client.ts';
import { checkAtWindow, idOf, windowClerk } from './askers.ts';
import { maskedIdNumber, maskedName } from './truth/masks.ts';
import {
  areaName,
  areaOf,
  everybody,
  gridOf,
  homeOf,
  matters,
  mediations,
  personAt,
  same,
  theWorld,
} from './truth/world.ts';

const world = theWorld();
const { notable } = world;

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const fifteenOf = (number: string): string => number.slice(0, 6) + number.slice(8, 17);

function expectedAtWindow(ref: PersonRef) {
  const person = personAt(ref);
  const home = homeOf(ref);
  const isParty = (parties: readonly { person: PersonRef | null }[]) =>
    parties.some((party) => same(party.person, ref));
  return {
    id: expect.any(String),
    maskedName: maskedName(person.name),
    maskedIdNumber: maskedIdNumber(person.idNumber),
    area: { name: areaName(areaOf(ref)) },
    household: home && { id: expect.any(String), dwelling: { grid: { code: gridOf(home.dwelling).code } } },
    openCases: matters()
      .filter(({ live, parties }) => live && isParty(parties))
      .map(({ number, title, status, holder }) => ({
        number,
        title,
        status,
        holder: { name: world.organizations[holder]?.name },
      })),
    openMediations: mediations()
      .filter(({ status, parties }) => ['ACCEPTED', 'IN_PROGRESS'].includes(status) && isParty(parties))
      .map(({ number, status, organization }) => ({
        number,
        status,
        organization: { name: world.mediationOrganizations[organization]?.name },
      })),
  };
}

describe('somebody at the service window', () => {
  it('is known, with every matter that is registered already', async () => {
    const { data, errors } = await checkAtWindow(personAt(notable.everything).idNumber);
    expect(errors).toEqual([]);
    expect(data.personByIdNumber).toEqual(expectedAtWindow(notable.everything));
    expect(data.personByIdNumber.openCases).not.toEqual([]);
    expect(data.personByIdNumber.openMediations).not.toEqual([]);
  });

  it.each([
    'nothing',
    'householdOfSeven',
    'migrant',
    'separated',
    'fifteenDigit',
    'merged',
    'cancelled',
    'deceasedPensioner',
    'loneElder',
  ] as const)('is who the world says: the notable %s', async (name) => {
    const { data, errors } = await checkAtWindow(personAt(notable[name]).idNumber);
    expect(errors).toEqual([]);
    expect(data.personByIdNumber).toEqual(expectedAtWindow(notable[name]));
  });

  it('is the same person by the number of fifteen digits and in full width', async () => {
    const { idNumber } = personAt(notable.fifteenDigit);
    const id = await idOf(notable.fifteenDigit);
    for (const written of [fifteenOf(idNumber), fullWidth(idNumber), fullWidth(fifteenOf(idNumber)), ` ${idNumber} `]) {
      const { data, errors } = await checkAtWindow(written);
      expect(errors).toEqual([]);
      expect(data.personByIdNumber.id).toBe(id);
    }
  });

  it('is the same person by a number whose x is lower-case or full-width', async () => {
    const somebody = [...everybody()].find(
      ({ idNumber, status, previousIdNumbers }) =>
        idNumber.endsWith('X') && status === 'ALIVE' && previousIdNumbers.length === 0,
    );
    const { idNumber } = somebody as { idNumber: string };
    const clerk = windowClerk();
    const found = await Promise.all(
      [idNumber, idNumber.toLowerCase(), fullWidth(idNumber), fullWidth(idNumber.toLowerCase())].map((written) =>
        checkAtWindow(written, clerk),
      ),
    );
    const ids = found.map(({ data }) => data.personByIdNumber?.id as string | undefined);
    expect(ids[0]).toBeDefined();
    expect(new Set(ids).size).toBe(1);
  });

  it('is the same person by a number that was corrected since', async () => {
    const { previousIdNumbers, idNumber } = personAt(notable.merged);
    expect(previousIdNumbers).not.toEqual([]);
    for (const previous of previousIdNumbers) {
      const { data } = await checkAtWindow(previous);
      expect(data.personByIdNumber.id).toBe(await idOf(notable.merged));
      expect(data.personByIdNumber.maskedIdNumber).toBe(maskedIdNumber(idNumber));
    }
  });

  it('is nobody, without an error, for a valid number that no register knows', async () => {
    const { data, errors, status } = await checkAtWindow('11010519491231002X');
    expect({ status, data, errors }).toEqual({ status: 200, data: { personByIdNumber: null }, errors: [] });
  });

  it.each([
    '330898',
    '330898197207023938',
    '',
    'x'.repeat(500),
  ])('is told what is wrong with the number %j, never the number itself', async (wrong) => {
    const { data, errors, text } = await checkAtWindow(wrong);
    expect(data.personByIdNumber).toBeNull();
    if (wrong) expect(text).not.toContain(wrong);
    for (const { extensions } of errors) expect(extensions.code).toBe('INVALID_ARGUMENT');
  });

  it('is not found by a clerk of another town, like somebody unknown', async () => {
    const { idNumber } = personAt(notable.everything);
    const elsewhere = world.villages.find(({ townCode }) => !areaOf(notable.everything).startsWith(townCode));
    const { data, text } = await checkAtWindow(idNumber, windowClerk(elsewhere?.townCode));
    expect(data.personByIdNumber?.maskedName ?? null).toBeNull();
    expect(data.personByIdNumber?.openCases ?? []).toEqual([]);
    expect(text).not.toContain(personAt(notable.everything).name);
  });

  it('is no longer looked up once a clerk has used up the hour, and the rest still answers', async () => {
    await clearOfTheHour();
    const clerk = windowClerk();
    const query = `query ($n: String!) { ${Array.from({ length: 20 }, (_, index) => `a${index}: personByIdNumber(idNumber: $n) { id }`).join(' ')} }`;
    const variables = { n: personAt(notable.nothing).idNumber };
    for (let time = 0; time < 3; time++) expect((await ask(clerk, query, variables)).errors).toEqual([]);
    const { errors } = await ask(clerk, operation('window-check'), { idNumber: variables.n });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['LOOKUP_LIMIT']);
  });
});
