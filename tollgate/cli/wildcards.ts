import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { globSync } from 'tinyglobby';

/** A word on the command line matches nothing. */
export class NoMatch extends Error {
  override readonly name = 'NoMatch';
}

/**
 * Replaces patterns by the files that they match, sorted: `'plans/*.json'`, in quotes, is then no matter of the shell,
 * which cannot pass on more than some thousands of files. What exists under its own name is no pattern.
 *
 * @throws NoMatch for a pattern without files
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
  if (files.length === 0) throw new NoMatch(`no file matches ${pattern}.`);
  return files.sort((one, other) => (one < other ? -1 : 1));
}
