import { dateTimeCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { dispatchKinds } from '../extracts/codes/case-codes.ts';
import { rawCode } from '../extracts/codes/raw-code.ts';
import { dispatches } from '../extracts/dispatches.ts';

const kinds = rawCode(dispatchKinds);
const time = (instant: string | null) => dateTimeCell(instant, 'YYYY-MM-DD HH:mm:ss');

/** Every instruction that was given in a matter. */
export const dispatchesRows: SyntheticExtract = {
  layout: dispatches,
  *rows(world) {
    for (let index = 0; index < world.matters; index++) {
      const { number, areaCode, dispatches: given } = world.matter(index);
      for (const dispatch of given) {
        yield {
          指令编号: dispatch.number,
          指令类型: kinds(dispatch.kind),
          事件编号: number,
          承接单位编码: world.organizations[dispatch.unit]?.code ?? '',
          区划代码: areaCode,
          下达时间: time(dispatch.issuedAt),
          接收时间: time(dispatch.receivedAt),
          联系时间: time(dispatch.contactedAt),
          到达时间: time(dispatch.arrivedAt),
        };
      }
    }
  },
};
