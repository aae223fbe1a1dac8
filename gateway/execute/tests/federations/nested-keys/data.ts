export const offices = [
  { name: 'Centre', address: { town: 'North', street: 'Main', zone: 'A' } },
  { name: 'Station', address: { town: 'South', street: 'Main', zone: 'B' } },
];

export const staff: Record<string, number> = { 'North, Main': 12, 'South, Main': 3 };
