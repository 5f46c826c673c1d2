/**
 * What was changed outside of Terraform and the plan changes back. No verdict depends on it: entries of another shape than
 * Terraform writes are passed over.
 */
import { type Json, type JsonObject, type Repair } from '../model';
/** Entries of `resource_changes` for some addresses. */
export type ChangesOf = (addresses: ReadonlySet<string>) => readonly JsonObject[];
/** @param drift entries of `resource_drift` */
export declare function repairsIn(drift: readonly Json[], changesOf: ChangesOf): Repair[];
