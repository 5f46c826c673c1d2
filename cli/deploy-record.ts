import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Digests } from '../gate/judge';
import type { Verdict } from '../gate/model';

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
 */
export function writeRecord(directory: string, record: DeployRecord): string {
  const path = join(directory, `tollgate-${record.stack}-${record.plan.slice(0, 12)}.json`);
  mkdirSync(directory, { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(draft, path);
  return path;
}
