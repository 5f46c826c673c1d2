import { CouldNotJudge, type Json, type JsonObject } from '../model';
import type { JsonTextError } from './json-text';
/** Name of standard input in reports. */
export declare const STANDARD_INPUT = "standard input";
/**
 * Refuses binary files, by their first bytes.
 *
 * @throws CouldNotJudge naming the kind of file
 */
export declare function refuseBinary(bytes: Uint8Array, file: string): void;
/** The error for a file that {@link JsonTextError} refuses. */
export declare function unreadableText(text: string, file: string, { defect, message }: JsonTextError): CouldNotJudge;
/**
 * Refuses JSON that Terraform or HCP Terraform writes for other purposes. Some of it has the properties of a plan.
 *
 * @throws CouldNotJudge naming the kind of file
 */
export declare function refuseOtherKinds(document: JsonObject, file: string): void;
/** The error for JSON that is neither a plan nor a state nor Terraform JSON. */
export declare function unknownDocument(value: Json, file: string): CouldNotJudge;
/** Whether a value has properties that only a plan has. */
export declare function looksLikePlan(value: Json | undefined): boolean;
/** Whether a property exists and is not null. */
export declare function isPresent(value: Json | undefined): boolean;
