/**
 * Finds the blocks and arguments of a `.tf` file with their lines. Evaluates nothing: of an expression only the end is
 * found. Reads each character once, without recursion, so that no file takes long or much of the stack.
 *
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
import { type Body } from './body';
/**
 * @param text content of the file
 * @throws Unreadable where the content is not HCL; some files that Terraform refuses are read
 */
export declare function readHcl(text: string): Body;
