/** What the departments know of a life at `world.asOf`. */
export interface LifeFacts {
  /** Alone in the household lived in. */
  livesAlone: boolean;
  disability: Disability | null;
  orphan: boolean;
  /** A minor whose parents live outside the district. */
  leftBehind: boolean;
  employment: Employment | null;
  /** Ended jobs, newest first. */
  formerEmployments: readonly Employment[];
  pension: PensionScheme | null;
  /** Drawing a pension since; the deceased keep theirs. */
  pensionBenefit: PensionBenefit | null;
  medical: MedicalCover | null;
  chronicDiseases: readonly ChronicDisease[];
  allowances: readonly Allowance[];
}

export interface Disability {
  kind: 'VISION' | 'HEARING' | 'SPEECH' | 'LIMB' | 'INTELLECTUAL' | 'MENTAL' | 'MULTIPLE';
  /** 1 (most severe) to 4; 1 and 2 count as severe. */
  grade: 1 | 2 | 3 | 4;
  since: string;
}

/** A job with contributions: employee pension, unemployment and work injury insurance. */
export interface Employment {
  /** Index into `world.employers`. */
  employer: number;
  from: string;
  to: string | null;
  /** Monthly contribution base in yuan. */
  base: number;
}

export interface PensionScheme {
  scheme: 'EMPLOYEE' | 'RESIDENT';
  from: string;
}

export interface PensionBenefit {
  scheme: 'EMPLOYEE' | 'RESIDENT';
  from: string;
  /** Yuan, two decimals. */
  monthlyAmount: string;
}

export interface MedicalCover {
  scheme: 'EMPLOYEE' | 'RESIDENT';
  from: string;
  status: 'ACTIVE' | 'PAUSED' | 'ENDED';
  pausedOn: string | null;
  /** Contribution paid by assistance. */
  subsidised: boolean;
}

export interface ChronicDisease {
  disease: 'HYPERTENSION' | 'DIABETES' | 'CORONARY' | 'COPD' | 'STROKE' | 'KIDNEY_FAILURE' | 'CANCER' | 'SCHIZOPHRENIA';
  from: string;
}

export interface Allowance {
  kind: 'ADVANCED_AGE' | 'DISABILITY_LIVING' | 'DISABILITY_NURSING' | 'ORPHAN';
  from: string;
  to: string | null;
  monthlyAmount: string;
  status: 'ACTIVE' | 'SUSPENDED' | 'ENDED';
}
