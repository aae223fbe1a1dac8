/** A case in which Hive's router runtime answers otherwise than the data says. */
export interface Disagreement {
  /** The folder of the federation. */
  readonly federation: string;
  /** The case, by what completes "it …". */
  readonly it: string;
  /** Why the engine is right. */
  readonly reason: string;
  /** Whether made-up operations over the federation meet it as well. */
  readonly isWide?: boolean;
}

/** Why made-up operations over a federation may be answered otherwise by the router runtime. */
export function wideDisagreement(federation: string): string | undefined {
  return WIDE_ONLY[federation] ?? disagreements.find((one) => one.federation === federation && one.isWide)?.reason;
}

/** Differences that made-up operations alone meet. */
const WIDE_ONLY: Readonly<Record<string, string>> = {
  'null-keys': 'A required field under an alias that was not found leaves its object empty there, without an error.',
  'interface-objects':
    'Asked for keys in fragments on several implementers, the planner asks for some alone; only the engine says so.',
};

const ALIAS = 'It takes an alias of the client for the field of that name, which is a key or an input.';
const LIST = 'A null item of `[T!]` takes the list (GraphQL specification 6.4.4); it leaves the null in the list.';
const ORDER =
  'Its planner finds no way to implementers where a subgraph that extends the interface comes first by name.';
const ROOT = 'A null under a non-null root field takes all of data (GraphQL specification 6.4.4); it stops below.';
const NULL_INPUT = 'It leaves inputs that are null out of representations, so the subgraph computes from nothing.';
const UNION_TYPE = 'It sends union and interface inputs without __typename, and leaves out those that are null.';

/** All cases in which engine and router runtime disagree; each must still do so, else the list is out of date. */
export const disagreements: readonly Disagreement[] = [
  {
    federation: 'interface-object-indirect-extension',
    it: 'asks the interface for the type of an object that is found without one',
    reason: ORDER,
    isWide: true,
  },
  {
    federation: 'interface-object-indirect-extension',
    it: 'adds fields inside of a fragment on one implementer',
    reason: ORDER,
    isWide: true,
  },
  { federation: 'keys', it: 'takes no alias of the client for a key', reason: ALIAS },
  {
    federation: 'keys',
    it: 'reads an alias that is the name of its own field',
    reason: 'It takes `name: name` for another field than `name`, and joins the two lists end to end.',
  },
  { federation: 'keys-mashup', it: 'chooses among keys that overlap', reason: NULL_INPUT, isWide: true },
  { federation: 'null-propagation', it: 'takes the whole answer where nothing above is nullable', reason: ROOT },
  {
    federation: 'null-propagation',
    it: 'takes a list of non-null items, and leaves one of nullable items',
    reason: LIST,
  },
  {
    federation: 'list-nulls',
    it: 'nulls an item whose required joined field failed, and the list where its items are required',
    reason: LIST,
  },
  {
    federation: 'list-nulls',
    it: 'rises from a subgraph’s object through the entity to the item of a list of lists',
    reason: LIST,
  },
  { federation: 'requires', it: 'takes no alias of the client for an input, however deep', reason: ALIAS },
  {
    federation: 'requires-with-fragments',
    it: 'sends inputs under fragments on members and implementers',
    reason: UNION_TYPE,
    isWide: true,
  },
  {
    federation: 'requires-with-fragments',
    it: 'sends the same input of each member',
    reason: NULL_INPUT,
    isWide: true,
  },
  {
    federation: 'requires-with-fragments',
    it: 'sends them beside the client’s own fragments on the same object',
    reason: NULL_INPUT,
    isWide: true,
  },
  {
    federation: 'skip-and-include',
    it: 'answers empty data where everything is skipped',
    reason: 'Data is present though empty (GraphQL specification 7.1); it leaves it out.',
  },
];
