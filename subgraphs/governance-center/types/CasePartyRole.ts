import { builder } from '../builder.ts';

/** What a party is to a case (当事人身份). */
export const CasePartyRole = builder.enumType('CasePartyRole', {
  description: 'What a party is to a case (当事人身份).',
  values: {
    APPLICANT: { description: 'Who asks (申请人).' },
    RESPONDENT: { description: 'Who is asked (被申请人).' },
    REPORTER: { description: 'Who reported it (报告人).' },
    SUBJECT: { description: 'Whom it is about (服务对象).' },
  },
});
