import { describe, expect, it } from 'vitest';
import { ask, operation } from '../kit/hub-client.ts';
import { auditor, docketOf, handlerOf, idOf } from './askers.ts';
import { homeOf, matters, personAt, theWorld } from './truth/world.ts';

const world = theWorld();
const envelope = operation('sealed-envelope');

describe('the sealed envelope of the parties', () => {
  it('opens to who they are, and the opening is on record at once, for this person, case, purpose and user', async () => {
    const party = world.notable.everythingAll[1] as (typeof world.notable.everythingAll)[number];
    const matter = world.matter(party.matter);
    const user = `opener-${Date.now()}`;
    const { data, errors } = await ask({ ...handlerOf(matter), user }, envelope, { case: matter.number });
    const { name, idNumber, phone } = personAt(party);
    expect(errors).toEqual([]);
    expect(data.case.parties).toContainEqual({
      role: 'APPLICANT',
      person: {
        id: await idOf(party),
        identity: { name, idNumber, phone },
        residenceAddress: homeOf(party)?.dwelling.address,
      },
    });
    const trail = await ask(auditor, operation('audit-trail'), { person: await idOf(party) });
    const opened = trail.data.person.disclosures.nodes.filter((one: { user: string }) => one.user === user);
    expect(opened.map(({ fields }: { fields: string[] }) => fields).flat()).toEqual(
      expect.arrayContaining([expect.stringMatching(/identity/i), expect.stringMatching(/residenceAddress/i)]),
    );
    for (const entry of opened) {
      expect(entry).toMatchObject({
        client: 'case-handler-client',
        caseNumber: matter.number,
        purpose: { code: 'case-handling' },
        breakGlass: false,
      });
    }
    expect(JSON.stringify(trail.data.person)).not.toContain(idNumber);
    expect(JSON.stringify(trail.data.person)).not.toContain(name);
  });

  it('stays closed where the list of matters is the purpose, with one refusal for each field', async () => {
    const matter = world.matter(world.notable.everything.matter);
    const { data, errors, text } = await ask(docketOf(), envelope, { case: matter.number });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    for (const { person } of data.case.parties)
      expect(person).toMatchObject({ identity: null, residenceAddress: null });
    expect(text).not.toContain(personAt(world.notable.everything).name);
  });

  it('stays closed to a matter whose kind does not open it, or opens it to who holds it', async () => {
    const answered = { opened: 0, refused: 0 };
    for (const matter of matters().filter(({ live, parties }) => live && parties.some(({ person }) => person))) {
      const { data, errors } = await ask(handlerOf(matter), envelope.replace('number\n', 'number opens\n'), {
        case: matter.number,
      });
      if (!data.case) continue;
      const opens = data.case.opens.includes('public-security.person:identify');
      for (const [index, party] of matter.parties.entries()) {
        if (!party.person) continue;
        const told = data.case.parties[index]?.person?.identity ?? null;
        if (opens) expect(told?.name ?? null).toBe(told && personAt(party.person).name);
        else expect(told).toBeNull();
        answered[told ? 'opened' : 'refused'] += 1;
      }
      if (!opens) expect(errors.some(({ extensions }) => extensions.code === 'FORBIDDEN')).toBe(true);
    }
    console.log(`Envelopes in live matters: ${answered.opened} opened, ${answered.refused} stayed closed.`);
    expect(answered.opened).toBeGreaterThan(0);
  });
});
