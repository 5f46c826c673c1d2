/**
 * An amount in US dollars and cents, rounded half up: `$1,234.57`. Integers all the way: a sum of prices must not depend on
 * how a machine rounds.
 *
 * @param microDollars integer, not negative
 */
export function formatUsd(microDollars: number): string {
  const cents = (BigInt(microDollars) + 5_000n) / 10_000n;
  const dollars = String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${dollars}.${String(cents % 100n).padStart(2, '0')}`;
}
