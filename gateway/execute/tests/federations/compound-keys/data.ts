export const permits = [
  { number: 1, issuer: { code: 'N' }, title: 'Stall' },
  { number: 1, issuer: { code: 'S' }, title: 'Fair' },
];

export const validity = [
  { number: 1, issuer: { code: 'N' }, serial: 'N-1', valid: true },
  { number: 1, issuer: { code: 'S' }, serial: 'S-01', valid: false },
];
