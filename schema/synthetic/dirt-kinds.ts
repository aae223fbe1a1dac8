/** What becomes of a dirty row: refused with a reason, put right by a rule, or visible only between registers. */
export type DirtClass = 'rejectable' | 'normalised' | 'cross-register';

/** A kind of dirt that real extracts carry. */
export interface DirtKind {
  code: string;
  class: DirtClass;
  /** Share of the rows of a layout that can carry it. */
  rate: number;
  /** The importer's reason (rejectable), rule (normalised) or the disagreement that the registers show. */
  outcome: string;
  title: string;
  titleZh: string;
}

/** Every kind that a generator may inject; rates are shares of rows. */
export const dirtKinds = {
  'fifteen-digit-id': {
    code: 'fifteen-digit-id',
    class: 'normalised',
    rate: 0.004,
    outcome: 'fifteen-to-eighteen',
    title: 'ID number in its old 15-digit form',
    titleZh: '十五位旧身份证号',
  },
  'lower-case-x': {
    code: 'lower-case-x',
    class: 'normalised',
    rate: 0.05,
    outcome: 'lower-case',
    title: 'Check character X in lower case (of the numbers that end in X)',
    titleZh: '校验码X写成小写',
  },
  'full-width-digits': {
    code: 'full-width-digits',
    class: 'normalised',
    rate: 0.003,
    outcome: 'full-width',
    title: 'Number typed in full-width characters',
    titleZh: '全角数字',
  },
  'retired-area-code': {
    code: 'retired-area-code',
    class: 'normalised',
    rate: 0.1,
    outcome: 'retired-area',
    title: 'Area column holds a retired division code (of the areas that have one)',
    titleZh: '区划列使用已停用代码',
  },
  'variant-character': {
    code: 'variant-character',
    class: 'normalised',
    rate: 0.002,
    outcome: 'variant-character',
    title: 'Name written with a variant character',
    titleZh: '姓名用异体字',
  },
  'wrong-check-character': {
    code: 'wrong-check-character',
    class: 'rejectable',
    rate: 0.002,
    outcome: 'ID_NUMBER_CHECK_CHARACTER',
    title: 'ID number with a wrong check character',
    titleZh: '身份证号校验码错误',
  },
  'malformed-id': {
    code: 'malformed-id',
    class: 'rejectable',
    rate: 0.001,
    outcome: 'ID_NUMBER_FORMAT',
    title: 'ID number of a wrong length',
    titleZh: '身份证号位数错误',
  },
  'duplicate-row': {
    code: 'duplicate-row',
    class: 'rejectable',
    rate: 0.003,
    outcome: 'DUPLICATE_ROW',
    title: 'The row comes twice in one extract',
    titleZh: '重复记录',
  },
  'missing-required': {
    code: 'missing-required',
    class: 'rejectable',
    rate: 0.001,
    outcome: 'MISSING_VALUE',
    title: 'A required column is empty',
    titleZh: '必填项缺失',
  },
  'impossible-date': {
    code: 'impossible-date',
    class: 'rejectable',
    rate: 0.0008,
    outcome: 'INVALID_DATE',
    title: 'A day that no calendar has',
    titleZh: '不存在的日期',
  },
  'unknown-code': {
    code: 'unknown-code',
    class: 'rejectable',
    rate: 0.0008,
    outcome: 'UNKNOWN_CODE',
    title: 'A code outside its table',
    titleZh: '代码不在码表内',
  },
  'unknown-area': {
    code: 'unknown-area',
    class: 'rejectable',
    rate: 0.0005,
    outcome: 'UNKNOWN_AREA',
    title: 'A division code that never existed',
    titleZh: '区划代码不存在',
  },
  'changed-name': {
    code: 'changed-name',
    class: 'cross-register',
    rate: 0.003,
    outcome: 'name-disagreement',
    title: 'The register still holds the former name',
    titleZh: '姓名已变更未更新',
  },
  'birth-date-disagreement': {
    code: 'birth-date-disagreement',
    class: 'cross-register',
    rate: 0.002,
    outcome: 'birth-date-disagreement',
    title: 'The birth date column disagrees with other registers',
    titleZh: '出生日期不一致',
  },
  'split-household': {
    code: 'split-household',
    class: 'cross-register',
    rate: 0.004,
    outcome: 'household-disagreement',
    title: 'Household split since; the row holds the number before',
    titleZh: '分户前户号',
  },
  'merged-household': {
    code: 'merged-household',
    class: 'cross-register',
    rate: 0.002,
    outcome: 'household-disagreement',
    title: 'Household merged since; the row holds the number before',
    titleZh: '并户前户号',
  },
  'registered-elsewhere': {
    code: 'registered-elsewhere',
    class: 'cross-register',
    rate: 0.01,
    outcome: 'area-disagreement',
    title: 'The row holds the registered place, not the one lived in',
    titleZh: '人户分离',
  },
  'deceased-drawing-pension': {
    code: 'deceased-drawing-pension',
    class: 'cross-register',
    rate: 0.01,
    outcome: 'status-disagreement',
    title: 'Benefit still paid to a person registered as deceased (of the deceased pensioners)',
    titleZh: '死亡仍领取养老金',
  },
  'late-arrival': {
    code: 'late-arrival',
    class: 'cross-register',
    rate: 0.005,
    outcome: 'late-arrival',
    title: 'The row reached the department weeks after the fact',
    titleZh: '迟报',
  },
} as const satisfies Record<string, DirtKind>;

/** The code of a kind of dirt. */
export type DirtCode = keyof typeof dirtKinds;
