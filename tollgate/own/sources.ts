import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../digest';
import { CouldNotJudge, unread } from '../model';

/** Directory of the compiled rules, below the directory of the rules. */
export const BUILT = 'built';

/** Directory of the settings of the rules, below the directory of the rules. */
export const SETTINGS = 'settings';

/** The files of a team's rules. */
export interface OwnSources {
  /** As the user named it. */
  readonly directory: string;
  /** Text of the rules by path below the directory, with slashes, sorted; without tests. */
  readonly rules: ReadonlyMap<string, string>;
  /** Like `rules`, the tests. */
  readonly tests: ReadonlyMap<string, string>;
  /** SHA-256 of the rules. */
  readonly digest: string;
}

const WHY = 'Without the rules of the team, a pass would say less than the team means.';

/**
 * Reads the Rego files of a directory.
 *
 * @throws CouldNotJudge when the directory cannot be read or has no rules
 */
export function readOwnSources(directory: string): OwnSources {
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    const state = existsSync(directory) ? 'is not a directory' : 'does not exist';
    throw new CouldNotJudge(
      `${directory} ${state}.`,
      WHY,
      'Name the directory of your rules. `tollgate rules new ID --about TYPE --dir DIR` writes a first rule.',
    );
  }
  const paths = regoBelow(directory, '').sort();
  const texts = paths.map((path) => [path, read(join(directory, path))] as const);
  const rules = new Map(texts.filter(([path]) => !path.endsWith('_test.rego')));
  if (rules.size === 0) {
    throw new CouldNotJudge(
      `${directory} contains no rules.`,
      WHY,
      `Write a first rule with \`tollgate rules new ID --about TYPE --dir ${directory}\`.`,
    );
  }
  return {
    directory,
    rules,
    tests: new Map(texts.filter(([path]) => path.endsWith('_test.rego'))),
    digest: sha256([...rules].map(([path, text]) => `${sha256(text)}  ${path}\n`).join('')),
  };
}

function regoBelow(directory: string, below: string): string[] {
  return readdirSync(join(directory, below)).flatMap((name) => {
    if (name.startsWith('.') || (below === '' && (name === BUILT || name === SETTINGS))) return [];
    const path = below === '' ? name : `${below}/${name}`;
    if (statSync(join(directory, path)).isDirectory()) return regoBelow(directory, path);
    return name.endsWith('.rego') ? [path] : [];
  });
}

function read(path: string): string {
  try {
    // The digest must not depend on how git checks lines out.
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    throw unread(path, error, WHY);
  }
}
