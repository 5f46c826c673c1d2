import { type JsonObject } from '../model';
/**
 * Converts a file of HCL, as `cdktf synth --hcl` writes it, to Terraform JSON. In a process of its own: a synth is
 * synchronous, the converter is not, and who synthesizes JSON must not pay for loading it.
 *
 * @param path the file
 * @param stack the stack that it belongs to, for errors
 * @throws CouldNotJudge when it is no HCL
 */
export declare function hclToJson(path: string, stack: string): JsonObject;
