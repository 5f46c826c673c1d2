import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicySync } from '@open-policy-agent/opa-wasm';
import { sha256 } from '../../tollgate/digest';
import { loadArtifact } from '../../tollgate/engine/artifact';
import { Engine, type RawReport } from '../../tollgate/engine/evaluate';
import { outcome } from '../../tollgate/engine/join';
import { loadSettings } from '../../tollgate/engine/settings';
import { CouldNotJudge, type JsonObject, type StackDocument } from '../../tollgate/model';

const FIXTURES = join(__dirname, '..', 'fixtures');
const REPOSITORY = join(__dirname, '..', '..');

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-engine-'));
  cpSync(join(FIXTURES, 'artifact'), join(directory, 'artifact'), { recursive: true });
  cpSync(join(FIXTURES, 'policies', 'settings'), join(directory, 'settings'), { recursive: true });
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const artifact = () => loadArtifact(join(directory, 'artifact'));
const settings = () => loadSettings(join(directory, 'settings'), artifact().settings, artifact().catalog);

const edit = (path: string, change: (content: JsonObject) => JsonObject | string): void => {
  const file = join(directory, path);
  const changed = change(JSON.parse(readFileSync(file, 'utf8')) as JsonObject);
  writeFileSync(file, typeof changed === 'string' ? changed : JSON.stringify(changed));
};

const stack = (
  name: string,
  resources: readonly (readonly [address: string, after: JsonObject, unknown?: JsonObject])[],
): StackDocument => ({
  name,
  document: {
    resource_changes: resources.map(([address, after, unknown]) => ({
      address,
      mode: 'managed',
      type: address.split('.')[0] ?? '',
      change: { actions: ['create'], after, after_unknown: unknown ?? {} },
    })),
  },
  resources: resources.length,
  constructPaths: new Map(resources.map(([address]) => [address, `${name}/${address}`])),
});

const run = (...stacks: StackDocument[]) => {
  const { data, enforcement } = settings();
  return outcome(
    new Engine(artifact().wasm, JSON.stringify(data)).evaluate(stacks),
    artifact().catalog,
    enforcement,
    stacks,
  );
};

describe('the compiled policy', () => {
  test('is loaded with its catalog and the settings that it needs', () => {
    expect(artifact().catalog.map((rule) => [rule.id, rule.rule])).toEqual([
      ['STO-001', 'storage.volume_encrypted'],
      ['STO-002', 'storage.volume_small'],
      ['STO-003', 'storage.bucket_named'],
    ]);
    expect(artifact().settings).toEqual(['enforcement', 'sizes']);
  });

  test.each(['policy.wasm', 'catalog.json'])('is refused when %s is another file than the manifest names', (name) => {
    const file = join(directory, 'artifact', name);
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from(' ')]));
    expect(artifact).toThrow(`${name} does not match manifest.json`);
  });

  test.each(['policy.wasm', 'catalog.json', 'manifest.json'])('is refused without %s', (name) => {
    rmSync(join(directory, 'artifact', name));
    expect(artifact).toThrow(`${name} of the compiled policy cannot be used`);
  });

  test('is refused when the manifest names no settings', () => {
    edit('artifact/manifest.json', ({ settings: _, ...rest }) => rest);
    expect(artifact).toThrow('the file does not list the settings that the policy reads');
  });

  test('asks its host for no function: all of them are native', () => {
    for (const path of [join(FIXTURES, 'artifact'), join(REPOSITORY, 'policies', 'compiled')]) {
      // The SDK's own types need those of a browser.
      const policy = loadPolicySync(loadArtifact(path).wasm) as unknown as {
        wasmInstance: { exports: Record<string, (address?: number) => number> };
        mem: { buffer: ArrayBuffer };
      };
      const { builtins, opa_json_dump: dump } = policy.wasmInstance.exports;
      const start = dump?.(builtins?.()) ?? 0;
      const memory = Buffer.from(policy.mem.buffer);
      expect(memory.toString('utf8', start, memory.indexOf(0, start))).toBe('{}');
    }
  });
});

