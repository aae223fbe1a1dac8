import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CodeTable, codeTable } from '../code-table.ts';
import { disputeKinds } from '../dispute-kinds.ts';
import { familyRelationOf } from '../family-relation.ts';
import { familyRelations } from '../family-relations.ts';
import { gridReportItems } from '../grid-report-items.ts';
import { identityDocumentKindOf, identityDocuments } from '../identity-documents.ts';
import { insuranceSchemeOf, socialInsuranceSchemes } from '../social-insurance-schemes.ts';
import { enrolmentStatusOf, socialInsuranceStatuses } from '../social-insurance-statuses.ts';

const folder = new URL('..', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'code-table.ts');

const tables: CodeTable[] = [];
for (const file of files) {
  const exported: Record<string, unknown> = await import(new URL(file, folder).href);
  for (const value of Object.values(exported)) {
    if (typeof value === 'object' && value !== null && 'codeOf' in value) tables.push(value as CodeTable);
  }
}

describe('every code table', () => {
  it('is found, and bears a system of its own', () => {
    expect(tables.length).toBeGreaterThanOrEqual(22);
    expect(new Set(tables.map(({ system }) => system)).size).toBe(tables.length);
  });
  it('labels every code once, in English and in Chinese', () => {
    for (const table of tables) {
      const { system, values, titleZh } = table;
      expect(titleZh, system).toMatch(/\p{Script=Han}/u);
      for (const code of values) {
        const { label, labelZh } = table.codeOf(code);
        expect(label, `${system} ${code}`).toMatch(/^[\x20-\x7e]+$/);
        expect(labelZh, `${system} ${code}`).toMatch(/\p{Script=Han}/u);
      }
      expect(new Set(values.map((code) => table.label(code))).size, system).toBe(values.length);
      expect(new Set(values.map((code) => table.labelZh(code))).size, system).toBe(values.length);
    }
  });
  it('writes no code twice in its file', () => {
    for (const file of files) {
      const codes = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/^ {4}('?[\w-]+'?): \{ ?label/gm)].map(
        ([, code]) => code,
      );
      expect(new Set(codes).size, file).toBe(codes.length);
    }
  });
  it('names a standard wherever it claims to be verified', () => {
    for (const { verified, standard, system } of tables) if (verified) expect(standard, system).toMatch(/^G[BA]\/T \d/);
  });
});

describe('codeTable', () => {
  it('labels an unknown code by itself, names of object members included', () => {
    for (const code of ['ZZ', '', 'constructor', '__proto__']) {
      expect(disputeKinds.has(code)).toBe(false);
      expect(disputeKinds.codeOf(code)).toEqual({ system: 'dispute-kind', code, label: code, labelZh: code });
      expect(enrolmentStatusOf(code)).toBeUndefined();
      expect(familyRelationOf(code)).toBeUndefined();
    }
    expect(disputeKinds.codeOf('01')).toEqual({
      system: 'dispute-kind',
      code: '01',
      label: 'Marriage and family',
      labelZh: '婚恋家庭',
    });
  });
  it('refuses a table with an empty label', () => {
    const codes = { '1': { label: 'One', labelZh: '' } };
    expect(() => codeTable({ system: 'half', title: 'Half', titleZh: '半', verified: false, codes })).toThrow(
      'both labels of code 1',
    );
  });
});

describe('tables with a mapping', () => {
  it('map every code that they list', () => {
    for (const code of familyRelations.values) expect(familyRelationOf(code), code).toBeDefined();
    for (const code of identityDocuments.values) expect(identityDocumentKindOf(code), code).toBeDefined();
    for (const code of socialInsuranceStatuses.values) expect(enrolmentStatusOf(code), code).toBeDefined();
    for (const code of socialInsuranceSchemes.values) expect(insuranceSchemeOf(code), code).toBeDefined();
  });
  it('map the relations of GB/T 4761 by group, single codes apart', () => {
    const expected = { '01': 'SELF', '02': 'HEAD', '12': 'SPOUSE', '22': 'SON', '28': 'SON_IN_LAW', '37': 'DAUGHTER' };
    const more = { '38': 'DAUGHTER_IN_LAW', '44': 'GRANDCHILD', '51': 'FATHER', '58': 'MOTHER', '55': 'PARENT_IN_LAW' };
    const rest = {
      '63': 'GRANDPARENT',
      '73': 'SIBLING',
      '72': 'OTHER_RELATIVE',
      '97': 'OTHER_RELATIVE',
      '99': 'NON_RELATIVE',
    };
    for (const [code, relation] of Object.entries({ ...expected, ...more, ...rest })) {
      expect(familyRelationOf(code), code).toBe(relation);
    }
    expect(familyRelationOf('98')).toBeUndefined();
  });
  it('hold eight items to report and at least fifteen kinds of dispute', () => {
    expect(gridReportItems.values).toEqual(['01', '02', '03', '04', '05', '06', '07', '08']);
    expect(disputeKinds.values.length).toBeGreaterThanOrEqual(15);
    expect(disputeKinds.values.at(0)).toBe('01');
    expect(disputeKinds.values.at(-1)).toBe('99');
  });
});
