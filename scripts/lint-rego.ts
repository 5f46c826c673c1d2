/**
 * Finds Rego constructs that fail open, that give different answers in different engines, or whose time is not linear
 * in the size of the plan. `opa check --strict` accepts all of them.
 *
 * Usage: `tsx scripts/lint-rego.ts` prints `file:line: reason` for each and exits with 1.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** A forbidden construct in a Rego file. */
export interface Trap {
  /** Starts at 1. */
  readonly line: number;
  readonly reason: string;
}

/** Forbidden constructs with the reason. The patterns see the code without comments and with empty strings. */
const TRAPS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /\bsort\(/,
    '`sort` is an insertion sort in wasm, so its time is quadratic; let TypeScript sort, or end the line with `# few` if the list is short in every plan',
  ],
  [/\bobject\.union_n\(/, '`object.union_n` copies the object at each step, so its time is quadratic in wasm'],
  [
    /\{[^{}|]*:\s*true\s*\|/,
    'an object as a set: stock OPA hashes the whole object again for each duplicate key, so the time is quadratic; write `{key | …}`',
  ],
  [/\bregex\./, '`regex.*` doubles the size of policy.wasm and the start-up time; use string builtins'],
  [
    /\bsprintf\(/,
    '`sprintf` is undefined when an argument is undefined, which loses the finding, and its output differs between Go and wasm; use `concat`',
  ],
  [/\bnet\.cidr_/, '`net.cidr_*` parses unusual notations differently in Go and in wasm; use lib/cidr.rego'],
  [/\$["`]/, 'OPA 0.61 does not parse template strings; use `concat`'],
  [
    /\brego\.metadata\./,
    'without METADATA, `rego.metadata` is undefined, which loses the finding; TypeScript joins the catalog',
  ],
  [/\b(time|http|crypto|semver|opa\.runtime)\./, 'this builtin is not available in wasm'],
  [
    /\bnot\s+[\w.]+\([^()]*\w\[/,
    'OPA evaluates the argument outside of the negation: an undefined argument makes the whole body undefined, and the rule finds nothing. Look the value up in a rule of its own',
  ],
  [
    /\{\s*\w+\s*:[^{}|]*\|[^{}]*\|\s*some\b/,
    'OPA 0.61 does not parse a union as the value of an object comprehension; assign the union to a variable first',
  ],
];

/** `in` before a name scans a collection; `in` before a literal is cheap, and `some` and `every` iterate on purpose. */
const MEMBERSHIP = /(?<!\b(?:some|every)\b[^;{|]*)\bin\s+(?![[{])/;

/**
 * The forbidden constructs in one file.
 *
 * @param path path below `policies/`, which decides what is allowed
 */
export function trapsIn(path: string, source: string): Trap[] {
  const code = source.split('\n').map((line) => bare(line.endsWith('# few') ? line.replace(/\bsort\(/, '(') : line));
  const found = code.flatMap((text, index) => {
    // Exports run in OPA only, on a few findings rather than on a plan.
    if (path.startsWith('exports/')) return [];
    const reasons = TRAPS.filter(([pattern]) => pattern.test(text)).map(([, reason]) => reason);
    if (MEMBERSHIP.test(text))
      reasons.push('`x in set` scans the whole set in wasm: write `set[x]`, or iterate with `some`');
    if (/(?<![\w."])input\b/.test(text) && path !== 'lib/plan/documents.rego')
      reasons.push('only lib/plan/documents.rego may read the input');
    return reasons.map((reason) => ({ line: index + 1, reason }));
  });
  return [...found, ...missingParts(path, source)];
}

/** A rule must define all three sets: a missing set looks like a set without findings. */
function missingParts(path: string, source: string): Trap[] {
  const lacks = (what: string, pattern: RegExp): Trap[] =>
    pattern.test(source) ? [] : [{ line: 1, reason: `the file has no ${what}` }];
  // In a package of several files, one file has the METADATA, which the build checks. The other files need a comment
  // that says their subject.
  const head = /^lib\/.+\//.test(path)
    ? lacks('comment above the package', /^# /)
    : lacks('METADATA', /^# METADATA\n# title: /m);
  if (!path.startsWith('rules/')) return head;
  const sets = ['checked', 'deny', 'undecided'].flatMap((set) => lacks(set, new RegExp(`^${set}( contains| :=)`, 'm')));
  return [...head, ...sets];
}

/** The line without comments and with empty strings. */
function bare(line: string): string {
  return line
    .replace(/`[^`]*`/g, '``')
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/#.*$/, '');
}

function main(): void {
  const root = resolve(__dirname, '..', 'policies');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.rego') && !path.endsWith('_test.rego'))
    .sort();
  const lines = files.flatMap((path) =>
    trapsIn(path, readFileSync(join(root, path), 'utf8')).map(
      ({ line, reason }) => `${relative(process.cwd(), join(root, path))}:${line}: ${reason}`,
    ),
  );
  for (const line of lines) console.error(line);
  console.log(`${files.length} Rego files, ${lines.length} forbidden constructs`);
  process.exitCode = lines.length === 0 && files.length > 0 ? 0 : 1;
}

if (require.main === module) main();
