import { GraphQLError } from 'graphql';

/** Why a selection was not answered; clients branch on it. */
export type RefusalCode =
  | 'FORBIDDEN'
  | 'PURPOSE_REQUIRED'
  | 'PURPOSE_UNKNOWN'
  | 'PURPOSE_EXPIRED'
  | 'PURPOSE_NOT_YET_VALID'
  | 'PURPOSE_NOT_PERMITTED'
  | 'CASE_REQUIRED'
  | 'OUTSIDE_MATTER'
  | 'LOOKUP_LIMIT'
  | 'BREAK_GLASS_INVALID'
  | 'BREAK_GLASS_NOT_PERMITTED'
  | 'BREAK_GLASS_LIMIT'
  | 'WITHDRAWN'
  | 'SOURCE_UNAVAILABLE'
  | 'LEDGER_UNAVAILABLE';

/** A refusal of access: the selection is null, this error stands at its path, and the rest answers. */
export class AccessRefusal extends GraphQLError {
  constructor(code: RefusalCode, message: string) {
    super(message, { extensions: { code } });
  }
}

/** Refuses a scope that neither the token, the purpose nor the matter grants. */
export const missingScope = (scope: string): AccessRefusal =>
  new AccessRefusal('FORBIDDEN', `This needs the scope ${scope}, which this viewer does not hold for this purpose.`);

/** Refuses a sealed facet of somebody whom the matter in hand does not concern. */
export const outsideMatter = (scope: string): AccessRefusal =>
  new AccessRefusal('OUTSIDE_MATTER', `The scope ${scope} answers for the parties of the matter in hand only.`);

/** A fault in what the client sent: says what was expected, never what came when that may be personal. */
export class InvalidInput extends GraphQLError {
  constructor(code: 'INVALID_CURSOR' | 'INVALID_ARGUMENT', message: string) {
    super(message, { extensions: { code } });
  }
}
