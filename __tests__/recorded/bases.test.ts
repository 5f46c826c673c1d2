import { judgeSynthesized } from '../../tollgate/judge';
import type { Report } from '../../tollgate/model';
import type { Plan } from '../../test/aws/plan';
import { judged } from '../evasions/answer';
import { withSynthesized } from '../variants/synthesis';
import { recorded, type Documents } from './archive';
import { recipeOfBase } from './recipe';
import { SETTINGS } from '../settings';

/** All documents of a base: each was made. */
function stagesOf(base: 'flat' | 'modules'): Required<Omit<Documents, 'refused'>> {
  const { plan, state, update } = recorded(recipeOfBase(base));
  if (plan === undefined || state === undefined || update === undefined) throw new Error(`${base} was refused`);
  return { plan, state, update };
}

/** A report without addresses, which differ between the two bases. */
function gist({ verdict, findings, undecided, rules, flows, costs, problems }: Report): object {
  const total = (size: 'minimum' | 'desired' | 'maximum', part: string): number =>
    costs.filter((cost) => cost.part === part).reduce((sum, cost) => sum + cost[size], 0);
  return {
    verdict,
    problems,
    findings,
    undecided,
    outcomes: rules.map(({ id, outcome }) => [id, outcome]),
    flows: flows.map(({ from, to, protocol, port, state }) => [from, to, protocol, port, state]),
    costs: ['web', 'database', 'network'].map((part) => [
      part,
      total('minimum', part),
      total('desired', part),
      total('maximum', part),
    ]),
  };
}

/** Addresses of the resources that the plan creates. */
function made({ resource_changes: changes = [] }: Plan): string[] {
  return changes.filter(({ mode }) => mode === 'managed').map(({ address }) => address);
}

test('the HCL has the resources of the synthesized stack, but for its monitoring', () => {
  const synthesized = withSynthesized({ name: 'production' }, (outdir) =>
    judgeSynthesized(outdir, { settings: SETTINGS }),
  );
  const priced = synthesized.rules.find(({ id }) => id === 'COST-004')?.checked ?? [];
  const addresses = priced
    .filter(({ stack, address }) => stack === 'productos-api' && !address.startsWith('aws_cloudwatch_'))
    .map(({ address }) => address);

  expect(made(stagesOf('flat').plan).sort()).toEqual(addresses.sort());
});

test('the HCL has the verdict of the synthesized stack, flow by flow', () => {
  const synthesized = withSynthesized({ name: 'production' }, (outdir) =>
    judgeSynthesized(outdir, { settings: SETTINGS }),
  );
  const report = judged(stagesOf('flat').plan);

  expect(report.verdict).toEqual(synthesized.verdict);
  expect(report.flows.map(({ from, to, port, state }) => [from, to, port, state])).toEqual(
    synthesized.flows.map(({ from, to, port, state }) => [from, to, port, state]),
  );
});

test('modules that are called with for_each have the same verdict, flows and costs as the flat form', () => {
  const plan = judged(stagesOf('modules').plan);

  expect(plan.verdict.outcome).toBe('passed');
  expect(gist(plan)).toEqual(gist(judged(stagesOf('flat').plan)));
});

test.each(['flat', 'modules'] as const)('%s has the same verdict in its state and in the next plan', (base) => {
  const { plan, state, update } = stagesOf(base);

  expect(gist(judged(state))).toEqual(gist(judged(plan)));
  expect(gist(judged(update))).toEqual(gist(judged(plan)));
});
