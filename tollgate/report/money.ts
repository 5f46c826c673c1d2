/**
 * Formats US dollars and cents, rounded half up: `$1,234.57`. Uses integers only, because floating-point rounding could
 * change a sum.
 *
 * @param microDollars non-negative integer
 */
export function formatUsd(microDollars: number): string {
  const cents = (BigInt(microDollars) + 5_000n) / 10_000n;
  const dollars = String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${dollars}.${String(cents % 100n).padStart(2, '0')}`;
}
