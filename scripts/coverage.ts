/**
 * Measures which lines of the rules, libraries and exports the Rego tests cover. Prints every uncovered line. Exits
 * with 1 when a line or a whole file is not covered. Needs `opa` on the PATH.
 *
 * Usage: `tsx scripts/coverage.ts`
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The parts of `opa test --coverage --format json` that the script reads. */
interface Coverage {
  readonly files: Readonly<Record<string, { readonly not_covered?: readonly Range[] }>>;
}

interface Range {
  readonly start: { readonly row: number };
  readonly end: { readonly row: number };
}

const ROOT = resolve(__dirname, '..');

/**
 * The router is tested through the compiled policy: a test of the router in Rego would itself be one of the rules that
 * the router calls.
 */
const MEASURED = ['rules', 'lib', 'exports'].map((directory) => join('policies', directory));

function measure(): Coverage {
  const args = [
    ...['test', '--coverage', '--format', 'json', '--timeout', '10m'],
    // The JSON files of the compiled policy hold no data that policies read.
    ...['--ignore', '*.schema.json', '--ignore', 'compiled'],
    // Skips the extra runs that only explain why a line is not covered.
    ...['--coverage-runs=', 'policies'],
  ];
  return JSON.parse(execFileSync('opa', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 })) as Coverage;
}

function sources(directory: string): string[] {
  return readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'))
    .map((name) => join(directory, name))
    .sort();
}

/** The rows of ranges, which may be nested, as `3, 7-9`. */
function rows(ranges: readonly Range[]): string {
  const missed = new Set(ranges.flatMap(({ start, end }) => span(start.row, end.row)));
  const first = [...missed].filter((row) => !missed.has(row - 1)).sort((one, other) => one - other);
  return first
    .map((row) => {
      let last = row;
      while (missed.has(last + 1)) last += 1;
      return last === row ? String(row) : `${row}-${last}`;
    })
    .join(', ');
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const { files } = measure();
const measured = MEASURED.flatMap(sources);
const missed = measured.flatMap((file) => {
  const found = files[file];
  if (found === undefined) return [`${file}: no test covers the file`];
  return found.not_covered === undefined ? [] : [`${file}: no test covers line ${rows(found.not_covered)}`];
});
for (const line of missed) console.error(line);
console.log(
  `${measured.length - missed.length} of ${measured.length} files of rules, libraries and exports are fully covered`,
);
if (missed.length > 0 || measured.length === 0) process.exitCode = 1;
