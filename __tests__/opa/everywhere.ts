/** The same inputs through the compiled policy, stock OPA and OPA 0.61.0. */
import { join } from 'node:path';
import { loadArtifact } from '../../tollgate/engine/artifact';
import { Engine } from '../../tollgate/engine/evaluate';
import { loadSettings } from '../../tollgate/engine/settings';
import { readPlan } from '../../tollgate/input/plan';
import type { JsonObject, StackDocument } from '../../tollgate/model';
import { oldOpa } from '../../test/opa-0.61/run';
import { canonical, evaluateAll } from './stock';
import { DEFAULTS, SETTINGS } from '../settings';

const ROOT = join(__dirname, '..', '..');

/** Answers of each engine about an input, as data: sets are sorted. */
export interface Answers {
  readonly compiled: (name: string) => unknown;
  /** The answer of the compiled policy about the pruned plan; undefined for an input that is not a plan. */
  readonly pruned: (name: string) => unknown;
  readonly current: (name: string) => unknown;
  readonly old: (name: string) => unknown;
}

/** @param inputs plans, or several stacks, by name */
export async function askEverywhere(inputs: ReadonlyMap<string, JsonObject>): Promise<Answers> {
  const { wasm, settings: names, catalog, types } = loadArtifact(join(ROOT, 'policies', 'compiled'));
  const settings = loadSettings(DEFAULTS, names, catalog, SETTINGS);
  const engine = new Engine(wasm, JSON.stringify(settings.data));
  const current = evaluateAll('gate.report', inputs);
  const old = evaluateAll('gate.report', inputs, await oldOpa());
  return {
    compiled: (name) => canonical(engine.evaluate(documentsOf(inputs.get(name) ?? {}))),
    pruned: (name) => {
      const content = inputs.get(name) ?? {};
      if (!('resource_changes' in content)) return undefined;
      return canonical(engine.evaluate([{ ...readPlan(name, content, types), name: '' }]));
    },
    current: (name) => canonical(current[name]),
    old: (name) => canonical(old[name]),
  };
}

/** The compiled policy takes a list of named stacks. A single plan becomes a stack with an empty name. */
function documentsOf(input: JsonObject): StackDocument[] {
  const stacks = (input['stacks'] ?? { '': input }) as { readonly [name: string]: JsonObject };
  return Object.entries(stacks).map(([name, document]) => ({
    ...{ name, document, resources: 0, constructPaths: new Map() },
  }));
}
