/**
 * Whether a canonical eighteen-character number is a residence permit of Hong Kong (81), Macao (82) or Taiwan (83)
 * residents (Measures for residence permits of 2018; numbered by the rule of GB 11643-1999).
 */
export function isResidencePermit(eighteen: string): boolean {
  const second = eighteen.charCodeAt(1);
  return eighteen.charCodeAt(0) === 56 && second >= 49 && second <= 51;
}

/**
 * The ISO 3166-1 code of the region whose residents hold the permit: HKG, MAC or TWN.
 */
export function permitRegion(eighteen: string): 'HKG' | 'MAC' | 'TWN' {
  const second = eighteen.charAt(1);
  return second === '1' ? 'HKG' : second === '2' ? 'MAC' : 'TWN';
}
