/**
 * Finds changes made outside of Terraform that the plan reverts. No verdict depends on them, so entries of an
 * unexpected shape are skipped.
 */
import { type Json, type JsonObject, type Repair } from '../model';
/** Returns the entries of `resource_changes` for some addresses. */
export type ChangesOf = (addresses: ReadonlySet<string>) => readonly JsonObject[];
/** @param drift entries of `resource_drift` */
export declare function repairsIn(drift: readonly Json[], changesOf: ChangesOf): Repair[];
