import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { development } from '../../config/environments/development';
import { judgeSynthesized } from '../../gate/judge';
import type { Report } from '../../gate/model';
import { standIn, TerraformError } from '../../test/terraform-stub/run';
import { Ahead } from '../evasions/ahead';
import { blamed, judged } from '../evasions/answer';
import type { Blame } from '../evasions/case';
import { families } from '../variants/families';
import { withSynthesized } from '../variants/synthesis';
import type { Variant } from '../variants/variant';

/** What is said of one stack, by rule and address. */
interface Said {
  readonly denied: readonly Blame[];
  readonly undecided: readonly Blame[];
}

/** What the gate says of a stack at each stage. */
interface Stages {
  readonly synth: Said;
  /** Absent when Terraform itself refuses the code. */
  readonly plan?: Said;
  readonly state?: Said;
  readonly update?: Said;
}

interface Run {
  readonly name: string;
  readonly variant: Variant;
  readonly stack: string;
  /** Whether it is applied, for the state and an update plan: takes twice as long. */
  readonly applied: boolean;
}

/** Code that CDKTF writes and Terraform refuses, so that there is nothing to compare. */
const REFUSED = new Set([
  // Its source is nowhere.
  'a rule is in a module, which nobody sees here',
  // A cycle of references.
  'the ports of an inline rule are known at deployment only',
  // A listener needs an action.
  'the listener has nowhere to forward to',
  // Others refer to the resource without naming an instance.
  'the group is there five times, with count',
  'the database is there once for each of some names, with for_each',
]);

const isHarmless = ({ denied, undecided, unseen }: Variant): boolean =>
  denied === undefined && undecided === undefined && unseen === undefined;

const variants = families.flatMap((family) => family.variants);

const runs: readonly Run[] = [
  { name: 'production', variant: { name: 'production' }, stack: 'productos-api', applied: true },
  {
    name: 'development',
    variant: { name: 'development', values: () => development },
    stack: 'productos-api-dev',
    applied: true,
  },
  { name: 'the images', variant: { name: 'images' }, stack: 'productos-api-image', applied: true },
  ...variants.map((variant, at) => ({
    name: variant.name,
    variant,
    stack: 'productos-api',
    applied: isHarmless(variant) || at % 3 === 0,
  })),
];

const stages = new Ahead(runs, judgedAtEachStage);

async function judgedAtEachStage({ variant, stack, applied }: Run): Promise<Stages> {
  const { report, code } = withSynthesized(variant, (outdir) => ({
    report: judgeSynthesized(outdir),
    code: readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'),
  }));
  const synth = said({
    findings: report.findings.filter((finding) => finding.stack === stack),
    undecided: report.undecided.filter((entry) => entry.stack === stack),
  });
  const files = { 'cdk.tf.json': code };
  let workspace;
  try {
    workspace = await (await standIn()).workspace({ files, variables: values(code) });
    const plan = said(judged(await workspace.plan()));
    if (!applied) return { synth, plan };
    await workspace.apply();
    const state = said(judged(await workspace.state()));
    return { synth, plan, state, update: said(judged(await workspace.plan())) };
  } catch (error) {
    if (error instanceof TerraformError && error.message.startsWith('terraform apply')) throw error;
    if (error instanceof TerraformError) return { synth };
    throw error;
  } finally {
    await workspace?.dispose();
  }
}

/** Values for variables that have none: at a synth nobody knows them, at a plan somebody gave them. */
function values(code: string): { [name: string]: unknown } {
  const { variable = {} } = JSON.parse(code) as { variable?: { [name: string]: { type?: string; default?: unknown } } };
  const missing = Object.entries(variable).filter(([, declared]) => declared.default === undefined);
  return Object.fromEntries(missing.map(([name, { type }]) => [name, type === 'number' ? 8000 : '203.0.113.7/32']));
}

function said({ findings, undecided }: Pick<Report, 'findings' | 'undecided'>): Said {
  return { denied: blamed(findings), undecided: blamed(undecided) };
}

/** Without instance keys: a synthesized stack shows a resource with `for_each` once, a plan each of its instances. */
function asLines(blames: readonly Blame[]): string[] {
  return [...new Set(blames.map(([rule, address]) => `${rule} ${address.replace(/\[[^\]]*\]$/, '')}`))].sort();
}

/** What was decided stays as it is; what was not may be decided, either way. */
function expectToDecideNoMoreThan(later: Said, earlier: Said): void {
  const open = new Set(asLines(earlier.undecided));
  const decided = asLines(earlier.denied);
  const added = asLines(later.denied).filter((line) => !decided.includes(line));
  expect(asLines(later.denied)).toEqual(expect.arrayContaining(decided));
  expect(added.filter((line) => !open.has(line))).toEqual([]);
  expect(asLines(later.undecided).filter((line) => !open.has(line))).toEqual([]);
}

/**
 * What a state cannot tell, since it holds no code: programs that run, which form a rule is written in, where a password comes from, and
 * whether somebody named the security group that AWS would give as well.
 */
const FROM_CODE = new Set(['NET-004', 'NET-007', 'DB-005', 'TF-001']);

/**
 * What a later plan may not tell: once AWS has given a group to what names none, its id is known; and that rules are in a
 * dynamic block shows on a new group only.
 */
const FILLED_IN = new Set(['NET-004', 'NET-007']);

function without(rules: ReadonlySet<string>, { denied, undecided }: Said): Said {
  const others = ([rule]: Blame): boolean => !rules.has(rule);
  return { denied: denied.filter(others), undecided: undecided.filter(others) };
}

test.each(runs)(
  '$name: the plan has the verdict of the synth, and so have the state and the next plan',
  async (run) => {
    const { synth, plan, state, update } = await stages.result(run);
    expect(plan === undefined).toBe(REFUSED.has(run.variant.name));
    if (plan === undefined) return;
    expectToDecideNoMoreThan(plan, synth);
    if (state === undefined || update === undefined) return;
    expectToDecideNoMoreThan(without(FROM_CODE, state), without(FROM_CODE, plan));
    expectToDecideNoMoreThan(without(FILLED_IN, update), without(FILLED_IN, plan));
  },
);

test('at least 40 variants are compared after an apply as well', () => {
  expect(runs.filter(({ applied }) => applied).length).toBeGreaterThanOrEqual(40);
});
