import { readDocument } from '../../../tollgate/input/files';
import type { ReadTypes } from '../../../tollgate/input/plan';
import { CouldNotJudge, type JsonObject, type StackDocument } from '../../../tollgate/model';

/** Reads one file as the gate does. `types` are the types whose attributes are kept; without it, all are kept. */
export function read(content: Uint8Array | string, types?: ReadTypes, file = 'plan.json'): StackDocument {
  const found = readDocument(Buffer.from(content), file, 'plan.json', types);
  if ('contents' in found) throw new Error('it is Terraform code');
  return found;
}

/** Why the gate refuses the bytes of one file, in three lines. */
export function refusal(content: Uint8Array | string, file = 'plan.json'): string {
  try {
    readDocument(Buffer.from(content), file, file, undefined);
  } catch (error) {
    if (error instanceof CouldNotJudge) return error.message;
    throw error;
  }
  throw new Error('it was not refused');
}

/** The addresses under `resource_changes` of a document. */
export function addresses({ document }: StackDocument): unknown[] {
  return (document['resource_changes'] as JsonObject[]).map(({ address }) => address);
}
