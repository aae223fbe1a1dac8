import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewer } from '../../../tests/kit/viewer.ts';
import { entitlementsByPerson } from '../loaders/entitlements-by-person.ts';
import { type Bureau, openBureau } from './bureau.ts';

const HEALTH = 'medical-insurance.health:read';

let register: Bureau;
let rows: readonly { id: string; town: string }[];

beforeAll(async () => {
  register = await openBureau();
  rows = register.rows<{ id: string; town: string }>(
    'SELECT DISTINCT person_id AS id, substr(area_code, 1, 9) AS town FROM chronic_entitlement ORDER BY 1',
  );
});
afterAll(() => register?.close());

describe('entitlementsByPerson', () => {
  it('shows the people of the viewer’s areas alone, and discloses no others', async () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const town of new Set(rows.map((row) => row.town))) {
      const context = register.contextOf(viewer({ scopes: [HEALTH], areas: [town] }));
      const answers = await Promise.all(rows.map(({ id }) => entitlementsByPerson.load(context, id)));
      const shown = rows.filter((_, index) => (answers[index]?.length ?? 0) > 0).map(({ id }) => id);
      expect(shown).toEqual(rows.filter((row) => row.town === town).map(({ id }) => id));
      expect([...(context.disclosed.get('MedicalInsuranceEnrolment.chronicDiseases') ?? [])].sort()).toEqual(shown);
    }
  });

  it('refuses whoever may read everything else of the bureau, before reading', async () => {
    const scopes = [
      'medical-insurance.enrolment:read',
      'medical-insurance.enrolment:statistics',
      'hub.data-quality:read',
    ];
    const context = register.contextOf(viewer({ scopes }));
    const before = register.calls();
    await expect(entitlementsByPerson.load(context, rows[0]?.id ?? '')).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    expect(register.calls()).toBe(before);
  });
});
