import { areas } from '../../../schema/kit/areas/areas.ts';
import { peopleFigures } from '../../../schema/kit/people-figures/people-table.ts';
import { countedKinds } from './register.ts';

const SCHEMES: Readonly<Record<string, string>> = { EMPLOYEE: '职工基本医疗保险', RESIDENT: '城乡居民基本医疗保险' };
const STATUSES: Readonly<Record<string, string>> = { ACTIVE: '正常参保', PAUSED: '暂停参保', ENDED: '终止参保' };

/** People with medical insurance by where they live, scheme and status, each once however many enrolments they have. */
export const insuredFigures = peopleFigures({
  scope: 'medical-insurance.enrolment:statistics',
  areaLabel: (code) => areas.get(code)?.name ?? code,
  dimensions: { SCHEME: (scheme) => SCHEMES[scheme] ?? scheme, STATUS: (status) => STATUSES[status] ?? status },
  measures: [
    {
      measure: 'people',
      definition:
        'People with at least one enrolment in the row, ended ones included, each once (至少有一条参保记录（含已终止）的人数，同一人只计一次).',
      unit: 'people',
    },
  ],
  read: countedKinds,
});
