/**
 * Records plans of the real AWS provider. `__tests__/recorded/recipe.ts` lists the recordings, `test/aws/` provides the
 * local AWS.
 *
 * Usage: `npm run record` records what is missing or stale; `npm run record -- --all` records everything; `npm run
 * record -- NAME…` records the named entries. `npm run record -- --check` writes nothing: the script plans a fixed
 * tenth of the entries again (with `--all`, all of them) and exits with 1 if an entry is missing, stale or different.
 *
 * With `--keep DIR`, the check writes both versions of each different entry to DIR.
 *
 * Needs `terraform` and `python3` on the PATH. `--applies N` and `--plans N` set the number of local AWS instances for
 * entries with an apply (mostly waiting) and for entries with plans only (mostly computing).
 */
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { isCurrent, recorded, write, type Documents } from '../__tests__/recorded/archive';
import { digestOfApplied, recipes, type Files, type Recipe } from '../__tests__/recorded/recipe';
import { steady, withoutOrder } from '../__tests__/recorded/steady';
import { startLocalAws, type LocalAws } from '../test/aws/local-aws';
import { TerraformError, type Workspace } from '../test/aws/workspace';

/** Recipes with the same applied steps, which are applied once for all of them. */
type Group = readonly Recipe[];

const changesAws = ({ applied, stages }: Recipe): boolean => applied.length > 0 || stages.includes('state');

function groupsOf(chosen: readonly Recipe[]): { applies: Group[]; plans: Group[] } {
  const shared = new Map<string, Recipe[]>();
  const plans: Group[] = [];
  for (const recipe of chosen) {
    if (!changesAws(recipe)) plans.push([recipe]);
    else {
      const key = recipe.applied.length > 0 ? digestOfApplied(recipe) : `${recipe.family} ${recipe.name}`;
      shared.set(key, [...(shared.get(key) ?? []), recipe]);
    }
  }
  return { applies: [...shared.values()], plans };
}

