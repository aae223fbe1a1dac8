import {
  type ASTNode,
  buildASTSchema,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';
import { argumentOf } from './join-directives.ts';

/** Directives that a client may see on an element of the schema; all others are the federation's own. */
const CLIENT_DIRECTIVES = new Set(['deprecated', 'specifiedBy', 'oneOf']);

/** Where a directive of an operation may stand; such directives are the client's, all others the schema's. */
const OPERATION_LOCATIONS: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);

/** Names under which a supergraph may hold machinery without saying so by a link. */
const MACHINERY = ['join', 'link', 'core', 'federation'];

/**
 * The schema that clients validate against and introspect: the supergraph without `join__*`, `link__*`, the scalars and
 * directives of the federation, and everything marked `@inaccessible`.
 */
export function apiSchema(supergraph: string): GraphQLSchema {
  return buildASTSchema(withoutMachinery(parse(supergraph, { noLocation: true }), true), { assumeValidSDL: true });
}

/** The supergraph without the machinery of the federation, yet with its inaccessible elements: for trusted look-ups. */
export function fullSchema(supergraph: string): GraphQLSchema {
  return buildASTSchema(withoutMachinery(parse(supergraph, { noLocation: true }), false), { assumeValidSDL: true });
}

function withoutMachinery(document: DocumentNode, hideInaccessible: boolean): DocumentNode {
  const machinery = machineryPrefixes(document);
  const isMachinery = (name: string) => machinery.some((prefix) => name.startsWith(prefix));
  const hiddenTypes = new Set<string>();
  for (const definition of document.definitions) {
    if (hideInaccessible && 'name' in definition && definition.name !== undefined && isInaccessible(definition)) {
      hiddenTypes.add(definition.name.value);
    }
  }
  const element = (node: ASTNode & { readonly directives?: readonly DirectiveNode[] | undefined }) => {
    if (hideInaccessible && isInaccessible(node)) {
      return null;
    }
    return { ...node, directives: node.directives?.filter(({ name }) => CLIENT_DIRECTIVES.has(name.value)) };
  };
  const type = (node: { readonly name: { readonly value: string } } & Parameters<typeof element>[0]) =>
    isMachinery(node.name.value) ? null : element(node);

  return visit(document, {
    [Kind.DIRECTIVE_DEFINITION]: (node) => {
      const locations = node.locations.filter((location) => OPERATION_LOCATIONS.has(location.value));
      return locations.length === 0 || isMachinery(node.name.value) ? null : { ...node, locations };
    },
    [Kind.SCHEMA_DEFINITION]: { enter: element },
    [Kind.SCALAR_TYPE_DEFINITION]: { enter: type },
    [Kind.OBJECT_TYPE_DEFINITION]: { enter: type },
    [Kind.INTERFACE_TYPE_DEFINITION]: { enter: type },
    [Kind.UNION_TYPE_DEFINITION]: { enter: type },
    [Kind.ENUM_TYPE_DEFINITION]: { enter: type },
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: { enter: type },
    [Kind.FIELD_DEFINITION]: { enter: element },
    [Kind.INPUT_VALUE_DEFINITION]: { enter: element },
    [Kind.ENUM_VALUE_DEFINITION]: { enter: element },
    // What is left standing as a bare name is a member of a union or an implemented interface.
    [Kind.NAMED_TYPE]: (node) => (hiddenTypes.has(node.name.value) ? null : undefined),
  });
}

/** What the names of the federation's own types begin with: the name of a linked specification and two underscores. */
function machineryPrefixes(document: DocumentNode): string[] {
  const names = new Set(MACHINERY);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) {
      for (const directive of definition.directives ?? []) {
        const as = argumentOf(directive, 'as');
        const path = directive.name.value === 'link' ? String(argumentOf(directive, 'url')).split('/') : [];
        const name = typeof as === 'string' ? as : path.findLast((part) => part !== '' && !/^v\d/.test(part));
        if (name !== undefined) {
          names.add(name);
        }
      }
    }
  }
  return [...names].map((name) => `${name}__`);
}

function isInaccessible(node: object): boolean {
  const { directives } = node as { directives?: readonly DirectiveNode[] };
  return directives?.some(({ name }) => name.value === 'inaccessible') === true;
}
