import { legalGrounds } from '../../../schema/kit/code-tables/legal-grounds.ts';
import { dateTimeCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { caseEvents } from '../extracts/case-events.ts';
import { caseEventKinds, caseStatuses } from '../extracts/codes/case-codes.ts';
import { rawCode } from '../extracts/codes/raw-code.ts';

const kinds = rawCode(caseEventKinds);
const statuses = rawCode(caseStatuses);
const GROUND = 'mediation-17';

/** Every step of every matter. */
export const caseEventsRows: SyntheticExtract = {
  layout: caseEvents,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const { number, events } = world.matter(index);
      for (const [position, event] of events.entries()) {
        const { legalGround } = event;
        yield {
          事件编号: number,
          流转序号: String(position + 1),
          流转动作: kinds(event.kind),
          流转时间: dateTimeCell(event.at, 'YYYY-MM-DD HH:mm:ss'),
          经办人: event.by,
          经办单位编码: world.organizations[event.organization]?.code ?? '',
          原状态: statuses(event.from),
          新状态: statuses(event.to),
          法律依据: legalGround ? legalGrounds.labelZh(legalGrounds.has(legalGround) ? legalGround : GROUND) : '',
          流转意见: event.note ?? '',
        };
      }
    }
  },
};
