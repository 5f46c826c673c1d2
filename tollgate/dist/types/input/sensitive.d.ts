/**
 * Collects the values that Terraform marks as sensitive, which the gate judges and never prints. `policies/exports/printable.rego`
 * is the same list for stock OPA.
 */
import { type JsonObject } from '../model';
/**
 * @param content a plan or a state as `terraform show -json` writes it
 * @returns strings, and numbers as strings; of a list or an object, every value inside
 */
export declare function sensitiveValues(content: JsonObject): ReadonlySet<string>;
