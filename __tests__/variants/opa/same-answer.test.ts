import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadArtifact } from '../../../gate/engine/artifact';
import { evaluate } from '../../../gate/engine/evaluate';
import { loadSettings } from '../../../gate/engine/settings';
import { readStacks } from '../../../gate/input/stacks';
import type { StackDocument } from '../../../gate/model';
import { families } from '../families';
import { withSynthesized } from '../synthesis';
import type { Variant } from '../variant';

const root = join(__dirname, '..', '..', '..');
const policies = join(root, 'policies');

const variants: readonly Variant[] = [
  { name: 'the architecture as it is' },
  ...families.flatMap((family) => family.variants),
];

/** Everything as one process of `opa eval` answers it, by the name of the variant. */
function stockAnswers(cases: ReadonlyMap<string, readonly StackDocument[]>): Readonly<Record<string, unknown>> {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-opa-'));
  try {
    const file = join(directory, 'cases.json');
    const inputs = [...cases].map(([name, stacks]) => [
      name,
      { stacks: Object.fromEntries(stacks.map((stack) => [stack.name, stack.document])) },
    ]);
    writeFileSync(file, JSON.stringify({ cases: Object.fromEntries(inputs) }));
    const answer = execFileSync(
      'opa',
      [
        ...['eval', '--format', 'json', '--data', 'policies', '--data', file],
        ...['--ignore', '*_test.rego', '--ignore', '*.schema.json', '--ignore', 'capabilities.json'],
        '{name: report | some name, document in data.cases; report := data.gate.report with input as document}',
      ],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 },
    );
    const { result } = JSON.parse(answer) as { result: [{ expressions: [{ value: Record<string, unknown> }] }] };
    return result[0].expressions[0].value;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** As data: members in the order of their names, and lists, which are sets in Rego, in the order of their text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => JSON.stringify(canonical(item))).sort();
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, member]) => [name, canonical(member)]),
    );
  }
  return value;
}

describe('stock OPA with the same sources, settings and documents answers what the compiled policy answers', () => {
  const compiled = new Map<string, unknown>();
  let stock: Readonly<Record<string, unknown>> = {};

  beforeAll(() => {
    const { wasm, settings: names, catalog } = loadArtifact(join(root, 'gate', 'artifact'));
    const settings = loadSettings(join(policies, 'settings'), names, catalog);
    const cases = new Map(
      variants.map((variant) => [variant.name, withSynthesized(variant, (outdir) => readStacks(outdir).stacks)]),
    );
    for (const [name, stacks] of cases) compiled.set(name, evaluate(wasm, settings.data, stacks));
    stock = stockAnswers(cases);
  });

  test.each(variants)('$name', ({ name }) => {
    expect(stock[name]).toBeDefined();
    expect(canonical(stock[name])).toEqual(canonical(compiled.get(name)));
  });
});
