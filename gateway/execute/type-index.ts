import { type GraphQLSchema, isAbstractType } from 'graphql';

/** Answers questions on type names without a walk through the schema. */
export class TypeIndex {
  private readonly schema: GraphQLSchema;
  private readonly abstract: ReadonlySet<string>;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
    this.abstract = new Set(
      Object.values(schema.getTypeMap())
        .filter((type) => isAbstractType(type))
        .map(({ name }) => name),
    );
  }

  /** Whether this is the name of an interface or a union. */
  isAbstract(name: unknown): boolean {
    return this.abstract.has(name as string);
  }

  /** The names that meet one of these type conditions: themselves, and all implementers and members. */
  fitting(conditions: readonly string[]): ReadonlySet<string> {
    const names = new Set(conditions);
    for (const condition of conditions) {
      const type = this.schema.getType(condition);
      if (isAbstractType(type)) {
        for (const { name } of this.schema.getPossibleTypes(type)) {
          names.add(name);
        }
        for (const { name } of 'getFields' in type ? this.schema.getImplementations(type).interfaces : []) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
