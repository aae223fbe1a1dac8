import { builder } from '../builder.ts';
import { CorrectionStatus } from './CorrectionStatus.ts';
import { Person } from './references.ts';

/** A department was asked to look at what its register says of a person. */
export interface CorrectionRequestValue {
  readonly id: string;
  readonly personId: string;
  readonly attribute: string;
  readonly owner: string;
  readonly status: 'OPEN' | 'ACCEPTED' | 'REJECTED';
  readonly requestedAt: string;
  readonly decidedAt: string | null;
}

/** A request to correct a register. */
export const CorrectionRequest = builder.objectRef<CorrectionRequestValue>('CorrectionRequest').implement({
  description: 'A request to a department to correct its register (数据更正请求).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (请求标识).' }),
    person: t.field({
      type: Person,
      nullable: false,
      description: 'Whose record (当事人).',
      resolve: ({ personId }) => ({ id: personId }),
    }),
    attribute: t.exposeString('attribute', { nullable: false, description: 'What disagrees (不一致项).' }),
    owner: t.exposeString('owner', { nullable: false, description: 'Department that owns the register (责任部门).' }),
    status: t.expose('status', { type: CorrectionStatus, nullable: false, description: 'Where it stands (状态).' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', nullable: false, description: 'When asked (提出时间).' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', description: 'When decided (处理时间).' }),
  }),
});
