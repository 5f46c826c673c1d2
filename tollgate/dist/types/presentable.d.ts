/**
 * Makes what the gate found printable, once and for all formats: sensitive values are hidden, and every string that comes
 * from the input is cleaned.
 */
import type { Outcome } from './engine/join';
import type { Concealer } from './report/sensitive';
/** @param hide hides the sensitive values of the input */
export declare function presentable(outcome: Outcome, hide: Concealer): Outcome;
