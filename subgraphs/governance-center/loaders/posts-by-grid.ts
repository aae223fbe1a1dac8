import { referenceList } from '../../../schema/kit/reference-loader.ts';
import { statement } from '../../../schema/register/statement.ts';

/** A post of a grid; without a worker it is vacant. Workers are officials and named in full. */
export interface GridPostRow {
  readonly gridCode: string;
  readonly role: string;
  readonly workerName: string | null;
  readonly fullTime: boolean | null;
  readonly lastTrainedOn: string | null;
}

const posts = statement<GridPostRow>(`
  SELECT p.grid_code AS "gridCode", p.role, p.worker_name AS "workerName", p.full_time AS "fullTime",
    p.last_trained_on AS "lastTrainedOn"
  FROM grid_post p WHERE p.grid_code = ANY($1::text[]) ORDER BY p.grid_code, p.post_number`);

/** The posts of each grid. */
export const postsByGrid = referenceList<GridPostRow>({
  read: (codes, database) => database.query(posts, [codes]),
  keysOf: ({ gridCode }) => gridCode,
});
