import { builder } from '../builder.ts';
import type { MediationRow, ConfirmationStatus as Status } from '../loaders/mediation-record.ts';

const ConfirmationStatus = builder.enumType('ConfirmationStatus', {
  description: 'Where judicial confirmation stands (司法确认状态).',
  values: {
    NOT_APPLIED: { description: 'Not applied for, still in time (未申请).' },
    APPLIED: { description: 'Applied for (已申请).' },
    CONFIRMED: { description: 'Confirmed by the court (已确认).' },
    REFUSED: { description: 'Refused by the court (不予确认).' },
    LAPSED: { description: 'Not applied for in time (逾期未申请).' },
  } as const,
});

interface ConfirmableMediation extends MediationRow {
  readonly confirmationStatus: Status;
  readonly confirmationDeadline: string;
}

/** Judicial confirmation of a mediation's agreement, or null where the register says nothing of it. */
export const confirmationOf = (mediation: MediationRow): ConfirmableMediation | null =>
  isConfirmable(mediation) ? mediation : null;

const isConfirmable = (mediation: MediationRow): mediation is ConfirmableMediation =>
  mediation.confirmationStatus !== null && mediation.confirmationDeadline !== null;

/** Judicial confirmation of an agreement, People's Mediation Law 33. */
export const JudicialConfirmation = builder.objectRef<ConfirmableMediation>('JudicialConfirmation').implement({
  description: 'Confirmation of an agreement by the court (司法确认).',
  fields: (t) => ({
    status: t.expose('confirmationStatus', {
      type: ConfirmationStatus,
      nullable: false,
      description: 'Where it stands (状态).',
    }),
    appliedOn: t.expose('confirmationAppliedOn', { type: 'Date', description: 'Day of the application (申请日期).' }),
    deadline: t.expose('confirmationDeadline', {
      type: 'Date',
      nullable: false,
      description: 'Last day of the joint application, 30 days after signing: People’s Mediation Law 33 (申请期限).',
    }),
  }),
});
