import { codeTable } from './code-table.ts';

/**
 * Systems at which a matter may bear a number of its own (外部系统). A number is unique within its system.
 */
export const externalSystems = codeTable({
  system: 'external-system',
  title: 'External reference system',
  titleZh: '外部系统',
  verified: false,
  codes: {
    '110': { label: 'Police hotline 110', labelZh: '110接处警平台' },
    '12345': { label: 'Government hotline 12345', labelZh: '12345政务服务便民热线' },
    court: { label: "People's court", labelZh: '人民法院' },
    petition: { label: 'Petition office', labelZh: '信访系统' },
  },
});
