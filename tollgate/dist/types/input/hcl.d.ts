import { type JsonObject } from '../model';
/**
 * Converts an HCL file, as `cdktf synth --hcl` writes it, to Terraform JSON. Uses a child process, because the synth is
 * synchronous and the converter is not; apps that synthesize JSON never load the converter.
 *
 * @param path the file
 * @param stack the stack of the file, for errors
 * @throws CouldNotJudge when the file is not valid HCL
 */
export declare function hclToJson(path: string, stack: string): JsonObject;
