import { join } from 'node:path';
import { judgeSynthesized } from '../../gate/judge';
import type { Report } from '../../gate/model';
import { standIn, type Plan, type State } from '../../test/terraform-stub/run';
import { judged } from '../evasions/answer';
import { BASES } from '../evasions/corpus';
import { withSynthesized } from '../variants/synthesis';

interface Stages {
  readonly plan: Plan;
  readonly state: State;
  readonly update: Plan;
}

async function planned(base: string): Promise<Stages> {
  const workspace = await (await standIn()).workspace({ directory: join(BASES, base) });
  try {
    const plan = await workspace.plan();
    await workspace.apply();
    return { plan, state: await workspace.state(), update: await workspace.plan() };
  } finally {
    await workspace.dispose();
  }
}

const flat = planned('flat');
const modules = planned('modules');
for (const stages of [flat, modules]) stages.catch(() => undefined);

/** What a verdict rests on, without addresses: these differ between the two. */
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

/** Addresses of what the plan makes. */
function made({ resource_changes: changes = [] }: Plan): string[] {
  return changes.filter(({ mode }) => mode === 'managed').map(({ address }) => address);
}

test('the HCL has the resources of the synthesized stack, but for its monitoring', async () => {
  const synthesized = withSynthesized({ name: 'production' }, (outdir) => judgeSynthesized(outdir));
  const priced = synthesized.rules.find(({ id }) => id === 'COST-004')?.checked ?? [];
  const addresses = priced
    .filter(({ stack, address }) => stack === 'productos-api' && !address.startsWith('aws_cloudwatch_'))
    .map(({ address }) => address);

  expect(made((await flat).plan).sort()).toEqual(addresses.sort());
});

test('the HCL has the verdict of the synthesized stack, flow by flow', async () => {
  const synthesized = withSynthesized({ name: 'production' }, (outdir) => judgeSynthesized(outdir));
  const report = judged((await flat).plan);

  expect(report.verdict).toEqual(synthesized.verdict);
  expect(report.flows.map(({ from, to, port, state }) => [from, to, port, state])).toEqual(
    synthesized.flows.map(({ from, to, port, state }) => [from, to, port, state]),
  );
});

test('modules that are called for each of several things have the verdict, flows and costs of the flat form', async () => {
  const plan = judged((await modules).plan);

  expect(plan.verdict.outcome).toBe('passed');
  expect(gist(plan)).toEqual(gist(judged((await flat).plan)));
});

test.each([
  ['flat', flat],
  ['with modules', modules],
])('the %s form has the same verdict in its state and in the next plan', async (_, stages) => {
  const { plan, state, update } = await stages;

  expect(gist(judged(state))).toEqual(gist(judged(plan)));
  expect(gist(judged(update))).toEqual(gist(judged(plan)));
});
