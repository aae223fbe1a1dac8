import { builder } from '../builder.ts';
import type { AgreementForm as Form, MediationRow } from '../loaders/mediation-record.ts';
import { confirmationOf, JudicialConfirmation } from './JudicialConfirmation.ts';

const AgreementForm = builder.enumType('AgreementForm', {
  description: 'Form of an agreement; oral ones are lawful (协议形式).',
  values: {
    WRITTEN: { description: 'In writing (书面协议).' },
    ORAL: { description: 'By word of mouth (口头协议).' },
  } as const,
});

/** A mediation that led to an agreement. */
export interface AgreedMediation extends MediationRow {
  readonly agreementForm: Form;
  readonly agreementSignedOn: string;
}

/** The agreement of a mediation, or null where the register has none with form and date. */
export const agreementOf = (mediation: MediationRow): AgreedMediation | null =>
  isAgreed(mediation) ? mediation : null;

const isAgreed = (mediation: MediationRow): mediation is AgreedMediation =>
  mediation.agreementForm !== null && mediation.agreementSignedOn !== null;

/** What the parties of a mediation agreed. */
export const MediationAgreement = builder.objectRef<AgreedMediation>('MediationAgreement').implement({
  description: 'What the parties of a mediation agreed (调解协议).',
  fields: (t) => ({
    form: t.expose('agreementForm', { type: AgreementForm, nullable: false, description: 'Its form (协议形式).' }),
    signedOn: t.expose('agreementSignedOn', {
      type: 'Date',
      nullable: false,
      description: 'Day of signing (签订日期).',
    }),
    amount: t.exposeString('agreementAmount', { description: 'Amount in CNY, two decimals (协议金额).' }),
    performed: t.exposeBoolean('agreementPerformed', { description: 'Whether it was performed (是否履行).' }),
    judicialConfirmation: t.field({
      type: JudicialConfirmation,
      description: 'Where confirmation by the court stands (司法确认).',
      resolve: confirmationOf,
    }),
  }),
});
