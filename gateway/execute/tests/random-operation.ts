import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** An operation and the variables to run it with. */
export interface RandomOperation {
  readonly source: string;
  readonly variables: Record<string, unknown>;
}

/** What a made-up operation may hold, all of it unless told. */
export interface OperationStyle {
  /** `@skip` and `@include`. */
  readonly conditions?: boolean;
  /** Aliases that are the names of other fields. */
  readonly fieldAliases?: boolean;
  /** Objects and lists selected more than once under one response key. */
  readonly repeats?: boolean;
}

/** Makes up a query: aliases, arguments, fragments, literal and variable `@skip` and `@include`. It may be invalid. */
export function randomOperation(
  schema: GraphQLSchema,
  random: () => number,
  style: OperationStyle = {},
): RandomOperation {
  const maker = new OperationMaker(schema, random, style);
  const body = maker.selections(schema.getQueryType() as GraphQLNamedOutputType, 5);
  const text = `${body}\n${maker.fragments.join('\n')}`;
  const flags = Object.entries({ yes: true, no: false }).filter(([name]) => text.includes(`$${name}`));
  const declared = flags.map(([name]) => `$${name}: Boolean!`).join(', ');
  return { source: `query ${declared && `(${declared})`} ${text}`, variables: Object.fromEntries(flags) };
}

class OperationMaker {
  readonly fragments: string[] = [];
  private readonly schema: GraphQLSchema;
  private readonly random: () => number;
  private readonly style: OperationStyle;
  private budget = 60;

  constructor(schema: GraphQLSchema, random: () => number, style: OperationStyle) {
    this.schema = schema;
    this.random = random;
    this.style = style;
  }

  selections(type: GraphQLNamedOutputType, depth: number): string {
    const parts: string[] = [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const wanted = 1 + Math.floor(this.random() * 4);
    for (let index = 0; index < wanted && fields.length > 0; index++) {
      const field = this.pick(fields);
      const named = getNamedType(field.type);
      if (!isLeafType(named) && (depth === 0 || this.budget <= 0)) {
        continue;
      }
      this.budget -= 1;
      const isSingle = this.style.repeats === false && !isLeafType(getNullableType(field.type));
      const alias = isSingle || field.args.length > 0 || this.random() < 0.15 ? `${this.alias(fields)}: ` : '';
      const below = isLeafType(named) ? '' : this.selections(named, depth - 1);
      parts.push(`${alias}${field.name}${this.arguments(field.args)}${this.condition()} ${below}`);
    }
    for (const concrete of isAbstractType(type) ? this.schema.getPossibleTypes(type) : []) {
      if (this.random() < 0.6 && depth > 0) {
        parts.push(`... on ${concrete.name}${this.condition()} ${this.selections(concrete, depth - 1)}`);
      }
    }
    if (parts.length === 0 || this.random() < 0.2) {
      parts.push('__typename');
    }
    if (this.random() < 0.1) {
      const name = `F${this.fragments.length}`;
      this.fragments.push('');
      this.fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} { ${parts.join(' ')} }`;
      return `{ ...${name}${this.condition()} ${this.style.repeats === false ? '' : parts[0]} }`;
    }
    return `{ ${parts.join(' ')} }`;
  }

  /** A new name, or at times that of another field, which a key or an input may need at the same time. */
  private alias(fields: readonly { readonly name: string }[]): string {
    const isField = this.random() < 0.2 && this.style.fieldAliases !== false;
    return isField ? this.pick(fields).name : `a${Math.floor(this.random() * 1e6)}`;
  }

  private condition(): string {
    const roll = this.random();
    const flag = this.pick(['$yes', '$no', 'true', 'false']);
    if (this.style.conditions === false) {
      return '';
    }
    return roll < 0.04 ? ` @skip(if: ${flag})` : roll < 0.08 ? ` @include(if: ${flag})` : '';
  }

  private arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter(({ type }) => isNonNullType(type) || this.random() < 0.3);
    return given.length === 0 ? '' : `(${given.map(({ name, type }) => `${name}: ${this.value(type)}`).join(', ')})`;
  }

  private value(type: GraphQLInputType): string {
    if (isNonNullType(type)) {
      return this.value(type.ofType);
    }
    if (isListType(type)) {
      return `[${this.value(type.ofType)}]`;
    }
    if (isEnumType(type)) {
      return this.pick(type.getValues()).name;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((one) => isNonNullType(one.type) || this.random() < 0.3);
      return `{ ${fields.map((one) => `${one.name}: ${this.value(one.type)}`).join(', ')} }`;
    }
    const number = Math.floor(this.random() * 9);
    return type.name === 'Int' || type.name === 'Float'
      ? `${number}`
      : type.name === 'Boolean'
        ? 'true'
        : `"${number}"`;
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)] as Item;
  }
}
