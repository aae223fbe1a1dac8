import { shared } from '../../../schema/kit/builder.ts';
import { gridPostRoles } from '../../../schema/kit/code-tables/grid-post-roles.ts';
import { builder } from '../builder.ts';
import type { GridPostRow } from '../loaders/posts-by-grid.ts';
import { GridWorker } from './GridWorker.ts';

/** A post of a grid. */
export const GridPost = builder.objectRef<GridPostRow>('GridPost').implement({
  description: 'A post of a grid, filled or vacant (网格岗位).',
  fields: (t) => ({
    role: t.field({
      type: shared(builder).code(),
      nullable: false,
      description: 'What the post is for (岗位).',
      resolve: ({ role }) => gridPostRoles.codeOf(role),
    }),
    worker: t.field({
      type: GridWorker,
      description: 'Who fills it; nobody where it is vacant (在岗人员).',
      resolve: ({ workerName, fullTime, lastTrainedOn }) =>
        workerName === null ? null : { name: workerName, fullTime: fullTime ?? false, lastTrainedOn },
    }),
  }),
});
