/** AAB001 of an employer of the world: the agency's own number. */
export const employerNumber = (index: number): string => `3308${String(index + 1).padStart(8, '0')}`;
