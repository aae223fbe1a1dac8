/** Waits for what is under way, but no longer than so many milliseconds: then it rejects, and what comes later is lost. */
export async function within<Result>(milliseconds: number, what: string, underWay: Promise<Result>): Promise<Result> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`Expected ${what} within ${milliseconds} ms.`)), milliseconds);
  });
  try {
    return await Promise.race([underWay, tooLate]);
  } finally {
    clearTimeout(late);
  }
}
