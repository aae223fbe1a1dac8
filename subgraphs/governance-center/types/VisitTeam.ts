import { builder } from '../builder.ts';
import type { VisitTeamRow } from '../loaders/team-by-code.ts';
import { VisitRole } from './VisitRole.ts';

/** A seat of a team and who has it: an official, named in full. */
const VisitTeamSlot = builder.objectRef<VisitTeamRow['slots'][number]>('VisitTeamSlot').implement({
  description: 'A seat of a 5+1 team (走访小组成员).',
  fields: (t) => ({
    role: t.expose('role', { type: VisitRole, nullable: false, description: 'The seat (角色).' }),
    member: t.exposeString('member', { nullable: false, description: 'Who has it, named in full (成员姓名).' }),
  }),
});

/** A 5+1 team. */
export const VisitTeam = builder.objectRef<VisitTeamRow>('VisitTeam').implement({
  description: 'The 5+1 team of a village in a campaign (走访小组).',
  fields: (t) => ({
    id: t.exposeID('code', { nullable: false, description: 'Key: the team’s code (小组标识).' }),
    name: t.exposeString('name', { nullable: false, description: 'Name (小组名称).' }),
    campaign: t.exposeString('campaign', { nullable: false, description: 'Campaign (走访活动).' }),
    slots: t.field({
      type: [VisitTeamSlot],
      nullable: false,
      description: 'Its seats (成员).',
      resolve: ({ slots }) => [...slots],
    }),
  }),
});
