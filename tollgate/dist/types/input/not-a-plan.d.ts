import { CouldNotJudge, type Json, type JsonObject } from '../model';
import type { JsonTextError } from './json-text';
/** What standard input is called in reports. */
export declare const STANDARD_INPUT = "standard input";
/**
 * Refuses what is no text of a plan at all, by its first bytes.
 *
 * @throws CouldNotJudge
 */
export declare function refuseBinary(bytes: Uint8Array, file: string): void;
/** The error for a text that {@link JsonTextError} says is no JSON that can be judged. */
export declare function unreadableText(text: string, file: string, { defect, message }: JsonTextError): CouldNotJudge;
/**
 * Refuses what Terraform or HCP Terraform writes for other purposes, some of it with the members of a plan.
 *
 * @throws CouldNotJudge
 */
export declare function refuseOtherKinds(document: JsonObject, file: string): void;
/** The error for JSON that is neither a plan nor a state nor Terraform code. */
export declare function unknownDocument(value: Json, file: string): CouldNotJudge;
/** Whether something has the members that only a plan has. */
export declare function looksLikePlan(value: Json | undefined): boolean;
/** Whether a member is there and not null. */
export declare function isPresent(value: Json | undefined): boolean;
