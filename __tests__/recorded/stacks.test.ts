import { judgeSynthesized } from '../../tollgate/judge';
import type { Report } from '../../tollgate/model';
import type { Plan, State } from '../../test/aws/plan';
import { blamed, judged } from '../evasions/answer';
import type { Blame } from '../evasions/case';
import { withSynthesized } from '../variants/synthesis';
import { recorded } from './archive';
import { PROVIDER_6 } from './provider-6';
import { recipeOfStack, stackRuns, type StackRun } from './recipe';
import { asListed } from './refused';
import { SETTINGS } from '../settings';

/** Findings and undecided values of one stack, by rule and address. */
interface Said {
  readonly denied: readonly Blame[];
  readonly undecided: readonly Blame[];
}

/** Answers of the gate about a stack at each stage. */
interface Stages {
  readonly synth: Said;
  /** Absent, as the later ones, when Terraform, the provider or moto refused. */
  readonly plan: Said | undefined;
  readonly state: Said | undefined;
  readonly update: Said | undefined;
  /** Absent when a document was refused as listed in refused.ts. */
  readonly unlisted: string | undefined;
}

function planOfProduction(): Plan {
  const production = stackRuns.find(({ name }) => name === 'production');
  if (production === undefined) throw new Error('production is not among the stacks');
  const { plan } = recorded(withSynthesized(production.variant, (outdir) => recipeOfStack(production, outdir)));
  if (plan === undefined) throw new Error('production was refused');
  return plan;
}

function stagesOf(run: StackRun): Stages {
  const { report, recipe } = withSynthesized(run.variant, (outdir) => ({
    report: judgeSynthesized(outdir, { settings: SETTINGS }),
    recipe: recipeOfStack(run, outdir),
  }));
  const documents = recorded(recipe);
  const at = (document: Plan | State | undefined): Said | undefined =>
    document === undefined ? undefined : said(judged(document));
  return {
    synth: said({
      findings: report.findings.filter((finding) => finding.stack === run.stack),
      undecided: report.undecided.filter((entry) => entry.stack === run.stack),
    }),
    plan: at(documents.plan ?? PROVIDER_6[run.name]?.(planOfProduction())),
    state: at(documents.state),
    update: at(documents.update),
    unlisted: asListed(run.name, documents),
  };
}

function said({ findings, undecided }: Pick<Report, 'findings' | 'undecided'>): Said {
  return { denied: blamed(findings), undecided: blamed(undecided) };
}

/** Without instance keys: a synthesized stack shows a resource with `for_each` once, a plan each of its instances. */
function asLines(blames: readonly Blame[]): string[] {
  return [...new Set(blames.map(([rule, address]) => `${rule} ${address.replace(/\[[^\]]*\]$/, '')}`))].sort();
}

/** A decision of the earlier stage must stay. An undecided value may be decided at the later stage, either way. */
function expectToDecideNoMoreThan(later: Said, earlier: Said): void {
  const open = new Set(asLines(earlier.undecided));
  const decided = asLines(earlier.denied);
  const added = asLines(later.denied).filter((line) => !decided.includes(line));
  expect(asLines(later.denied)).toEqual(expect.arrayContaining(decided));
  expect(added.filter((line) => !open.has(line))).toEqual([]);
  expect(asLines(later.undecided).filter((line) => !open.has(line))).toEqual([]);
}

/**
 * Rules that need the code, which a state does not have: programs that run, the form in which a rule is written, the source of a
 * password, and whether the code names a security group that AWS would assign anyway.
 */
const FROM_CODE = new Set(['NET-004', 'NET-007', 'DB-005', 'TF-001']);

/**
 * Rules that a later plan may not decide alike. AWS assigns a group to a resource that names none, and the id is then known.
 * A plan shows that rules are in a dynamic block for a new group only.
 */
const FILLED_IN = new Set(['NET-004', 'NET-007']);

function without(rules: ReadonlySet<string>, { denied, undecided }: Said): Said {
  const others = ([rule]: Blame): boolean => !rules.has(rule);
  return { denied: denied.filter(others), undecided: undecided.filter(others) };
}

test.each(stackRuns)('$name: the plan has the verdict of the synth, and so have the state and the next plan', (run) => {
  const { synth, plan, state, update, unlisted } = stagesOf(run);
  expect(unlisted).toBeUndefined();
  if (plan === undefined) return;
  expectToDecideNoMoreThan(plan, synth);
  if (state === undefined || update === undefined) return;
  expectToDecideNoMoreThan(without(FROM_CODE, state), without(FROM_CODE, plan));
  expectToDecideNoMoreThan(without(FILLED_IN, update), without(FILLED_IN, plan));
});

test('at least 40 variants are compared after an apply as well', () => {
  expect(stackRuns.filter(({ applied }) => applied).length).toBeGreaterThanOrEqual(40);
});
