/** A table of the bureau's own, and what its rows are known by. */
export interface SystemTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

const enrolments: SystemTable = {
  name: 'enrolment',
  key: ['person_id', 'scheme', 'starts_on'],
  columns: [
    'person_id',
    'scheme',
    'starts_on',
    'paused_on',
    'status_code',
    'status',
    'place_code',
    'subsidised',
    'name',
    'sex',
    'birth_date',
    'area_code',
    'updated_at',
  ],
};

const entitlements: SystemTable = {
  name: 'chronic_entitlement',
  key: ['person_id', 'disease_code', 'starts_on'],
  columns: ['person_id', 'disease_code', 'starts_on', 'ends_on', 'area_code', 'updated_at'],
};

/** The bureau's tables by the layout whose rows they take in. */
export const systemTables: ReadonlyMap<string, SystemTable> = new Map([
  ['enrolments', enrolments],
  ['chronic-entitlements', entitlements],
]);

/** The table where a batch's rows wait until they count. */
export const waitingName = ({ name }: SystemTable): string => `waiting_${name}`;
