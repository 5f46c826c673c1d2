/**
 * How property tests run: the same cases each time, so that a failure is nobody's luck. `PROPERTY_SEED` and `PROPERTY_RUNS` (a factor)
 * look for others.
 *
 * @param numRuns how many cases
 */
export function runs(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  const { PROPERTY_SEED: seed = '20250101', PROPERTY_RUNS: factor = '1' } = process.env;
  return { seed: Number(seed), numRuns: Math.ceil(numRuns * Number(factor)) };
}
