/** The settings that tests judge by. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const POLICIES = join(__dirname, '..', 'policies');

/** The settings of the published gate, which declare nothing, with the schemas of all settings. */
export const DEFAULTS = join(POLICIES, 'defaults');

/** The settings of productos-api, which its own runs name. */
export const SETTINGS = join(POLICIES, 'settings');

/**
 * A copy of the settings of productos-api, in which the files of another directory take the place of those of the same name.
 *
 * @returns the copy, which is gone when the process ends
 */
export function oursWith(directory: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'tollgate-settings-'));
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const from of [SETTINGS, directory]) cpSync(from, copy, { recursive: true });
  return copy;
}
