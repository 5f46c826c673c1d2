/**
 * Recipes of plans with the real AWS provider: every case of the evasion corpus, every variant of the stacks, the stacks
 * and the bases. `npm run record` plans them, and `npm test` judges the recorded plans.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { development } from '../../config/environments/development';
import type { EvasionCase } from '../evasions/case';
import { edited, families as evasionFamilies } from '../evasions/corpus';
import { families as variantFamilies } from '../variants/families';
import { withSynthesized } from '../variants/synthesis';
import type { Variant } from '../variants/variant';

/** Files of one configuration, by name. */
export type Files = Readonly<Record<string, string>>;

/** The recorded documents: the plan; the state after an apply of that plan; the next plan. */
export type Stage = 'plan' | 'state' | 'update';

/** How the documents of one entry are made. */
export interface Recipe {
  /** Names the file of the entry. */
  readonly family: string;
  /** Unique in the family. */
  readonly name: string;
  /** Configurations that are applied first, one after another. */
  readonly applied: readonly Files[];
  /** The configuration that is planned. */
  readonly files: Files;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Arguments of `terraform plan`. */
  readonly args: readonly string[];
  readonly stages: readonly Stage[];
}

/** A digest of every input of the recording. */
export function digestOf({ applied, files, variables, args, stages }: Recipe): string {
  return sha256(JSON.stringify([applied.map(inOrder), inOrder(files), variables ?? {}, args, stages]));
}

/** A digest of the configurations that a recipe applies before the plan: recipes with the same digest can share a state. */
export function digestOfApplied({ applied }: Recipe): string {
  return sha256(JSON.stringify(applied.map(inOrder)));
}

function inOrder(files: Files): [string, string][] {
  return Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** The recipe of a case of the evasion corpus. */
export function recipeOf(family: string, evasion: EvasionCase): Recipe {
  const { id, base = 'flat', applied = [], plan = [] } = evasion;
  return {
    family: `evasions-${slug(family)}`,
    name: id,
    applied: applied.map((edit) => edited(base, edit)),
    files: edited(base, evasion),
    args: plan,
    stages: ['plan'],
  };
}

/** One synthesized stack. The gate judges its synth and its plan, and the state as well if `applied` is true. */
export interface StackRun {
  readonly family: string;
  readonly name: string;
  readonly variant: Variant;
  readonly stack: string;
  /** Whether it is applied, for the state and the plan that follows. */
  readonly applied: boolean;
}

const isHarmless = ({ denied, undecided, unseen }: Variant): boolean =>
  denied === undefined && undecided === undefined && unseen === undefined;

/** The stacks, and every variant of production. An apply takes two minutes: all harmless ones and a part of the rest. */
export const stackRuns: readonly StackRun[] = [
  { family: 'stacks', name: 'production', variant: { name: 'production' }, stack: 'productos-api', applied: true },
  {
    family: 'stacks',
    name: 'development',
    variant: { name: 'development', values: () => development },
    stack: 'productos-api-dev',
    applied: true,
  },
  { family: 'stacks', name: 'the images', variant: { name: 'images' }, stack: 'productos-api-image', applied: true },
  ...variantFamilies.flatMap(({ name: family, variants }) =>
    variants.map((variant, at) => ({
      family: `variants-${slug(family)}`,
      name: variant.name,
      variant,
      stack: 'productos-api',
      applied: isHarmless(variant) || at % 12 === 0,
    })),
  ),
];

/** The recipe of a stack that was synthesized to a folder. */
export function recipeOfStack({ family, name, stack, applied }: StackRun, outdir: string): Recipe {
  const code = readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8');
  return {
    ...{ family, name, applied: [], args: [] },
    files: { 'cdk.tf.json': code },
    variables: values(code),
    stages: applied ? ['plan', 'state', 'update'] : ['plan'],
  };
}

/** Values for variables without a default: unknown at synth, given at plan. */
function values(code: string): Record<string, unknown> {
  const { variable = {} } = JSON.parse(code) as { variable?: { [name: string]: { type?: string; default?: unknown } } };
  const missing = Object.entries(variable).filter(([, declared]) => declared.default === undefined);
  return Object.fromEntries(missing.map(([name, { type }]) => [name, type === 'number' ? 8000 : '203.0.113.7/32']));
}

/** The recipe of a base as it is. */
export function recipeOfBase(base: 'flat' | 'modules'): Recipe {
  return {
    ...{ family: 'bases', name: base, applied: [], args: [] },
    files: edited(base, {}),
    stages: ['plan', 'state', 'update'],
  };
}

/** Every recipe. */
export function recipes(): Recipe[] {
  return [
    ...(['flat', 'modules'] as const).map(recipeOfBase),
    ...evasionFamilies.flatMap(({ name, cases }) => cases.map((evasion) => recipeOf(name, evasion))),
    ...stackRuns.map((run) => withSynthesized(run.variant, (outdir) => recipeOfStack(run, outdir))),
  ];
}
