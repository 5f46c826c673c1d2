/**
 * Reads the output of `terraform show -json`, a plan or a state. Keeps only the parts that the policies read; of
 * resources whose attributes no policy reads, only the names. Pruning changes no verdict (the tests compare with the
 * whole plan) and saves most of the time and memory.
 */
import { type JsonObject, type StackDocument } from '../model';
/** Resource types whose attributes a policy reads; undefined keeps the attributes of all types. */
export type ReadTypes = ReadonlySet<string> | undefined;
/**
 * @param name name of the document in the report
 * @param content parsed JSON
 * @param types resource types whose attributes are kept
 * @throws CouldNotJudge for another format version, a part of an unexpected type, or a plan without resources
 */
export declare function readPlan(name: string, content: JsonObject, types: ReadTypes): StackDocument;
