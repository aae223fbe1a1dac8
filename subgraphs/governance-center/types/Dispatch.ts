import { resolveReference } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { dispatchById } from '../loaders/dispatch-by-id.ts';
import { organizationByCode } from '../loaders/organization-by-code.ts';
import { DispatchKind } from './DispatchKind.ts';
import { DispatchStage } from './DispatchStage.ts';
import { Case, Dispatch, Organization } from './references.ts';

Dispatch.implement({
  description: 'An instruction to a unit: receive in 1 minute, reach the person in 3, be there in 10 (指令).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'The hub’s id (指令标识).' }),
    kind: t.expose('kind', { type: DispatchKind, nullable: false, description: 'Kind (指令类型).' }),
    case: t.field({
      type: Case,
      description: 'The case in which it was given (所属事件).',
      resolve: ({ caseNumber }) => ({ number: caseNumber }),
    }),
    unit: t.field({
      type: Organization,
      nullable: false,
      description: 'The unit that was sent (承接单位).',
      resolve: async ({ unitCode }, _args, context) => {
        const unit = await organizationByCode.load(context, unitCode);
        if (!unit) throw new Error(`Expected organization ${unitCode} of an instruction to be in the register.`);
        return unit;
      },
    }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', nullable: false, description: 'When given (下达时间).' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When received (接收时间).' }),
    contactedAt: t.expose('contactedAt', { type: 'DateTime', description: 'When the person was reached (联系时间).' }),
    arrivedAt: t.expose('arrivedAt', { type: 'DateTime', description: 'When the first unit was there (到达时间).' }),
    breaches: t.field({
      type: [DispatchStage],
      nullable: false,
      description: 'Stages that took or take too long (超时阶段).',
      resolve: ({ breaches }) => [...breaches],
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'Dispatch', ({ id }, context) => dispatchById.load(context, id));
