/**
 * The recordings in `plans/`: one file for each family, one line of JSON for each entry, compressed with Brotli. Entries
 * of one family are alike, so together they take little more than one of them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Plan, State } from '../../test/aws/plan';
import { digestOf, type Recipe } from './recipe';

/** The documents of one recipe. A document that Terraform, the provider or moto refused is absent. */
export interface Documents {
  readonly plan?: Plan;
  readonly state?: State;
  readonly update?: Plan;
  /** The first error, when not every document could be made. */
  readonly refused?: string;
}

/** One line of a file. */
interface Entry extends Documents {
  readonly name: string;
  readonly digest: string;
}

const DIRECTORY = join(__dirname, 'plans');
const SUFFIX = '.ndjson.br';

const families = new Map<string, Map<string, string>>();

/** The lines of a family, by name. */
function linesOf(family: string): Map<string, string> {
  let lines = families.get(family);
  if (lines === undefined) {
    const file = join(DIRECTORY, `${family}${SUFFIX}`);
    const text = existsSync(file) ? brotliDecompressSync(readFileSync(file)).toString('utf8') : '';
    lines = new Map(
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => [JSON.parse(/^\{"name":("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? 'null') as string, line]),
    );
    families.set(family, lines);
  }
  return lines;
}

function entryOf({ family, name }: Recipe): Entry | undefined {
  const line = linesOf(family).get(name);
  return line === undefined ? undefined : (JSON.parse(line) as Entry);
}

/** Whether the recipe has a recording, made from the current recipe. */
export function isCurrent(recipe: Recipe): boolean {
  return entryOf(recipe)?.digest === digestOf(recipe);
}

/**
 * Gives the documents that were recorded for a recipe.
 * @throws Error when the recording is missing or made from other sources
 */
export function recorded(recipe: Recipe): Documents {
  const entry = entryOf(recipe);
  if (entry?.digest !== digestOf(recipe)) {
    const why = entry === undefined ? 'is not recorded' : 'changed since its plan was recorded';
    throw new Error(`"${recipe.name}" ${why}: run \`npm run record\` (needs terraform and python3)`);
  }
  return entry;
}

/**
 * Writes the families: new documents where given, otherwise the recorded ones. Entries without a recipe are removed.
 * @param recipes all of them
 */
export function write(recipes: readonly Recipe[], made: ReadonlyMap<Recipe, Documents>): void {
  mkdirSync(DIRECTORY, { recursive: true });
  const byFamily = new Map<string, string[]>();
  for (const recipe of recipes) {
    const documents = made.get(recipe);
    const entry = { name: recipe.name, digest: digestOf(recipe), ...documents };
    const line = documents === undefined ? linesOf(recipe.family).get(recipe.name) : JSON.stringify(entry);
    const lines = byFamily.get(recipe.family) ?? [];
    if (line !== undefined) lines.push(line);
    byFamily.set(recipe.family, lines);
  }
  for (const name of readdirSync(DIRECTORY)) {
    if (!byFamily.has(name.slice(0, -SUFFIX.length))) rmSync(join(DIRECTORY, name));
  }
  for (const [family, lines] of byFamily) {
    const unchanged = lines.join('\n') === [...linesOf(family).values()].join('\n');
    if (!unchanged) writeFileSync(join(DIRECTORY, `${family}${SUFFIX}`), compressed(`${lines.join('\n')}\n`));
  }
  families.clear();
}

function compressed(text: string): Buffer {
  const bytes = Buffer.from(text);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      // The window covers the whole family, because its entries repeat each other.
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
