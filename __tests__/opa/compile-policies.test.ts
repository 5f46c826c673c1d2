import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { buildPolicies, checkPolicies, type PolicyBuild } from '../../scripts/compile-policies';
import type { JsonObject } from '../../tollgate/model';

const ROOT = join(__dirname, '..', '..');

let directory: string;
let build: PolicyBuild;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-policies-'));
  cpSync(join(ROOT, '__tests__', 'fixtures', 'policies'), join(directory, 'policies'), { recursive: true });
  build = {
    policies: join(directory, 'policies'),
    settings: join(directory, 'policies', 'settings'),
    artifact: join(directory, 'artifact'),
    docs: join(directory, 'docs'),
  };
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const rule = (name: string) => join(build.policies, 'rules', 'storage', `${name}.rego`);
const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

test('without OPA the script says how to install it', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(ROOT, 'scripts', 'compile-policies.ts'), '--check'],
    { encoding: 'utf8', env: { ...process.env, PATH: dirname(process.execPath) } },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('go install github.com/open-policy-agent/opa@v1.22.2');
});

test('another version of OPA is refused', () => {
  writeFileSync(join(directory, 'opa'), '#!/bin/sh\necho "Version: 0.61.0"\n', { mode: 0o755 });
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(ROOT, 'scripts', 'compile-policies.ts'), '--check'],
    { encoding: 'utf8', env: { ...process.env, PATH: `${directory}${delimiter}${process.env['PATH'] ?? ''}` } },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('`opa` is version 0.61.0; the policies are compiled with 1.22.2.');
});

