/**
 * Formats US dollars and cents, rounded half up: `$1,234.57`. Uses integers only, because floating-point rounding could
 * change a sum.
 *
 * @param microDollars non-negative integer
 */
export declare function formatUsd(microDollars: number): string;
