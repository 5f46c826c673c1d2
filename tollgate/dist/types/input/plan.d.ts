/**
 * Reads what `terraform show -json` writes, a plan or a state, into what the policies read: nothing else of it gets through,
 * and of resources whose attributes no policy reads only what names them. That changes no verdict (a plan as it is gives the
 * same answer, see the tests) and takes most of the time and memory away.
 */
import { type JsonObject, type StackDocument } from '../model';
/** Resource types whose attributes some policy reads; undefined: all of them may be read. */
export type ReadTypes = ReadonlySet<string> | undefined;
/**
 * @param name what the document is called in the report
 * @param content parsed JSON
 * @param types resource types whose attributes are kept
 * @throws CouldNotJudge for another format version, a part that is not of the shape that Terraform writes, or no resources
 */
export declare function readPlan(name: string, content: JsonObject, types: ReadTypes): StackDocument;