describe('with OPA', () => {
  test('the pages name the scope of a rule, and an unknown scope is refused', () => {
    const page = (name: string): string => readFileSync(join(build.docs ?? '', name), 'utf8');
    buildPolicies(build);
    expect(page('STO-001.md')).toContain('| every plan | `storage.');
    const [name = ''] = readdirSync(join(build.policies, 'rules', 'storage')).filter((file) =>
      readFileSync(join(build.policies, 'rules', 'storage', file), 'utf8').includes('id: STO-001'),
    );
    const file = rule(name.replace('.rego', ''));
    edit(file, (text) => text.replace('id: STO-001', 'id: STO-001\n#   scope: architecture'));
    buildPolicies(build);
    expect(page('STO-001.md')).toContain('| systems in the [scope](../../policies/settings/scope.json) |');
    expect(page('README.md')).toMatch(/\[STO-001\].* systems in the scope .*\n.*\[STO-002\].* every plan /);
    edit(file, (text) => text.replace('scope: architecture', 'scope: ours'));
    expect(() => buildPolicies(build)).toThrow('has an invalid scope; allowed are always and architecture.');
  });

  test('a rebuild gives the same bytes, and the bytes of the fixtures', () => {
    buildPolicies(build);
    expect(checkPolicies(build)).toEqual([]);
    for (const name of ['policy.wasm', 'catalog.json', 'manifest.json']) {
      const committed = readFileSync(join(ROOT, '__tests__', 'fixtures', 'artifact', name));
      expect([name, readFileSync(join(build.artifact, name)).equals(committed)]).toEqual([name, true]);
    }
    expect(readdirSync(build.docs ?? '').sort()).toEqual(['README.md', 'STO-001.md', 'STO-002.md', 'STO-003.md']);
  });

  test('a check names the files that differ, and pages that are stale', () => {
    buildPolicies(build);
    const docs = build.docs ?? '';
    edit(join(docs, 'STO-001.md'), (text) => `${text}!`);
    writeFileSync(join(docs, 'STO-009.md'), '');
    rmSync(join(build.artifact, 'policy.wasm'));
    expect(checkPolicies(build)).toEqual([
      join(build.artifact, 'policy.wasm'),
      join(docs, 'STO-001.md'),
      join(docs, 'STO-009.md'),
    ]);
    buildPolicies(build);
    expect(checkPolicies(build)).toEqual([]);
  });

  test.each<[string, (text: string) => string, string]>([
    ['no metadata', (text) => text.replace(/^#.*\n/gm, ''), 'volume_small.rego has no METADATA with `scope: package`'],
    ['no title', (text) => text.replace(/^# title:.*\n/m, ''), 'volume_small.rego has no title in its METADATA'],
    ['no description', (text) => text.replace(/^# description:.*\n/m, ''), 'volume_small.rego has no description'],
    ['no fix', (text) => text.replace(/^# {3}fix:.*\n/m, ''), 'volume_small.rego has no custom.fix'],
    ['no id', (text) => text.replace(/^# {3}id:.*\n/m, ''), 'volume_small.rego has no custom.id'],
    ['a strange id', (text) => text.replace('STO-002', 'small'), 'volume_small.rego has the id small'],
    [
      'an unknown severity',
      (text) => text.replace('severity: low', 'severity: mild'),
      'has no valid severity; allowed are critical, high, medium, low',
    ],
    ['the id of another one', (text) => text.replace('STO-002', 'STO-001'), 'have the same id STO-001'],
    [
      'the package of another file',
      (text) => text.replace('package rules.storage.volume_small', 'package rules.storage.tiny'),
      'volume_small.rego has no METADATA with `scope: package`',
    ],
    [
      'a function that wasm does not have',
      (text) => text.replace('format_int(volume.after.size, 10)', 'sprintf("%d", [volume.after.size])'),
      'undefined function sprintf',
    ],
  ])('a rule with %s is refused', (_, change, message) => {
    edit(rule('volume_small'), change);
    expect(() => buildPolicies(build)).toThrow(message);
  });

  describe('types that the library reads', () => {
    /** A library with the list of types, as in `policies/lib/plan`, a rule that uses the list, and the schema of two types. */
    const withLibrary = (metadata: string, body: string): void => {
      for (const folder of ['lib', 'rules', 'gate']) rmSync(join(build.policies, folder), { recursive: true });
      for (const folder of ['lib/plan', 'rules/queue', 'gate', 'provider'])
        mkdirSync(join(build.policies, folder), { recursive: true });
      writeFileSync(
        join(build.policies, 'gate', 'report.rego'),
        '# METADATA\n# title: The router\npackage gate\n\nimport rego.v1\n\nreport := {"rules": data.rules}\n',
      );
      writeFileSync(
        join(build.policies, 'lib', 'plan', 'documents.rego'),
        [
          '# METADATA',
          '# title: What a plan says',
          '# custom:',
          '#   resources:',
          '#     - aws_ebs_volume',
          '#     - data.aws_ebs_volume',
          'package lib.plan',
          '',
          'import rego.v1',
          '',
          'of_type := {type: [] | some type in known_types}',
          '',
          'data_of_type(type) := [type | known_types[type]]',
          '',
          'state(_, _) := "unset"',
          '',
        ].join('\n'),
      );
      writeFileSync(
        join(build.policies, 'provider', 'schema.tsv'),
        [
          'type\tpath\tkind\tshape\tflags\tsource',
          'aws_ebs_volume\tsize\tattribute\tnumber\toptional\t5',
          'aws_sqs_queue\tpolicy\tattribute\tstring\toptional\t5',
          'data.aws_ebs_volume\tsize\tattribute\tnumber\tcomputed\t5',
          '',
        ].join('\n'),
      );
      writeFileSync(
        join(build.policies, 'rules', 'queue', 'closed.rego'),
        [
          '# METADATA',
          '# title: Queues are closed',
          '# description: Of every queue.',
          '# custom:',
          '#   id: SQS-001',
          '#   severity: low',
          '#   fix: Close it.',
          ...(metadata === '' ? [] : [metadata]),
          'package rules.queue.closed',
          '',
          'import data.lib.plan',
          'import rego.v1',
          '',
          body,
          '',
          'deny := set()',
          '',
          'undecided := set()',
          '',
        ].join('\n'),
      );
    };
    const named = '#   resources:\n#     - aws_sqs_queue';
    const checks = 'checked contains queue if some queue in plan.of_type.aws_sqs_queue';
    const list = () => readFileSync(join(build.policies, 'lib', 'plan', 'types.rego'), 'utf8');

    test('are those of the METADATA of all packages', () => {
      withLibrary(named, checks);
      buildPolicies(build);
      expect([...list().matchAll(/"(\w+)"/g)].map(([, type]) => type)).toEqual(['aws_ebs_volume', 'aws_sqs_queue']);
      const manifest = JSON.parse(readFileSync(join(build.artifact, 'manifest.json'), 'utf8')) as JsonObject;
      expect(manifest['read']).toEqual({ types: ['aws_ebs_volume', 'aws_sqs_queue'] });
      expect(checkPolicies(build)).toEqual([]);
    });

    test('are compared by a check, and written by a build', () => {
      withLibrary(named, checks);
      buildPolicies(build);
      edit(join(build.policies, 'lib', 'plan', 'types.rego'), (text) => text.replace('\t"aws_sqs_queue",\n', ''));
      expect(checkPolicies(build)).toContain(join(build.policies, 'lib', 'plan', 'types.rego'));
      buildPolicies(build);
      expect(list()).toContain('"aws_sqs_queue"');
    });

    test.each<[string, string, string, string[]]>([
      [
        'a type that its METADATA does not name',
        '',
        checks,
        [
          'policies/rules/queue/closed.rego:13: reads aws_sqs_queue, which the METADATA of its package does not name',
          'Add below `custom` in policies/rules/queue/closed.rego:\n#   resources:\n#     - aws_sqs_queue',
        ],
      ],
      [
        'a type beside one that its METADATA names',
        named,
        `${checks}\n\nvolumes := plan.of_type.aws_ebs_volume`,
        [
          'closed.rego:17: reads aws_ebs_volume, which',
          'Add below `custom.resources` in policies/rules/queue/closed.rego:\n#     - aws_ebs_volume',
        ],
      ],
      [
        'a type in a string',
        named,
        'checked contains queue if {\n\tsome type in ["aws_sqs_queue", "aws_ebs_volume"]\n\tsome queue in plan.of_type[type]\n}',
        ['closed.rego:16: reads aws_ebs_volume, which'],
      ],
      [
        'a data source where its METADATA names the managed type',
        named,
        'checked contains queue if some queue in plan.data_of_type("aws_sqs_queue")',
        ['closed.rego:15: reads data.aws_sqs_queue, which', '#     - data.aws_sqs_queue'],
      ],
      [
        'a type of another provider',
        named,
        'checked contains queue if some queue in plan.of_type.google_pubsub_topic',
        ['closed.rego:15: reads google_pubsub_topic, which'],
      ],
      [
        'the records of a type whose METADATA says that only addresses are read',
        `${named}\n#   by_address:\n#     - aws_sqs_queue`,
        checks,
        ['closed.rego:17: reads aws_sqs_queue, which'],
      ],
      [
        'a type that the provider does not have',
        '#   resources:\n#     - aws_sqs_quene',
        'checked contains queue if some queue in plan.of_type.aws_sqs_quene',
        [
          'closed.rego:1: names aws_sqs_quene in its METADATA, but policies/provider/schema.tsv has no such type',
          'npm run provider -- --refresh',
        ],
      ],
      [
        'an attribute that its types do not have',
        named,
        'checked contains queue if {\n\tsome queue in plan.of_type.aws_sqs_queue\n\tplan.state(queue, ["size"]) == "unset"\n}',
        [
          'closed.rego:17: no resource type in the METADATA of the package has the attribute `size`',
          'add it below `custom.reads`: `#     - aws_ebs_volume`',
        ],
      ],
    ])('a rule that reads %s is refused', (_, metadata, body, messages) => {
      withLibrary(metadata, body);
      let message = '';
      try {
        buildPolicies(build);
      } catch (error) {
        message = String(error);
      }
      for (const part of messages) expect(message).toContain(part);
    });

    test.each([
      ['reads on the way', `${named}\n#   reads:\n#     - aws_ebs_volume`, 'volumes := plan.of_type.aws_ebs_volume'],
      ['knows by address', `${named}\n#   by_address:\n#     - aws_ebs_volume`, 'volumes := {"aws_ebs_volume": true}'],
      ['is about every type', `${named}\n#     - "*"`, 'volumes := set()'],
    ])('a rule names what it %s', (_, metadata, more) => {
      withLibrary(metadata, `${checks}\n\n${more}`);
      expect(() => buildPolicies(build)).not.toThrow();
    });

    test('a package of several files has METADATA in one of them', () => {
      withLibrary(named, checks);
      edit(join(build.policies, 'lib', 'plan', 'documents.rego'), (text) => text.replace(/^#.*\n/gm, ''));
      expect(() => buildPolicies(build)).toThrow('no file of the package lib.plan has METADATA with `scope: package`');
    });
  });
});
