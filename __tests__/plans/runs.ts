/**
 * Options of property tests: a fixed seed, so that each run has the same cases and a failure repeats. `PROPERTY_SEED` and
 * `PROPERTY_RUNS` (a factor) try other and more cases.
 *
 * @param numRuns how many cases
 */
export function runs(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  const { PROPERTY_SEED: seed = '20250101', PROPERTY_RUNS: factor = '1' } = process.env;
  return { seed: Number(seed), numRuns: Math.ceil(numRuns * Number(factor)) };
}
