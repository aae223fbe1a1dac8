/** Does one part of starting up and says on standard error what it was and how long it took. */
export async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  console.error(`✓ ${title}  ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
