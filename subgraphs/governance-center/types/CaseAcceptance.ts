import { builder } from '../builder.ts';
import type { AcceptanceRow } from '../loaders/acceptance-by-case.ts';

/** What decides whether a case opens anything to the one who took it in; for the hub's own look-up alone. */
export const CaseAcceptance = builder.objectRef<AcceptanceRow>('CaseAcceptance').implement({
  description: 'Who took a case in and who stands by it (受理与确认).',
  directives: { inaccessible: {} },
  fields: (t) => ({
    acceptedBy: t.stringList({
      nullable: false,
      description: 'Officers who took it in (受理人).',
      resolve: ({ acceptedBy }) => [...acceptedBy],
    }),
    confirmedBy: t.stringList({
      nullable: false,
      description: 'Officers who confirmed it (确认人).',
      resolve: ({ confirmedBy }) => [...confirmedBy],
    }),
    references: t.exposeInt('references', {
      nullable: false,
      description: 'Numbers that it bears at other systems (外部编号数).',
    }),
  }),
});
