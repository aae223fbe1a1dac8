import {
  type InsuranceScheme,
  insuranceSchemeOf,
  socialInsuranceSchemes,
} from '../../../schema/kit/code-tables/social-insurance-schemes.ts';

const codes = new Map(socialInsuranceSchemes.values.map((code) => [insuranceSchemeOf(code), code]));

/** AAE140 of a scheme, as the register's tables keep it; null for none. */
export const schemeCodeOf = (scheme: InsuranceScheme | null | undefined): string | null =>
  scheme ? (codes.get(scheme) ?? null) : null;

/** The scheme of a row's AAE140; throws for a code that no layout lets in. */
export function schemeOf(code: string): InsuranceScheme {
  const scheme = insuranceSchemeOf(code);
  if (scheme === undefined) throw new Error(`Expected a scheme code that the extract layouts accept, got ${code}.`);
  return scheme;
}

/** SQL that names the scheme of a `scheme_code`. */
export const schemeSql = `CASE scheme_code ${[...codes].map(([scheme, code]) => `WHEN '${code}' THEN '${scheme}'`).join(' ')} END`;
