/**
 * An amount in US dollars and cents, rounded half up: `$1,234.57`. Integers all the way: a sum of prices must not depend on
 * how a machine rounds.
 *
 * @param microDollars integer, not negative
 */
export declare function formatUsd(microDollars: number): string;
