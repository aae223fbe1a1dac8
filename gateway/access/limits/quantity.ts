/** The variables of a request, as they came. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number that is known when the document is read, or that its variables decide. */
export type Quantity = number | ((variables: Variables) => number);

/** The number with these variables. */
export const quantity = (value: Quantity, variables: Variables): number =>
  typeof value === 'number' ? value : value(variables);

/** Both together; known at once where both are. */
export function sum(left: Quantity, right: Quantity): Quantity {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  return (variables) => quantity(left, variables) + quantity(right, variables);
}

/** One as often as the other says; known at once where both are. */
export function product(left: Quantity, right: Quantity): Quantity {
  if (typeof left === 'number' && typeof right === 'number') return left * right;
  return (variables) => quantity(left, variables) * quantity(right, variables);
}
