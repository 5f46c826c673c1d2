import * as fc from 'fast-check';
import type { JsonObject } from '../../gate/model';
import { atMost, standIn, TerraformError, type Workspace } from '../../test/terraform-stub/run';
import { compiled } from '../opa/stock';
import { comparable, FACTS, regoFacts } from '../oracle/rego-facts';
import { resolve } from '../oracle/resolver';
import { architecture } from '../plans/arbitrary';
import { build, type Architecture } from '../plans/architecture';
import type { Module } from '../plans/configuration';
import { runs } from '../plans/runs';
import { filesOf } from '../plans/source';
import { planOf } from '../plans/terraform';

/** What real Terraform wrote for a configuration. What it refuses to plan, or to apply, has no such documents. */
interface Made {
  readonly module: Module;
  readonly syntax: 'hcl' | 'json';
  readonly create?: JsonObject;
  readonly update?: JsonObject;
  readonly state?: JsonObject;
}

const open: Workspace[] = [];
let made: Made[] = [];

/** Nothing was made before, and nobody looks at groups that others made. */
function fromNothing(given: Architecture): Architecture {
  return {
    ...given,
    groups: given.groups.filter(({ kind }) => kind !== 'data').map((it) => ({ ...it, exists: false })),
  };
}

beforeAll(async () => {
  const terraform = await standIn();
  const { seed, numRuns } = runs(30);
  const sampled = fc.sample(fc.tuple(architecture, fc.constantFrom('hcl' as const, 'json' as const)), {
    seed,
    numRuns,
  });
  made = await atMost(2, sampled, async ([given, syntax]): Promise<Made> => {
    const module = build(fromNothing(given));
    const workspace = await terraform.workspace({ files: filesOf(module, syntax) });
    open.push(workspace);
    const documents: { create?: JsonObject; update?: JsonObject; state?: JsonObject } = {};
    try {
      documents.create = (await workspace.plan()) as unknown as JsonObject;
      await workspace.apply();
      documents.update = (await workspace.plan()) as unknown as JsonObject;
      documents.state = (await workspace.state()) as unknown as JsonObject;
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
    } finally {
      await workspace.dispose();
    }
    return { module, syntax, ...documents };
  });
}, 300_000);

afterAll(async () => {
  await Promise.all(open.map((workspace) => workspace.dispose()));
});

test.each(['create', 'update', 'state'] as const)('most configurations have a %s', (which) => {
  const taken = made.filter((each) => each[which] !== undefined);
  expect(taken.length).toBeGreaterThan(made.length / 2);
  expect(new Set(taken.map(({ syntax }) => syntax))).toEqual(new Set(['hcl', 'json']));
});

test.each(['create', 'update', 'state'] as const)(
  'the policies find in each %s what an independent reading finds',
  (which) => {
    const ask = compiled(FACTS.file, FACTS.entrypoint);
    for (const { [which]: document } of made) {
      if (document === undefined) continue;
      expect(comparable(regoFacts(ask(document)))).toEqual(comparable(resolve({ '': document })));
    }
  },
);

test('made-up plans mean what the plans of real Terraform mean', () => {
  for (const { module, syntax, create } of made) {
    if (create === undefined) continue;
    const [real, modelled] = [create, planOf(module, { syntax })].map((plan) =>
      withoutOrder(comparable(resolve({ '': plan }))),
    );
    expect(modelled).toEqual(real);
  }
});

/** Terraform keeps inline rules, and what they admit, as sets: the order and doubles do not matter. */
function withoutOrder(facts: ReturnType<typeof comparable>): { readonly [fact: string]: string[] } {
  return Object.fromEntries(
    Object.entries(facts).map(([name, lines]) => [
      name,
      [...new Set(lines.map((line) => line.replaceAll(/gress\.\d+\./g, 'gress.N.')))].sort(),
    ]),
  );
}
