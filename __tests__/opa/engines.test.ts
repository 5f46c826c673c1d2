import * as fc from 'fast-check';
import { readStacks } from '../../tollgate/input/stacks';
import type { JsonObject } from '../../tollgate/model';
import { architecture } from '../plans/arbitrary';
import { build } from '../plans/architecture';
import { runs } from '../plans/runs';
import { service } from '../plans/service';
import { planOf } from '../plans/terraform';
import { families } from '../variants/families';
import { withSynthesized } from '../variants/synthesis';
import { askEverywhere, type Answers } from './everywhere';

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

describe('stock OPA and OPA 0.61.0 give the same answer as the compiled policy for every plan, pruned or whole', () => {
  const inputs = cases();
  let answers: Answers | undefined;

  beforeAll(async () => {
    answers = await askEverywhere(inputs);
  });

  test.each([...inputs.keys()])('%s', (name) => {
    const compiled = answers?.compiled(name);
    expect(compiled).toBeDefined();
    expect(answers?.current(name)).toEqual(compiled);
    expect(answers?.old(name)).toEqual(compiled);
    const pruned = answers?.pruned(name);
    if (inputs.get(name)?.['resource_changes'] === undefined) expect(pruned).toBeUndefined();
    else expect(pruned).toEqual(compiled);
  });
});
