import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BATCH, type Department, HERE, idOf, openDepartment } from '../../../tests/kit/department.ts';
import { departmentNames } from '../../departments.ts';
import { loadSubgraph } from '../../load-subgraph.ts';
import { scratchRegister } from '../../register/tests/scratch-register.ts';
import { type RetentionRule, retentionRulesOf } from '../retention-rules.ts';
import { countPast, cutoff, type DeletionProof, digestOf, runRule } from '../run-rule.ts';

const NOW = new Date('2026-11-29T08:00:00Z');

let center: Department;
beforeAll(async () => {
  center = await openDepartment('governance-center', await loadSubgraph('governance-center'));
  const kase = (number: string, closedAt: string | null) => ({
    number,
    channel: 'WINDOW',
    service: 'DISPUTE',
    category: 'property',
    scale: 'INDIVIDUAL',
    title: '纠纷',
    description: `${number} 的经过`,
    status: 'CLOSED',
    level: 'TOWN',
    area_code: HERE,
    accepted_at: '2015-01-01T00:00:00+08:00',
    closed_at: closedAt,
    version: 1,
  });
  await center.insert('governance_case', [
    kase('OLD', '2021-11-28T00:00:00+08:00'),
    kase('YOUNG', '2021-11-30T00:00:00+08:00'),
    kase('OPEN', null),
  ]);
  const visit = (number: string, at: string) => ({
    id: idOf('e', Number(number)),
    number,
    household_id: idOf('b', 1),
    team_code: 'T',
    area_code: HERE,
    at,
    findings: '一切正常',
    case_numbers: [],
  });
  await center.insert('household_visit', [
    visit('1', '2023-11-01T00:00:00+08:00'),
    visit('2', '2023-11-02T00:00:00+08:00'),
    visit('3', '2024-01-01T00:00:00+08:00'),
  ]);
});
afterAll(() => center.close());

const ruleOf = (kind: string): RetentionRule => {
  const rule = retentionRulesOf('governance-center').find((one) => one.kind === kind);
  if (!rule) throw new Error(`Expected a rule for ${kind}.`);
  return rule;
};
const numbersIn = async (table: string, where = 'true') =>
  (await center.database.pool.query(`SELECT number FROM ${table} WHERE ${where} ORDER BY 1`)).rows.map(
    ({ number }) => number,
  );

describe('retention', () => {
  it('keeps everything where no proof can be entered', async () => {
    const rule = ruleOf('household-visit');
    const refuse = () => Promise.reject(new Error('The ledger cannot be written.'));
    await expect(runRule(center.database, rule, NOW, refuse)).rejects.toThrow(/ledger/);
    expect(await numbersIn('household_visit')).toEqual(['1', '2', '3']);
  });

  it('deletes the rows whose time is over and no others, and proves which', async () => {
    const rule = ruleOf('household-visit');
    const proofs: DeletionProof[] = [];
    expect(await countPast(center.database, rule, NOW)).toBe(2);
    expect(await runRule(center.database, rule, NOW, async (proof) => void proofs.push(proof))).toBe(2);
    expect(await numbersIn('household_visit')).toEqual(['3']);
    expect(proofs).toEqual([{ rows: 2, digest: digestOf([['2'], ['1']]) }]);
    expect(await runRule(center.database, rule, NOW, async (proof) => void proofs.push(proof))).toBe(0);
    expect(proofs).toHaveLength(1);
  });

  it('empties the narrative of cases closed long ago and leaves the case', async () => {
    expect(await runRule(center.database, ruleOf('case-narrative'), NOW, async () => undefined)).toBe(1);
    expect(await numbersIn('governance_case', 'description IS NULL')).toEqual(['OLD']);
    expect(await numbersIn('governance_case')).toEqual(['OLD', 'OPEN', 'YOUNG']);
  });

  it('deletes rows that were set aside a year after their batch', async () => {
    const { pool, seal } = center.database;
    const rule = ruleOf('quarantined-row');
    await pool.query(`INSERT INTO exchange.quarantined_row VALUES ($1, 2, $2, 'INVALID_DATE', NULL)`, [
      BATCH,
      seal.seal('raw', 'place'),
    ]);
    expect(await countPast(center.database, rule, new Date())).toBe(0);
    const later = new Date(Date.now() + 400 * 86_400_000);
    expect(await runRule(center.database, rule, later, async () => undefined)).toBe(1);
  });

  it('counts months by the calendar', () => {
    expect(cutoff({ months: 36 }, NOW)).toBe('2023-11-29');
    expect(cutoff({ months: 1 }, new Date('2026-03-31T00:00:00Z'))).toBe('2026-02-28');
    expect(cutoff({ months: 14 }, new Date('2026-01-15T00:00:00Z'))).toBe('2024-11-15');
  });

  it.each(departmentNames())('has rules for %s that its tables understand', async (department) => {
    const { database, close } = await scratchRegister(department);
    try {
      for (const rule of retentionRulesOf(department)) {
        expect([rule.kind, await runRule(database, rule, NOW, async () => undefined)]).toEqual([rule.kind, 0]);
      }
    } finally {
      await close();
    }
  });
});