describe('settings', () => {
  test('are data.settings for the policy', () => {
    expect(settings().data).toMatchObject({ sizes: { maximum: 100 } });
    expect([...settings().enforcement]).toEqual([
      ['STO-001', 'block'],
      ['STO-002', 'block'],
      ['STO-003', 'warn'],
    ]);
  });

  test.each(['sizes.json', 'sizes.schema.json', 'enforcement.json', 'enforcement.schema.json'])(
    'are refused without %s',
    (name) => {
      rmSync(join(directory, 'settings', name));
      expect(settings).toThrow(`${join(directory, 'settings', name)} is missing.`);
    },
  );

  test('are refused when a setting is gone together with its schema', () => {
    for (const name of ['sizes.json', 'sizes.schema.json']) rmSync(join(directory, 'settings', name));
    expect(settings).toThrow(CouldNotJudge);
  });

  test('are refused without their directory', () => {
    rmSync(join(directory, 'settings'), { recursive: true });
    expect(settings).toThrow('does not exist');
  });

  test.each<[string, JsonObject | string, string]>([
    ['above a bound', { sizes: { maximum: 99999 } }, '/sizes/maximum must be <= 16384'],
    ['of another type', { sizes: { maximum: '1' } }, '/sizes/maximum must be integer'],
    ['missing', { sizes: {} }, "/sizes must have required property 'maximum'"],
    [
      'misspelt',
      { sizes: { maximum: 1, maximun: 2 } },
      'sizes.json:1:23 /sizes/maximun is not allowed: known are maximum',
    ],
    ['cut off', '{"sizes":', 'is not JSON'],
  ])('are refused when a value is %s, with its place', (_, content, message) => {
    edit('settings/sizes.json', () => content);
    expect(settings).toThrow(join(directory, 'settings', 'sizes.json'));
    expect(settings).toThrow(message);
  });

  test('are refused, and the message lists the allowed values', () => {
    edit('settings/enforcement.json', () => ({ enforcement: { default: 'blok', rules: {} } }));
    expect(settings).toThrow('/enforcement/default must be equal to one of the allowed values: ["block","warn","off"]');
  });

  test('are refused when they name a rule that does not exist', () => {
    edit('settings/enforcement.json', () => ({ enforcement: { default: 'block', rules: { 'STO-009': 'off' } } }));
    expect(settings).toThrow('/enforcement/rules/STO-009 names a rule that does not exist');
  });
});

