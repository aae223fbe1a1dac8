import { resolveReference } from '../../../schema/kit/federation.ts';
import { builder } from '../builder.ts';
import { organizationByCode } from '../loaders/organization-by-code.ts';
import type { OrganizationRow } from '../loaders/organization-row.ts';
import { organizationsByKind } from '../loaders/organizations-by-kind.ts';
import { WHOLE_LIST } from '../loaders/whole-list.ts';
import { OrganizationKind } from './OrganizationKind.ts';
import { Area, Organization } from './references.ts';
import { Stationing } from './Stationing.ts';
import { TownBoard } from './TownBoard.ts';

Organization.implement({
  description: 'A body that can hold a case (事权单位).',
  directives: { key: { fields: 'id' } },
  fields: (t) => ({
    id: t.exposeID('code', { nullable: false, description: 'Key: the organization’s code (单位标识).' }),
    name: t.exposeString('name', { nullable: false, description: 'Name (单位名称).' }),
    kind: t.expose('kind', { type: OrganizationKind, nullable: false, description: 'Kind (单位类型).' }),
    stationing: t.expose('stationing', { type: Stationing, description: 'How it is present (入驻方式).' }),
    board: t.expose('board', { type: TownBoard, description: 'Which board of its town (所属板块).' }),
    area: t.field({
      type: Area,
      nullable: false,
      description: 'For which area (辖区).',
      resolve: ({ areaCode }) => ({ code: areaCode }),
    }),
    onDuty: t.boolean({
      nullable: false,
      description: 'Whether it is there on a day; public holidays are not known here (当日是否在岗).',
      args: { date: t.arg({ type: 'Date', required: true, description: 'Day, China time (日期).' }) },
      resolve: (organization, { date }) => isOnDuty(organization, date),
    }),
  }),
});

resolveReference<{ id: string }>(builder, 'Organization', ({ id }, context) => organizationByCode.read(context, id));

builder.queryField('organizations', (t) =>
  t.field({
    type: [Organization],
    description: 'Organizations by code (事权单位列表).',
    args: {
      kind: t.arg({ type: OrganizationKind, description: 'Of this kind only (单位类型).' }),
      stationing: t.arg({ type: Stationing, description: 'Present in this way only (入驻方式).' }),
    },
    resolve: async (_root, { kind = null, stationing = null }, context) => [
      ...(await organizationsByKind.load(context, WHOLE_LIST, { kind, stationing })),
    ],
  }),
);

const FRIDAY = 5;

/** The centre and its response team never close; residents come every workday, rotating departments on their day. */
function isOnDuty({ kind, stationing, dutyWeekday }: OrganizationRow, day: string): boolean {
  if (kind === 'CENTER' || kind === 'RESPONSE_TEAM') return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  if (stationing === 'RESIDENT') return weekday <= FRIDAY;
  return stationing === 'ROTATING' && weekday === dutyWeekday;
}
