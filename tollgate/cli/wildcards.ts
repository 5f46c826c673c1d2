import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { globSync } from 'tinyglobby';

/** A pattern on the command line matches no file. */
export class NoMatch extends Error {
  override readonly name = 'NoMatch';
}

/**
 * Expands patterns to the matching files, sorted. A quoted pattern such as `'plans/*.json'` avoids the shell's limit on
 * the number of arguments. A word that names an existing file is not a pattern.
 *
 * @throws NoMatch for a pattern that matches no file
 */
export function expand(words: readonly string[]): string[] {
  const expanded: string[] = [];
  for (const word of words) expanded.push(...(isPattern(word) ? matches(word) : [word]));
  return expanded;
}

function isPattern(word: string): boolean {
  return /[*?{[]/.test(word) && !existsSync(word);
}

function matches(pattern: string): string[] {
  const files = globSync([pattern.replaceAll('\\', '/')], {
    onlyFiles: true,
    absolute: isAbsolute(pattern),
    expandDirectories: false,
  });
  if (files.length === 0)
    throw new NoMatch(
      `no file matches the pattern ${pattern}. Check the path; relative patterns start at the working directory.`,
    );
  return files.sort((one, other) => (one < other ? -1 : 1));
}
