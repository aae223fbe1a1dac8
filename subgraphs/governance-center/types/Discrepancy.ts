import { builder } from '../builder.ts';
import { CorrectionRequest, type CorrectionRequestValue } from './CorrectionRequest.ts';
import { COMPARED, type RecordOfPerson, type RegisterRecordValue } from './RegisterRecord.ts';

interface DiscrepancyValue {
  readonly attribute: keyof RegisterRecordValue;
  readonly agreeing: readonly (readonly string[])[];
}

/** What registers disagree on: who agrees with whom, and none of the values. */
export const Discrepancy = builder.objectRef<DiscrepancyValue>('Discrepancy').implement({
  description: 'What the registers disagree on about a person, without the values (数据不一致).',
  fields: (t) => ({
    attribute: t.exposeString('attribute', { nullable: false, description: 'name, sex or birthDate (不一致项).' }),
    agreeing: t.field({
      type: t.listRef(t.listRef('String')),
      nullable: false,
      description: 'Departments in groups that agree (相互一致的部门分组).',
      resolve: ({ agreeing }) => agreeing.map((departments) => [...departments]),
    }),
    correction: t.field({
      type: CorrectionRequest,
      description: 'The request to correct it, where there is one (更正请求).',
      resolve: (): CorrectionRequestValue | null => null,
    }),
  }),
});

const ATTRIBUTES = ['name', 'sex', 'birthDate'] as const;

/** Compares what registers say of a person; one that says nothing of an attribute disagrees with nobody on it. */
export function discrepanciesOf(records: RecordOfPerson): DiscrepancyValue[] {
  return ATTRIBUTES.map((attribute) => {
    const groups = new Map<string, string[]>();
    for (const [department, field] of Object.entries(COMPARED)) {
      const value = records[field]?.[attribute];
      if (value) groups.set(value, [...(groups.get(value) ?? []), department]);
    }
    return { attribute, agreeing: [...groups.values()] };
  }).filter(({ agreeing }) => agreeing.length > 1);
}
