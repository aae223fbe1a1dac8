import { parse, validate } from 'graphql';
import type { CommittedGraph } from '../committed-graph.ts';
import { LOOKUP_SCOPE } from '../lookups.ts';
import { personas } from '../personas.ts';
import { besideFigures, statisticsAlone } from '../statistics-alone.ts';
import type { PurposeForm } from './purpose-form.ts';

const BOUND_TO_MATTER: readonly string[] = ['CASE', 'DISPATCH'];
const BOUND_TO_SUBJECTS: readonly string[] = [...BOUND_TO_MATTER, 'OWN_RECORD'];

/** All that keeps a purpose from being stored, in plain words; none where it is lawful. */
export function purposeFaults(purpose: PurposeForm, graph: CommittedGraph): string[] {
  const { boundTo, scopes, matterScopes, liveStatuses, lookup, lookupsPerHour, breakGlass, validFrom, validTo } =
    purpose;
  const isBound = BOUND_TO_MATTER.includes(boundTo);
  const faults: (string | false)[] = [
    ...unknownScopes(purpose, graph),
    scopes.some((scope) => matterScopes.includes(scope)) && 'scopes: expected no scope of matterScopes among them.',
    matterScopes.length > 0 &&
      !BOUND_TO_SUBJECTS.includes(boundTo) &&
      `matterScopes: expected none where the purpose is bound to ${boundTo}.`,
    ...statisticsFaults(purpose, graph),
    (lookup !== null) !== isBound &&
      'lookup: expected an operation exactly where the purpose is bound to CASE or DISPATCH.',
    liveStatuses.length > 0 !== isBound &&
      'liveStatuses: expected some exactly where the purpose is bound to CASE or DISPATCH.',
    lookup !== null && lookupFault(lookup, graph),
    scopes.includes(LOOKUP_SCOPE) !== (lookupsPerHour !== null) &&
      `lookupsPerHour: expected a number exactly where the scopes include ${LOOKUP_SCOPE}.`,
    purpose.withheldUntilReleased &&
      !isBound &&
      'withheldUntilReleased: expected true only where the purpose is bound to CASE or DISPATCH, whose matter is released.',
    breakGlass !== null && !isBound && 'breakGlass: expected none where the purpose is not bound to a matter.',
    breakGlass?.scopes.some((scope) => !matterScopes.includes(scope)) === true &&
      'breakGlass.scopes: expected scopes of matterScopes alone.',
    breakGlass?.personas.some((persona) => !purpose.personas.includes(persona)) === true &&
      'breakGlass.personas: expected kinds of users who may state the purpose.',
    validFrom !== undefined &&
      validTo !== null &&
      Date.parse(validTo) <= Date.parse(validFrom) &&
      'validTo: expected a time after validFrom.',
  ];
  return faults.filter((fault) => fault !== false);
}

/** Scopes that no field of the graph asks for and nothing is done with. */
function unknownScopes({ scopes, matterScopes }: PurposeForm, { required }: CommittedGraph): string[] {
  const asked = [...required.values()].flat(2);
  const known = new Set([...asked, ...Object.values(personas).flatMap((persona) => persona.scopes)]);
  return [...scopes, ...matterScopes]
    .filter((scope) => !known.has(scope))
    .map((scope) => `scopes: expected scopes of the graph, found ${scope}.`);
}

function statisticsFaults(purpose: PurposeForm, { required }: CommittedGraph): string[] {
  const lawful = statisticsAlone(purpose, besideFigures(required));
  const beyond = [...purpose.scopes, ...purpose.matterScopes].filter(
    (scope) => !lawful.scopes.includes(scope) && !lawful.matterScopes.includes(scope),
  );
  return beyond.map(
    (scope) =>
      `scopes: expected nothing about people beside figures (…:statistics), found ${scope} (统计用途不得含个人信息权限).`,
  );
}

function lookupFault(lookup: string, { full }: CommittedGraph): string | false {
  try {
    const [fault] = validate(full, parse(lookup));
    if (fault) return `lookup: ${fault.message}`;
  } catch {
    return 'lookup: expected a GraphQL operation.';
  }
  const tells = ['matter:', 'status', 'holder', 'acceptance', 'parties'].filter((part) => !lookup.includes(part));
  return tells.length > 0 && `lookup: expected it to ask for ${tells.join(', ')}.`;
}
