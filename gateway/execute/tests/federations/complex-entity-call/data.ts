/** Three crates of two lines. */
export const crates = [
  { serial: 'c1', line: 'north', tag: { serial: 'c1', line: 'north' } },
  { serial: 'c2', line: 'south', tag: { serial: 'c2', line: 'south' } },
  { serial: 'c3', line: 'south', tag: { serial: 'c3', line: 'south' } },
];