describe('a judgement', () => {
  test('names rule, address, construct, attribute and error, most severe first', () => {
    const result = run(
      stack('web', [
        ['aws_ebs_volume.b', { encrypted: true, size: 500 }],
        ['aws_ebs_volume.a', { encrypted: false }],
        ['aws_s3_bucket.c', {}],
        ['aws_ebs_volume.d', {}, { encrypted: true }],
      ]),
    );
    expect(result.findings).toEqual([
      {
        id: 'STO-001',
        rule: 'storage.volume_encrypted',
        title: 'Volumes are encrypted',
        severity: 'high',
        enforcement: 'block',
        stack: 'web',
        address: 'aws_ebs_volume.a',
        constructPath: 'web/aws_ebs_volume.a',
        path: 'encrypted',
        why: 'The volume is not encrypted.',
        fix: 'Set encrypted to true.',
        fingerprint: '83ea9073c5c0bec62517ef96269dab41',
        found: 'false',
        allowed: 'true',
      },
      expect.objectContaining({ id: 'STO-003', address: 'aws_s3_bucket.c', enforcement: 'warn' }),
      expect.objectContaining({ id: 'STO-002', address: 'aws_ebs_volume.b', found: '500', allowed: '100' }),
    ]);
    expect(result.undecided).toEqual([
      expect.objectContaining({ id: 'STO-001', address: 'aws_ebs_volume.d', path: 'encrypted' }),
    ]);
    expect(result.rules.map((rule) => [rule.id, rule.outcome, rule.checked.map((place) => place.address)])).toEqual([
      ['STO-001', 'denied', ['aws_ebs_volume.a', 'aws_ebs_volume.b', 'aws_ebs_volume.d']],
      ['STO-002', 'denied', ['aws_ebs_volume.b']],
      ['STO-003', 'denied', ['aws_s3_bucket.c']],
    ]);
  });

  test('tells a rule that found nothing to look at from one that passed', () => {
    const result = run(stack('web', [['aws_ebs_volume.a', { encrypted: true }]]));
    expect(result.rules.map((rule) => [rule.id, rule.outcome])).toEqual([
      ['STO-001', 'passed'],
      ['STO-002', 'not-applicable'],
      ['STO-003', 'not-applicable'],
    ]);
  });

  test('reports no finding of a rule that is off', () => {
    edit('settings/enforcement.json', () => ({ enforcement: { default: 'block', rules: { 'STO-001': 'off' } } }));
    const result = run(stack('web', [['aws_ebs_volume.a', {}]]));
    expect(result.findings).toEqual([]);
    expect(result.rules[0]).toMatchObject({ id: 'STO-001', outcome: 'off', checked: [] });
  });

  test('keeps the stacks apart, whatever they are called', () => {
    const result = run(stack('a::b', [['aws_ebs_volume.x', {}]]), stack('a', [['aws_s3_bucket.y', { bucket: 'y' }]]));
    expect(result.findings.map(({ stack: name, address }) => [name, address])).toEqual([['a::b', 'aws_ebs_volume.x']]);
  });

  test('reports each problem that kept the policy from judging', () => {
    const result = run(stack('web', [['aws_mystery.a', {}]]));
    expect(result.problems.map(({ stack: name, what }) => [name, what])).toEqual([
      ['web', 'The stack has a mystery, which cannot be judged.'],
    ]);
  });

  test('refuses a stack without resources, and an input without stacks', () => {
    expect(
      run(stack('web', []), stack('api', [['aws_s3_bucket.y', {}]])).problems.map(({ stack: name, what }) => [
        name,
        what,
      ]),
    ).toEqual([['web', 'The stack web has no resources.']]);
    expect(run().problems.map(({ what }) => what)).toEqual(['The input contains no stack.']);
  });

  test('does not depend on the order of resources', () => {
    const resources: [string, JsonObject][] = ['a', 'b', 'c'].map((name) => [`aws_ebs_volume.${name}`, { size: 500 }]);
    expect(run(stack('web', [...resources].reverse()))).toEqual(run(stack('web', resources)));
  });
});

describe('an answer is refused', () => {
  const one = stack('web', [['aws_s3_bucket.y', { bucket: 'y' }]]);
  const raw = (): RawReport => new Engine(artifact().wasm, JSON.stringify(settings().data)).evaluate([one]);
  const join2 = (answer: RawReport) => () => outcome(answer, artifact().catalog, settings().enforcement, [one]);

  test('when a rule of the catalog did not report', () => {
    const { 'storage.volume_small': _, ...rules } = raw().rules;
    expect(join2({ ...raw(), rules })).toThrow('storage.volume_small is in the catalog and did not report');
  });

  test('when the policy reports a rule that is missing in the catalog', () => {
    const rules = { ...raw().rules, 'storage.new': { checked: [], deny: [], undecided: [] } };
    expect(join2({ ...raw(), rules })).toThrow('storage.new reported and is not in the catalog');
  });

  test.each([
    ['fewer resources', { web: { resources: 0 } }, 'The policy saw 0 resources, but the reader read 1.'],
    ['no such stack', {}, 'The policy saw no resources, but the reader read 1.'],
    [
      'another stack',
      { web: { resources: 1 }, x: { resources: 1 } },
      'The policy saw 1 resources, but the reader read none.',
    ],
  ])('when the policy saw %s', (_, documents, message) => {
    expect(join2({ ...raw(), documents })).toThrow(message);
  });

  test('when the file is not a policy, even if the manifest names it', () => {
    const wasm = Buffer.from('no wasm');
    writeFileSync(join(directory, 'artifact', 'policy.wasm'), wasm);
    edit('artifact/manifest.json', (manifest) => ({
      ...manifest,
      sha256: { ...(manifest['sha256'] as JsonObject), 'policy.wasm': sha256(wasm) },
    }));
    expect(() => run(one)).toThrow('The policy could not be evaluated');
  });
});
