import { gridPostRoles } from '../../../schema/kit/code-tables/grid-post-roles.ts';
import { dateCell } from '../../../schema/synthetic/cells.ts';
import type { SyntheticExtract } from '../../../schema/synthetic/synthetic-extract.ts';
import type { GridRole } from '../../../schema/synthetic/world.ts';
import { gridPosts } from '../extracts/grid-posts.ts';

const ROLES: Readonly<Record<GridRole, string>> = {
  GRID_LEADER: '01',
  GRID_WORKER: '02',
  PART_TIME_GRID_WORKER: '03',
  POLICE_LIAISON: '06',
  PARTY_LIAISON: '04',
};

/** The posts of every grid; a vacant one names nobody. */
export const gridPostsRows: SyntheticExtract = {
  layout: gridPosts,
  *rows(world) {
    for (const { code, posts } of world.grids) {
      for (const [index, { role, worker }] of posts.entries()) {
        yield {
          网格编码: code,
          岗位序号: String(index + 1),
          岗位: gridPostRoles.labelZh(ROLES[role]),
          人员姓名: worker?.name ?? '',
          是否专职: worker ? (worker.fullTime ? '是' : '否') : '',
          最近培训日期: dateCell(worker?.lastTrainedOn, 'YYYY-MM-DD'),
          更新日期: world.asOf,
        };
      }
    }
  },
};
