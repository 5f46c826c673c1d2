import { join } from 'node:path';
import * as fc from 'fast-check';
import { loadArtifact } from '../../gate/engine/artifact';
import { evaluate } from '../../gate/engine/evaluate';
import { loadSettings } from '../../gate/engine/settings';
import { readStacks } from '../../gate/input/stacks';
import type { JsonObject, StackDocument } from '../../gate/model';
import { oldOpa } from '../../test/opa-0.61/run';
import { architecture } from '../plans/arbitrary';
import { build } from '../plans/architecture';
import { runs } from '../plans/runs';
import { service } from '../plans/service';
import { planOf } from '../plans/terraform';
import { families } from '../variants/families';
import { withSynthesized } from '../variants/synthesis';
import { canonical, evaluateAll } from './stock';

const ROOT = join(__dirname, '..', '..');

/** Every input by its name: the broken variants as they are synthesized, and made-up plans. */
function cases(): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const variants = families.flatMap((family) => family.variants);
  for (const variant of [{ name: 'the architecture as it is' }, ...variants]) {
    const { stacks } = withSynthesized(variant, readStacks);
    found.set(variant.name, {
      stacks: Object.fromEntries(stacks.map(({ name, document }): [string, JsonObject] => [name, document])),
    });
  }
  const { seed, numRuns } = runs(200);
  const made = fc.sample(fc.tuple(architecture, fc.boolean(), fc.boolean()), { seed, numRuns });
  for (const [index, [plan, applied, isJson]] of made.entries())
    found.set(`made-up plan ${index}`, planOf(build(plan), { applied, syntax: isJson ? 'json' : 'hcl' }));
  for (const applied of [false, true])
    found.set(`the service, applied: ${applied}`, planOf(build(service), { applied }));
  return found;
}

describe('stock OPA and OPA 0.61.0 say of every plan what the compiled policy says', () => {
  const inputs = cases();
  const answers = new Map<string, JsonObject>();
  const { wasm, settings: names, catalog } = loadArtifact(join(ROOT, 'gate', 'artifact'));
  const settings = loadSettings(join(ROOT, 'policies', 'settings'), names, catalog);

  beforeAll(async () => {
    answers.set('current', evaluateAll('gate.report', inputs));
    answers.set('0.61.0', evaluateAll('gate.report', inputs, await oldOpa()));
  });

  test.each(['current', '0.61.0'])('OPA %s has an answer to each', (version) => {
    expect(Object.keys(answers.get(version) ?? {}).sort()).toEqual([...inputs.keys()].sort());
  });

  test.each([...inputs.keys()])('%s', (name) => {
    const compiled = canonical(evaluate(wasm, settings.data, documentsOf(inputs.get(name) ?? {})));
    expect(canonical(answers.get('current')?.[name])).toEqual(compiled);
    expect(canonical(answers.get('0.61.0')?.[name])).toEqual(compiled);
  });
});

/** The compiled policy is asked in the form of several stacks: a plan alone is the stack without a name. */
function documentsOf(input: JsonObject): StackDocument[] {
  const stacks = (input['stacks'] ?? { '': input }) as { readonly [name: string]: JsonObject };
  return Object.entries(stacks).map(([name, document]) => ({
    ...{ name, document, resources: 0, constructPaths: new Map() },
  }));
}
