import type { Dispatch, Matter } from '../../../schema/synthetic/world.ts';
import { maskedName } from './masks.ts';
import { areaName, homeOf, personAt, theWorld } from './world.ts';

const LIMITS = [
  ['RECEIVE', 'receivedAt', 1],
  ['CONTACT', 'contactedAt', 3],
  ['ARRIVE', 'arrivedAt', 10],
] as const;

/** Which limits an immediate response broke, by its times; a point order has none. */
export const breachesOf = (dispatch: Dispatch): string[] =>
  dispatch.kind === 'POINT_ORDER'
    ? []
    : LIMITS.filter(([, at, minutes]) => {
        const then = dispatch[at] === null ? Date.now() : Date.parse(dispatch[at]);
        return then > Date.parse(dispatch.issuedAt) + minutes * 60_000;
      }).map(([stage]) => stage);

const nameOf = (organization: number): string | undefined => theWorld().organizations[organization]?.name;

/** What the centre holds on a matter whose rows are clean, in the shape of the operation case-life. */
export function expectedCase(matter: Matter) {
  const world = theWorld();
  const { outcome, followUp, mediation, incident } = matter;
  const grid = world.grids[matter.grid];
  return {
    number: matter.number,
    channel: matter.channel,
    service: matter.service,
    title: matter.title,
    status: matter.status,
    level: matter.level,
    tier: matter.tier,
    overdue: matter.live && matter.resolvedAt === null && Date.parse(matter.dueAt) < Date.now(),
    acceptedAt: matter.acceptedAt,
    dueAt: matter.dueAt,
    resolvedAt: matter.resolvedAt,
    closedAt: matter.closedAt,
    references: matter.references.map(({ system, number }) => ({ system, number })),
    category: { code: matter.category },
    area: { code: matter.areaCode, name: areaName(matter.areaCode) },
    grid: { code: grid?.code, name: grid?.name },
    holder: {
      name: nameOf(matter.holder),
      stationing: world.organizations[matter.holder]?.stationing,
      board: world.organizations[matter.holder]?.board,
    },
    parties: matter.parties.map(({ role, person, organization }) => ({
      role,
      person: person && {
        maskedName: maskedName(personAt(person).name),
        household: homeOf(person) && { size: homeOf(person)?.members.length },
      },
      organization: organization?.register === 'organization' ? { name: nameOf(organization.index) } : null,
    })),
    incidents: incident
      ? [{ number: incident.number, reportedAt: incident.reportedAt, outcome: incident.outcome }]
      : [],
    mediations: mediation
      ? [
          {
            number: mediation.number,
            status: mediation.status,
            agreement: mediation.agreement && {
              form: mediation.agreement.form,
              amount: mediation.agreement.amount,
              performed: mediation.agreement.performed,
            },
          },
        ]
      : [],
    dispatches: matter.dispatches.map((dispatch) => ({
      kind: dispatch.kind,
      unit: { name: nameOf(dispatch.unit) },
      issuedAt: dispatch.issuedAt,
      receivedAt: dispatch.receivedAt,
      contactedAt: dispatch.contactedAt,
      arrivedAt: dispatch.arrivedAt,
      breaches: breachesOf(dispatch),
    })),
    outcome: outcome && { material: outcome.material, emotional: outcome.emotional },
    followUp: followUp && { reached: followUp.reached, satisfied: followUp.satisfied, score: followUp.score },
    timeline: matter.events.map((event) => ({
      kind: event.kind,
      at: event.at,
      by: event.by,
      organization: { name: nameOf(event.organization) },
      from: event.from,
      to: event.to,
    })),
  };
}

/** All that the narrative of a matter says: it may name people. */
export const narrativeOf = (matter: Matter) => ({
  description: matter.description,
  ...(matter.outcome && { outcome: { summary: matter.outcome.summary } }),
  timeline: matter.events.map(({ note }) => ({ note })),
});
