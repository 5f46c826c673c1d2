import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Digests } from '../judge';
import { makeDirectory } from '../make-directory';
import type { IncidentWaiver } from '../engine/incident';
import { CouldNotJudge, type Verdict } from '../model';

/** Stage of a deployment. A record that stays at `applying` means that the process was killed during the apply. */
export type Stage =
  'denied' | 'unchanged' | 'judged' | 'declined' | 'refused' | 'applying' | 'applied' | 'failed' | 'interrupted';

/** The record of a deployment: the judged plan, the policy and settings, and the stage. */
export interface DeployRecord {
  readonly schemaVersion: 1;
  readonly stack: string;
  readonly stage: Stage;
  /** Time of this stage, ISO 8601 in UTC. */
  readonly time: string;
  readonly verdict: Verdict;
  /** SHA-256 of the judged binary plan file. */
  readonly plan: string;
  /** SHA-256 of the policy, of the settings and of the incident file. */
  readonly judgedBy: Digests;
  readonly changes: readonly Change[];
  /** The verdict on the state after the apply; absent before the apply. */
  readonly after?: After;
  /** The waivers of `--incident`, and the names of the person who ran the command; no name where the system knows none. */
  readonly incident?: { readonly entries: readonly IncidentWaiver[]; readonly runBy: readonly string[] };
}

/** The verdict on the state after the apply, with all that came to light. */
export interface After {
  readonly verdict: Verdict;
  readonly findings: readonly { readonly id: string; readonly address: string; readonly found: string }[];
  readonly undecided: readonly { readonly id: string; readonly address: string; readonly why: string }[];
}

/** One change of a plan. */
export interface Change {
  readonly address: string;
  readonly action: 'create' | 'update' | 'replace' | 'delete' | 'forget';
}

/**
 * Writes the record atomically.
 *
 * @param directory created when missing
 * @returns the path of the record
 * @throws CouldNotJudge when the record cannot be written
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
      'Without the record, no later check can show that the deployed plan was judged.',
      'Name a directory where you have write permission with --record.',
    );
  }
  return path;
}
