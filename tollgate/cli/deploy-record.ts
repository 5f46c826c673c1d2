import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Digests } from '../judge';
import { makeDirectory } from '../make-directory';
import { CouldNotJudge, type Verdict } from '../model';

/** Where a deployment has got to. `applying` that stays means that this program was killed meanwhile. */
export type Stage =
  'denied' | 'unchanged' | 'judged' | 'declined' | 'refused' | 'applying' | 'applied' | 'failed' | 'interrupted';

/** What is kept of a deployment: which plan was judged, by what, and what became of it. */
export interface DeployRecord {
  readonly schemaVersion: 1;
  readonly stack: string;
  readonly stage: Stage;
  /** When this stage was reached, ISO 8601 in UTC. */
  readonly time: string;
  readonly verdict: Verdict;
  /** SHA-256 of the binary plan file that was judged and applied. */
  readonly plan: string;
  /** SHA-256 of the policy, and of the settings, that it was judged by. */
  readonly judgedBy: Digests;
  readonly changes: readonly Change[];
}

/** One change of a plan. */
export interface Change {
  readonly address: string;
  readonly action: 'create' | 'update' | 'replace' | 'delete' | 'forget';
}

/**
 * Writes the record in one step: a reader never sees half of one.
 *
 * @param directory made when it is not there
 * @returns the path
 * @throws CouldNotJudge when it cannot be written
 */
export function writeRecord(directory: string, record: DeployRecord): string {
  const path = join(directory, `tollgate-${record.stack}-${record.plan.slice(0, 12)}.json`);
  const draft = `${path}.${process.pid}`;
  try {
    makeDirectory(directory);
    writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`);
    renameSync(draft, path);
  } catch (error) {
    throw new CouldNotJudge(
      `The record ${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      'A deployment without a record cannot be told from one that nobody judged.',
      'Name a directory where you may write with --record.',
    );
  }
  return path;
}
