import * as fc from 'fast-check';
import type { JsonObject } from '../../tollgate/model';
import { startLocalAws } from '../../test/aws/local-aws';
import { TerraformError } from '../../test/aws/workspace';
import { comparable } from '../oracle/rego-facts';
import { resolve } from '../oracle/resolver';
import { architecture } from '../plans/arbitrary';
import { build, type Architecture } from '../plans/architecture';
import type { Module } from '../plans/configuration';
import { runs } from '../plans/runs';
import { filesOf } from '../plans/source';
import { planOf } from '../plans/terraform';
import { completed } from './completed';

/** The plan of real Terraform with the real provider for a configuration. A refused configuration has no plan. */
interface Made {
  readonly module: Module;
  readonly syntax: 'hcl' | 'json';
  readonly create?: JsonObject;
}

const made: Made[] = [];

/** The architecture without existing resources, and without data sources that look up existing groups. */
function fromNothing(given: Architecture): Architecture {
  return {
    ...given,
    groups: given.groups.filter(({ kind }) => kind !== 'data').map((it) => ({ ...it, exists: false })),
  };
}

beforeAll(async () => {
  const aws = await startLocalAws();
  const { seed, numRuns } = runs(10);
  const sampled = fc.sample(fc.tuple(architecture, fc.constantFrom('hcl' as const, 'json' as const)), {
    seed,
    numRuns,
  });
  for (const [given, syntax] of sampled) {
    const module = completed(build(fromNothing(given)));
    const workspace = await aws.workspace({ files: filesOf(module, syntax) });
    try {
      made.push({ module, syntax, create: (await workspace.plan()) as unknown as JsonObject });
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      made.push({ module, syntax });
    } finally {
      await workspace.dispose();
    }
  }
  await aws.stop();
});

test('most configurations have a plan', () => {
  const taken = made.filter(({ create }) => create !== undefined);
  expect(taken.length).toBeGreaterThan(made.length / 2);
  expect(new Set(taken.map(({ syntax }) => syntax))).toEqual(new Set(['hcl', 'json']));
});

test('generated plans have the same meaning as the plans of real Terraform', () => {
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
