import { builder } from '../builder.ts';
import { CaseStatus } from './CaseStatus.ts';
import { GovernanceLevel } from './GovernanceLevel.ts';
import { IntakeChannel } from './IntakeChannel.ts';
import { ServiceKind } from './ServiceKind.ts';

/** Which cases a list shows or a figure counts. */
export const CaseFilter = builder.inputType('CaseFilter', {
  description: 'Which cases; times are [from, to) (事件条件).',
  fields: (t) => ({
    areaCode: t.string({ description: 'Area and all that lies in it (区划代码).' }),
    gridId: t.id({ description: 'Grid (网格).' }),
    channel: t.field({ type: IntakeChannel, description: 'Where they came in (受理渠道).' }),
    service: t.field({ type: ServiceKind, description: 'Service (服务类型).' }),
    status: t.field({ type: [CaseStatus], description: 'Any of these (办理状态).' }),
    level: t.field({ type: GovernanceLevel, description: 'Level that holds them now (当前层级).' }),
    category: t.string({ description: 'Code of the kind (事项类别代码).' }),
    holderId: t.id({ description: 'Organization that holds them (事权单位).' }),
    overdue: t.boolean({ description: 'Past their time limit and unresolved, or not (是否超期).' }),
    acceptedFrom: t.field({ type: 'DateTime', description: 'Taken in at or after (受理时间起，含).' }),
    acceptedTo: t.field({ type: 'DateTime', description: 'Taken in before (受理时间止，不含).' }),
  }),
});
