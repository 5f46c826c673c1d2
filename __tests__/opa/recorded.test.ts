import type { JsonObject } from '../../tollgate/model';
import { families } from '../evasions/corpus';
import { comparable, FACTS, regoFacts } from '../oracle/rego-facts';
import { certain, resolve } from '../oracle/resolver';
import { recorded } from '../recorded/archive';
import { recipeOf, recipeOfBase } from '../recorded/recipe';
import { askEverywhere } from './everywhere';
import { compiled } from './stock';

/** Every recorded plan of the evasion corpus, and all documents of the bases. */
const inputs = new Map<string, JsonObject>();
for (const { name: family, cases } of families) {
  for (const evasion of cases) add(evasion.id, recorded(recipeOf(family, evasion)).plan);
}
for (const base of ['flat', 'modules'] as const) {
  const { state, update } = recorded(recipeOfBase(base));
  add(`${base}: state`, state);
  add(`${base}: update`, update);
}

function add(name: string, document: object | undefined): void {
  if (document !== undefined) inputs.set(name, document as JsonObject);
}

test('stock OPA and OPA 0.61.0 give the same answer as the compiled policy for each recorded plan', async () => {
  const answers = await askEverywhere(inputs);
  let plans = 0;
  for (const name of inputs.keys()) {
    const own = [name, answers.compiled(name)];
    expect([name, answers.current(name)]).toEqual(own);
    expect([name, answers.old(name)]).toEqual(own);
    const pruned = answers.pruned(name);
    if (pruned === undefined) continue;
    expect([name, pruned]).toEqual(own);
    plans += 1;
  }
  // All but states.
  expect(plans).toBeGreaterThan(inputs.size / 2);
});

test('an independent reading finds the same groups, allowed traffic and attachments in each recorded plan', () => {
  const ask = compiled(FACTS.file, FACTS.entrypoint);
  for (const [name, plan] of inputs) {
    const told = certain(plan);
    expect([name, comparable(told(regoFacts(ask(plan))))]).toEqual([name, comparable(told(resolve({ '': plan })))]);
  }
});
