import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICIES } from '../home';

/** The part of `policies/lib` that rules of a team may use. */
export interface Library {
  /** `MAJOR.MINOR`: a name that is removed or changed is a new major version. */
  readonly version: string;
  /** Number of arguments by rule or function, by package below `lib`; 0 for a rule. */
  readonly packages: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Reads the list of the library. */
export function readLibrary(policies = POLICIES): Library {
  return JSON.parse(readFileSync(join(policies, 'own', 'library.json'), 'utf8')) as Library;
}
