import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicySync } from '@open-policy-agent/opa-wasm';
import { loadArtifact } from '../../gate/engine/artifact';
import { loadSettings } from '../../gate/engine/settings';
import { OutOfMemory, WasmPolicy } from '../../gate/engine/wasm-policy';

const root = join(__dirname, '..', '..');
const { wasm, settings: names, catalog } = loadArtifact(join(root, 'gate', 'artifact'));
const settings = loadSettings(join(root, 'policies', 'settings'), names, catalog).data;
const plan = readFileSync(join(root, 'bench', 'base-plan.json'), 'utf8');

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function loaded(): WasmPolicy {
  const policy = new WasmPolicy(wasm);
  policy.setData(bytes(JSON.stringify({ settings })));
  return policy;
}

describe('the host of the compiled policy', () => {
  test.each([
    ['a plan', plan],
    ['a plan beside another', `{"stacks": {"a": ${plan}, "b": ${plan}}}`],
    ['no resources', '{}'],
    ['text beyond ASCII', plan.replaceAll('productos-api', 'productos-àpi-日本-😀')],
  ])('answers what the SDK of OPA answers: %s', (_, input) => {
    const sdk = loadPolicySync(wasm, { initial: 4_000 });
    sdk.setData({ settings });
    expect(loaded().evaluate(bytes(input), 'gate/report')).toEqual(
      sdk.evaluate(bytes(input).slice().buffer, 'gate/report'),
    );
  });

  test('answers the same however often it is asked, and whatever it was asked before', () => {
    const policy = loaded();
    const first = policy.evaluate(bytes(plan), 'gate/report');
    policy.evaluate(bytes('{}'), 'gate/report');
    expect(policy.evaluate(bytes(plan), 'gate/report')).toEqual(first);
  });

  test('forgets data that is replaced', () => {
    const policy = loaded();
    const before = policy.evaluate(bytes(plan), 'gate/report');
    policy.setData(bytes('{}'));
    expect(policy.evaluate(bytes(plan), 'gate/report')).not.toEqual(before);
    policy.setData(bytes(JSON.stringify({ settings })));
    expect(policy.evaluate(bytes(plan), 'gate/report')).toEqual(before);
  });

  test.each(['', 'gate/other', 'toString', 'gate'])('refuses the entrypoint "%s", which there is not', (entrypoint) => {
    expect(() => loaded().evaluate(bytes(plan), entrypoint)).toThrow('the policy has no entrypoint');
  });

  test.each(['', '{', '{"a": }', 'undefined'])('refuses an input or data that is no JSON: %#', (text) => {
    expect(() => loaded().evaluate(bytes(text), 'gate/report')).toThrow('is no JSON');
    expect(() => loaded().setData(bytes(text))).toThrow('is no JSON');
  });

  test('refuses what is no policy', () => {
    expect(() => new WasmPolicy(new ArrayBuffer(8))).toThrow();
    // An empty module.
    expect(() => new WasmPolicy(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]).buffer)).toThrow('ABI ?.?');
  });
});

describe('memory', () => {
  const groups = Array.from({ length: 10_000 }, (_, at) => ({
    ...{ address: `aws_security_group.g${at}`, mode: 'managed', type: 'aws_security_group', name: `g${at}` },
    change: { actions: ['create'], before: null, after: { name: `g${at}` }, after_unknown: { id: true } },
  }));
  const large = bytes(JSON.stringify({ resource_changes: groups }));

  test('that runs out is an error, never an answer', () => {
    const policy = new WasmPolicy(wasm, true);
    policy.setData(bytes(JSON.stringify({ settings })));
    expect(() => policy.evaluate(large, 'gate/report')).toThrow(OutOfMemory);
    expect(loaded().evaluate(large, 'gate/report')).toHaveLength(1);
  });
});
