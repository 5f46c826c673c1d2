/** The same inputs through the compiled policy, stock OPA and OPA 0.61.0. */
import { join } from 'node:path';
import { loadArtifact } from '../../gate/engine/artifact';
import { evaluate } from '../../gate/engine/evaluate';
import { loadSettings } from '../../gate/engine/settings';
import { cutDown } from '../../gate/input/cut-down';
import type { JsonObject, StackDocument } from '../../gate/model';
import { oldOpa } from '../../test/opa-0.61/run';
import { canonical, evaluateAll } from './stock';
import { DEFAULTS, SETTINGS } from '../settings';

const ROOT = join(__dirname, '..', '..');

/** What each of them says of the inputs, as data: sets in one order. */
export interface Answers {
  readonly compiled: (name: string) => unknown;
  /** The compiled policy about a plan that was cut down as large ones are; undefined for what is read whole. */
  readonly cut: (name: string) => unknown;
  readonly current: (name: string) => unknown;
  readonly old: (name: string) => unknown;
}

/** @param inputs plans, or several stacks, by name */
export async function askEverywhere(inputs: ReadonlyMap<string, JsonObject>): Promise<Answers> {
  const { wasm, settings: names, catalog, read } = loadArtifact(join(ROOT, 'gate', 'artifact'));
  const settings = loadSettings(DEFAULTS, names, catalog, SETTINGS);
  const current = evaluateAll('gate.report', inputs);
  const old = evaluateAll('gate.report', inputs, await oldOpa());
  return {
    compiled: (name) => canonical(evaluate(wasm, JSON.stringify(settings.data), documentsOf(inputs.get(name) ?? {}))),
    cut: (name) => {
      const text = Buffer.from(JSON.stringify(inputs.get(name)));
      const unparsed = read === undefined ? undefined : cutDown(text, read);
      if (unparsed === undefined) return undefined;
      const { resources } = unparsed;
      const stack = { name: '', document: {}, unparsed, resources, constructPaths: new Map<string, string>() };
      return canonical(evaluate(wasm, JSON.stringify(settings.data), [stack]));
    },
    current: (name) => canonical(current[name]),
    old: (name) => canonical(old[name]),
  };
}

/** The compiled policy is asked in the form of several stacks: a plan alone is the stack without a name. */
function documentsOf(input: JsonObject): StackDocument[] {
  const stacks = (input['stacks'] ?? { '': input }) as { readonly [name: string]: JsonObject };
  return Object.entries(stacks).map(([name, document]) => ({
    ...{ name, document, resources: 0, constructPaths: new Map() },
  }));
}
