import { codeTable } from './code-table.ts';

/**
 * Chronic diseases that entitle to outpatient benefits (门诊慢特病病种). Each region keeps its own list; replaceable.
 */
export const chronicDiseases = codeTable({
  system: 'chronic-disease',
  title: 'Chronic disease entitlement',
  titleZh: '门诊慢特病病种',
  verified: false,
  codes: {
    '01': { label: 'Hypertension', labelZh: '高血压' },
    '02': { label: 'Diabetes', labelZh: '糖尿病' },
    '03': { label: 'Coronary heart disease', labelZh: '冠心病' },
    '04': { label: 'Chronic obstructive pulmonary disease', labelZh: '慢性阻塞性肺疾病' },
    '05': { label: 'Malignant tumour', labelZh: '恶性肿瘤' },
    '06': { label: 'Chronic renal failure on dialysis', labelZh: '慢性肾功能衰竭透析' },
    '07': { label: 'Anti-rejection after transplant', labelZh: '器官移植抗排异' },
    '08': { label: 'Sequelae of stroke', labelZh: '脑卒中后遗症' },
    '09': { label: 'Chronic liver disease', labelZh: '慢性肝病' },
    '10': { label: "Parkinson's disease", labelZh: '帕金森病' },
    '11': { label: 'Severe mental disorder', labelZh: '严重精神障碍' },
  },
});
