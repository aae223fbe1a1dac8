import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import { gridKinds } from '../extracts/codes/place-codes.ts';
import { rawCode } from '../extracts/codes/raw-code.ts';
import { grids } from '../extracts/grids.ts';

const kinds = rawCode(gridKinds);
const DUTIES = {
  RURAL: '01;02;03;04;05;06;07;08;09;10',
  URBAN_COMMUNITY: '01;02;03;04;05;06;07;08;09',
  DEDICATED: '02;03;06;08;09;10',
};

/** Every grid with the duties of its kind. */
export const gridsRows: SyntheticExtract = {
  layout: grids,
  *rows(world) {
    for (const { code, name, kind, areaCode, validFrom } of world.grids) {
      yield {
        网格编码: code,
        网格名称: name,
        网格类型: kinds(kind),
        区划代码: areaCode,
        职责编码: DUTIES[kind],
        启用日期: dateCell(validFrom, 'YYYY-MM-DD'),
        停用日期: '',
        更新日期: world.asOf,
      };
    }
  },
};