/** Replaces the configuration in a workspace. Files of the earlier configuration become empty. */
async function lay(workspace: Workspace, files: Files): Promise<void> {
  const stale = readdirSync(workspace.directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tf'))
    .map((entry) => relative(workspace.directory, join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith('.terraform') && files[name] === undefined)
    .map((name) => [name, ''] as const);
  await workspace.write({ files: { ...Object.fromEntries(stale), ...files } });
  if (Object.values(files).some((text) => /^\s*module\s+"/m.test(text))) await workspace.init();
}

async function make(aws: LocalAws, group: Group, done: (recipe: Recipe, documents: Documents) => void): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  if (changesAws(first)) await aws.reset();
  const said = (recipe: Recipe, documents: Documents): void => done(recipe, steadied(recipe, documents));
  let workspace: Workspace | undefined;
  try {
    const [files = first.files, ...later] = first.applied;
    workspace = await aws.workspace({ files, ...(first.variables !== undefined && { variables: first.variables }) });
    if (first.applied.length > 0) await workspace.apply();
    for (const step of later) {
      await lay(workspace, step);
      await workspace.apply();
    }
    for (const recipe of group) said(recipe, await documentsOf(workspace, recipe));
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    for (const recipe of group) said(recipe, { refused: firstError(error) });
  } finally {
    await workspace?.dispose();
  }
}

async function documentsOf(workspace: Workspace, recipe: Recipe): Promise<Documents> {
  const documents: { -readonly [name in keyof Documents]: Documents[name] } = {};
  try {
    if (recipe.applied.length > 0) await lay(workspace, recipe.files);
    documents.plan = await workspace.plan(...recipe.args);
    if (recipe.stages.includes('state')) {
      await workspace.apply();
      documents.state = await workspace.state();
      documents.update = await workspace.plan();
    }
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    documents.refused = firstError(error);
  }
  return documents;
}

/** The first error of Terraform, on one line. */
function firstError({ message }: TerraformError): string {
  const [, command = ''] = /^terraform (\S+)/.exec(message) ?? [];
  // The text about a missing module depends on the network.
  if (command === 'init') return 'terraform init failed';
  const [, error = message] = /Error: ([\s\S]*?)(?:\n[╵\n]*\n*(?=.*Error: )|$)/.exec(message) ?? [];
  const line = error.replaceAll(/[│╷╵]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  return `terraform ${command}: ${line.replaceAll(/(?:RequestID|request id): [\w-]+/gi, 'RequestID: …').slice(0, 500)}`;
}

function steadied(recipe: Recipe, documents: Documents): Documents {
  const { applied, files, variables } = recipe;
  return steady(documents, JSON.stringify([applied, files, variables]));
}

async function makeAll(
  chosen: readonly Recipe[],
  width: { applies: number; plans: number },
  progress: (made: ReadonlyMap<Recipe, Documents>) => void = () => undefined,
): Promise<Map<Recipe, Documents>> {
  const made = new Map<Recipe, Documents>();
  const { applies, plans } = groupsOf(chosen);
  const began = Date.now();
  const done = (recipe: Recipe, documents: Documents): void => {
    made.set(recipe, documents);
    const seconds = Math.round((Date.now() - began) / 1000);
    const refused = documents.refused === undefined ? '' : `: refused by ${documents.refused}`;
    console.log(`${made.size}/${chosen.length} after ${seconds} s: ${recipe.name}${refused}`);
    progress(made);
  };
  const queueOf = async (groups: readonly Group[], workers: number): Promise<void> => {
    const queue = groups.values();
    await Promise.all(
      Array.from({ length: Math.min(workers, groups.length) }, async () => {
        const aws = await startLocalAws();
        try {
          for (const group of queue) await make(aws, group, done);
        } finally {
          await aws.stop();
        }
      }),
    );
  };
  await Promise.all([queueOf(applies, width.applies), queueOf(plans, width.plans)]);
  return made;
}

const slug = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, '-');

/** Whether an entry belongs to the tenth that `--check` plans. Deterministic. */
const isOfTheTenth = ({ family, name }: Recipe): boolean =>
  (createHash('sha256').update(`${family}/${name}`).digest()[0] ?? 0) % 10 === 0;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      keep: { type: 'string' },
      applies: { type: 'string', default: '5' },
      plans: { type: 'string', default: '2' },
    },
  });
  const width = { applies: Number(values.applies), plans: Number(values.plans) };
  const isNamed = ({ family, name }: Recipe): boolean => positionals.includes(name) || positionals.includes(family);
  const all = recipes();
  const stale = all.filter((recipe) => !isCurrent(recipe));
  if (values.check) {
    for (const { name } of stale) console.error(`missing or stale: ${name}`);
    const asked = positionals.length > 0 ? isNamed : values.all ? () => true : isOfTheTenth;
    const compared = all.filter((recipe) => asked(recipe) && !stale.includes(recipe));
    const made = await makeAll(compared, width);
    const different = compared.filter((recipe) => {
      const { plan, state, update, refused } = recorded(recipe);
      const now = made.get(recipe) ?? {};
      const differs = withoutOrder({ plan, state, update, refused }) !== withoutOrder(now);
      if (differs && values.keep !== undefined) {
        writeFileSync(
          join(values.keep, `${slug(recipe.name)}.was.json`),
          JSON.stringify({ plan, state, update, refused }, null, 1),
        );
        writeFileSync(join(values.keep, `${slug(recipe.name)}.is.json`), JSON.stringify(now, null, 1));
      }
      return differs;
    });
    for (const { name } of different) console.error(`different plan now: ${name}`);
    console.log(`${compared.length} of ${all.length} entries were planned again`);
    if (stale.length + different.length > 0) process.exitCode = 1;
    return;
  }
  const chosen = positionals.length > 0 ? all.filter(isNamed) : values.all ? all : stale;
  // In batches, so that an interrupt loses little.
  let kept = 0;
  const made = await makeAll(chosen, width, (part) => {
    if (part.size - kept < 50) return;
    kept = part.size;
    write(all, part);
  });
  write(all, made);
  console.log(`${chosen.length} of ${all.length} entries were recorded`);
}

void main();
