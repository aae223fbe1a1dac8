import { codeTable } from './code-table.ts';

/**
 * Grounds in law on which a step in a case may rest (法律依据). Article numbers are for the deployment's legal officers to
 * confirm; the list is theirs to extend.
 */
export const legalGrounds = codeTable({
  system: 'legal-ground',
  title: 'Legal ground',
  titleZh: '法律依据',
  verified: false,
  codes: {
    'mediation-17': {
      label: "People's Mediation Law 17: mediation on request or on offer",
      labelZh: '《人民调解法》第十七条：申请或主动调解',
    },
    'mediation-25': {
      label: "People's Mediation Law 25: preventing escalation",
      labelZh: '《人民调解法》第二十五条：预防激化并报告',
    },
    'mediation-26': {
      label: "People's Mediation Law 26: ending a failed mediation",
      labelZh: '《人民调解法》第二十六条：终止调解并告知救济途径',
    },
    'mediation-33': {
      label: "People's Mediation Law 33: joint judicial confirmation",
      labelZh: '《人民调解法》第三十三条：共同申请司法确认',
    },
    'public-security-9': {
      label: 'Public Security Administration Punishments Law 9: mediation by police',
      labelZh: '《治安管理处罚法》第九条：公安机关调解处理',
    },
    'labour-mediation-10': {
      label: 'Labour Dispute Mediation and Arbitration Law 10: mediation bodies',
      labelZh: '《劳动争议调解仲裁法》第十条：劳动争议调解组织',
    },
    'legal-aid-31': {
      label: 'Legal Aid Law 31: matters of legal aid',
      labelZh: '《法律援助法》第三十一条：申请法律援助的事项',
    },
    'petition-34': {
      label: 'Petition Work Regulation 34: time limit of handling',
      labelZh: '《信访工作条例》第三十四条：办理期限',
    },
  },
});
