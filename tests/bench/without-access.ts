import { type ConstDirectiveNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { argumentOf } from '../../gateway/plan/join-directives.ts';

/** Directives that say who may read; a gateway that does not enforce them refuses a supergraph with them. */
const ACCESS = ['requiresScopes', 'authenticated'];

/** A supergraph with other URLs of its subgraphs and without what says who may read. */
export function withoutAccess(supergraph: string, urlOf: (subgraph: string) => string): string {
  const isAccess = (name: string) => ACCESS.includes(name.split('__', 1)[0] ?? '');
  const linksAccess = (directive: ConstDirectiveNode) =>
    directive.name.value === 'link' &&
    ACCESS.some((name) => String(argumentOf(directive, 'url')).includes(`/${name}/`));
  const document: DocumentNode = visit(parse(supergraph, { noLocation: true }), {
    DirectiveDefinition: ({ name }) => (isAccess(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (isAccess(name.value) ? null : undefined),
    Directive(node) {
      const directive = node as ConstDirectiveNode;
      if (isAccess(directive.name.value) || linksAccess(directive)) return null;
      if (directive.name.value !== 'join__graph') return undefined;
      const url = { kind: Kind.STRING, value: urlOf(String(argumentOf(directive, 'name'))) } as const;
      return {
        ...directive,
        arguments: directive.arguments?.map((one) => (one.name.value === 'url' ? { ...one, value: url } : one)),
      };
    },
  });
  return print(document);
}
