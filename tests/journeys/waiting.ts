/** Something that consumers were promised and the hub does not answer yet. */
export interface Waiting {
  readonly field: 'acceptCase';
  readonly reason: string;
}

/** All that waits; a test asserts that nothing else does, so that whoever builds one takes it off. */
export const waiting: readonly Waiting[] = [
  {
    field: 'acceptCase',
    reason: 'The graph has no mutations yet: matters come with the extracts of the governance centre.',
  },
];
