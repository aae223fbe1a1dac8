import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities, people } from '../../../tests/kit/entities.ts';
import { type ImportedRegister, importedRegister } from '../../../tests/kit/imported-register.ts';
import { viewer } from '../../../tests/kit/viewer.ts';
import { subgraph } from '../subgraph.ts';

const asker = viewer({ scopes: ['justice.mediation:read', 'justice.mediation:history', 'justice.legal-aid:read'] });

let register: ImportedRegister;

beforeAll(async () => {
  register = await importedRegister('justice', subgraph);
});
afterAll(() => register?.close());

describe('the bureau’s extracts', () => {
  it('come in whole but for what is dirty, and count the parties nobody could be linked to', async () => {
    const { rows } = await register.database.pool.query<{ layout: string; share: number; unlinked: number }>(
      `SELECT layout, sum(accepted)::float / sum(rows) AS share, sum(unlinked)::int AS unlinked
       FROM exchange.import_batch GROUP BY layout ORDER BY layout`,
    );
    expect(rows.map(({ layout }) => layout)).toEqual([
      'legal-aid',
      'mediation-assignments',
      'mediation-organizations',
      'mediation-parties',
      'mediations',
      'mediators',
    ]);
    for (const { layout, share } of rows) expect(share, layout).toBeGreaterThan(0.9);
    expect(rows.find(({ layout }) => layout === 'mediation-parties')?.unlinked).toBeGreaterThan(0);
  });

  it('lead from a matter to its mediation, the mediators named in full and the parties linked', async () => {
    const { world } = register;
    const notable = world.notable.everythingAll.find(({ matter }) => world.matter(matter).mediation);
    const matter = world.matter(notable?.matter ?? -1);
    const { data } = await register.ask(
      entities(
        'Case',
        `mediations { number status organization { name } mediators { name }
        parties { person { id } role } area { code } }`,
      ),
      asker,
      { of: [{ __typename: 'Case', number: matter.number }] },
    );
    const { mediation } = matter;
    expect(data._entities[0].mediations).toEqual([
      {
        number: mediation?.number,
        status: mediation?.status,
        organization: { name: world.mediationOrganizations[mediation?.organization ?? -1]?.name },
        mediators: mediation?.mediators.map((index) => ({ name: world.mediators[index]?.name })),
        parties: mediation?.parties.map(({ person, role }) => ({
          person: person && { id: register.personId(person) },
          role,
        })),
        area: { code: mediation?.areaCode },
      },
    ]);
  });

  it('tell of somebody whom every register knows', async () => {
    const id = register.personId(register.world.notable.everything);
    const { data } = await register.ask(entities('Person', 'mediations { totalCount }'), asker, people(id));
    expect(data._entities[0].mediations.totalCount).toBeGreaterThan(0);
  });

  it('tell of legal aid whom it was granted to', async () => {
    const { world } = register;
    const aids = Array.from({ length: world.matters }, (_, index) => world.matter(index).legalAid ?? []).flat();
    const held = await register.database.pool.query<{ number: string; person: string }>(
      'SELECT number, person_id AS person FROM legal_aid',
    );
    expect(held.rows.length).toBeGreaterThan(0);
    for (const { number, person } of held.rows) {
      const aid = aids.find((one) => one.number === number);
      expect(person).toBe(aid && register.personId(aid.person));
      const { data } = await register.ask(entities('Person', 'legalAid { status dueOn }'), asker, people(person));
      expect(data._entities[0].legalAid).toContainEqual({ status: aid?.status, dueOn: aid?.dueOn });
    }
  });

  it('tell nothing of somebody known to the population register alone', async () => {
    const id = register.personId(register.world.notable.nothing);
    const selection = 'openMediations { number } mediations { totalCount } legalAid { id }';
    const { data } = await register.ask(entities('Person', selection), asker, people(id));
    expect(data._entities[0]).toEqual({ openMediations: [], mediations: { totalCount: 0 }, legalAid: [] });
  });
});
