import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInputs } from '../../../tollgate/input/files';
import type { Json, JsonObject } from '../../../tollgate/model';
import { bytes, change, configured, openGroup, plan, queue, state } from './plans';
import { refusal } from './reading';

const SHOW = 'Run `terraform plan -out tfplan`, then `terraform show -json tfplan > plan.json`, and judge plan.json.';
const NO_PLAN = 'The file does not describe planned resources, so the gate has nothing to judge.';
const good = plan([openGroup(22), queue()]);

const stream = [
  {
    ...{
      '@level': 'info',
      '@message': 'Terraform 1.9.8',
      '@module': 'terraform.ui',
      '@timestamp': '2025-01-01T00:00:00Z',
    },
    ...{ terraform: '1.9.8', type: 'version', ui: '1.2' },
  },
  {
    '@level': 'info',
    '@message': 'Plan: 1 to add',
    '@module': 'terraform.ui',
    type: 'change_summary',
    changes: { add: 1 },
  },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

describe('a file that is not a plan is refused: the message says what the file is, and which command makes a plan', () => {
  test.each<[name: string, content: Buffer | string, what: string | RegExp, why: string, fix: string | RegExp]>([
    [
      'a binary plan',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 0x9c)]),
      'plan.json is a binary plan file, as `terraform plan -out` writes it.',
      'Only Terraform, with the providers of that plan, can read a binary plan.',
      'Run `terraform show -json plan.json > plan-2.json` where the plan was made, and judge plan-2.json.',
    ],
    [
      'a compressed plan',
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]),
      'plan.json is compressed.',
      'The gate reads plain JSON only.',
      'Decompress the file, and judge the result.',
    ],
    [
      'a raw state',
      bytes({
        version: 4,
        terraform_version: '1.9.8',
        serial: 3,
        lineage: 'x',
        outputs: {},
        resources: [],
        check_results: null,
      }),
      'plan.json is a raw state file (terraform.tfstate).',
      'The format of state files is internal to Terraform and differs between versions.',
      'Run `terraform show -json > state.json` in the directory of the state, and judge state.json.',
    ],
    [
      'an old raw state',
      bytes({ version: 3, serial: 1, modules: [{ path: ['root'], resources: {} }] }),
      'plan.json is a raw state file (terraform.tfstate).',
      'The format of state files is internal to Terraform and differs between versions.',
      /^Run `terraform show -json > state.json`/,
    ],
    [
      'the stream of terraform plan -json',
      stream,
      'plan.json is the message stream of `terraform plan -json`, not the plan.',
      NO_PLAN,
      SHOW,
    ],
    [
      'one line of that stream',
      stream.split('\n')[0] ?? '',
      'plan.json is the message stream of `terraform plan -json`, not the plan.',
      NO_PLAN,
      SHOW,
    ],
    [
      'a redacted plan of HCP Terraform',
      bytes({ plan_format_version: '1.1', resource_changes: [change(openGroup(22))], provider_schemas: {} }),
      'plan.json is a redacted plan of HCP Terraform (it has plan_format_version).',
      'A redacted plan has no configuration, so the gate cannot follow references.',
      'Download the full plan, `GET /api/v2/plans/PLAN-ID/json-output`, and judge that.',
    ],
    [
      'the schemas of providers',
      bytes({ format_version: '1.0', provider_schemas: { 'registry.terraform.io/hashicorp/aws': {} } }),
      'plan.json is the provider schemas of `terraform providers schema -json`.',
      NO_PLAN,
      SHOW,
    ],
    [
      'the list of functions',
      bytes({ format_version: '1.0', function_signatures: { abs: { return_type: 'number' } } }),
      'plan.json is the function list of `terraform metadata functions -json`.',
      NO_PLAN,
      SHOW,
    ],
    [
      'the result of validate',
      bytes({ format_version: '1.0', valid: true, error_count: 0, warning_count: 0, diagnostics: [] }),
      'plan.json is the result of `terraform validate -json`.',
      NO_PLAN,
      SHOW,
    ],
    [
      'the version',
      bytes({
        terraform_version: '1.9.8',
        platform: 'linux_amd64',
        provider_selections: {},
        terraform_outdated: false,
      }),
      'plan.json is the result of `terraform version -json`.',
      NO_PLAN,
      SHOW,
    ],
    [
      'the output of terraform plan',
      '\u001b[0m\u001b[1maws_vpc.main: Refreshing state... [id=vpc-1]\n\nTerraform will perform the following actions:\n',
      'plan.json is the human-readable output of `terraform plan`.',
      NO_PLAN,
      SHOW,
    ],
    [
      'Terraform code',
      'resource "aws_lb" "alb" {\n  name = "alb"\n}\n',
      'plan.json is Terraform code.',
      'The resources that Terraform code creates are known only after planning.',
      SHOW,
    ],
    [
      'nothing',
      '',
      'plan.json is empty.',
      'An empty file contains no resources to judge.',
      /^The command that should have written the file probably failed/,
    ],
    ['white space', ' \n\t ', 'plan.json is empty.', 'An empty file contains no resources to judge.', /./],
    ['a byte order mark alone', '\uFEFF', 'plan.json is empty.', 'An empty file contains no resources to judge.', /./],
    [
      'half of a plan',
      JSON.stringify(good).slice(0, 500),
      /^plan.json is not JSON that the gate accepts: the JSON is incomplete \(line 1, column \d+\)\.$/,
      'The missing part could contain anything.',
      'Write the file again, and wait until the command has finished.',
    ],
    [
      'a plan and something more',
      `${JSON.stringify(good)}\n{}`,
      /^plan.json is not JSON that the gate accepts: the file continues after the end of the JSON \(line 2, column 1\)\.$/,
      'Some programs read the second part and some do not.',
      /^Keep one JSON document in the file/,
    ],
    [
      'a plan with a duplicate key',
      JSON.stringify(good).replace('"after":{', '"after":{},"after":{'),
      /^plan.json is not JSON that the gate accepts: an object has the key "after" twice \(line 1, column \d+\)\.$/,
      'Programs differ in which of the two values they use, so the gate and Terraform could read different values.',
      'Terraform never writes duplicate keys: make the file again with `terraform show -json`.',
    ],
    [
      'a plan nested too deep',
      `{"format_version":"1.2","resource_changes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'plan.json is not JSON that the gate accepts: the JSON is nested 100001 levels deep; the maximum is 500.',
      'No real plan is nested that deeply, and programs that read the file would fail.',
      'Judge the plan as Terraform wrote it.',
    ],
    [
      'an infinite number',
      JSON.stringify(good).replace('"from_port":22', '"from_port":1e999'),
      'plan.json is not JSON that the gate accepts: a number is too large for a double, such as 1e999.',
      'Programs read such a number differently.',
      'Correct the value; Terraform would refuse the number too.',
    ],
    [
      'half of a character',
      JSON.stringify(good).replace('"open"', '"open\\ud800"'),
      'plan.json is not JSON that the gate accepts: a string contains half of a surrogate pair.',
      'Terraform never writes half of a surrogate pair, and programs read it differently.',
      SHOW,
    ],
    [
      'plain text',
      'hello',
      /^plan.json is not JSON that the gate accepts: invalid symbol/,
      'The gate cannot judge a file that it cannot read.',
      SHOW,
    ],
    ['a list', '[]', 'plan.json contains a list; a plan is a JSON object.', NO_PLAN, SHOW],
    ['null', 'null', 'plan.json contains null; a plan is a JSON object.', NO_PLAN, SHOW],
    ['a string', '"plan"', 'plan.json contains a string; a plan is a JSON object.', NO_PLAN, SHOW],
    [
      'an empty object',
      '{}',
      'plan.json is an empty object, so it is neither a plan, nor a state, nor Terraform JSON.',
      NO_PLAN,
      SHOW,
    ],
    [
      'other JSON',
      '{"name":"x","version":"1.0.0","scripts":{},"dependencies":{},"license":"MIT","private":true}',
      'plan.json has the properties "name", "version", "scripts", "dependencies", "license", …, so it is neither a plan, nor a state, nor Terraform JSON.',
      NO_PLAN,
      SHOW,
    ],
    [
      "the gate's own input",
      bytes({ stacks: { a: good } }),
      'plan.json is not a plan itself; it contains one inside, at .stacks.a.',
      'The meaning of a nested plan depends on the document around it, and the gate does not guess.',
      "Extract the plan: `jq '.stacks.a' plan.json > plan-2.json`, and judge plan-2.json.",
    ],
    [
      'a mock',
      bytes({ mock: { 'valid-sg': { tfplan: good }, bad: { tfplan: good } } }),
      'plan.json is not a plan itself; it contains 2 inside, at .mock["valid-sg"].tfplan, .mock.bad.tfplan.',
      'The meaning of a nested plan depends on the document around it, and the gate does not guess.',
      'Extract the plan: `jq \'.mock["valid-sg"].tfplan\' plan.json > plan-2.json`, and judge plan-2.json.',
    ],
    [
      'a plan in a plan',
      bytes({ ...good, plan: plan([queue()]) }),
      'plan.json contains two plans, one nested under the other.',
      'Other programs might read the plan that the gate does not judge.',
      'Keep one plan in the file.',
    ],
    [
      'a redacted plan below the key "plan"',
      bytes({ plan: { plan_format_version: '1.1', resource_changes: [change(queue())] }, run: {} }),
      'plan.json is a redacted plan of HCP Terraform (it has plan_format_version).',
      'A redacted plan has no configuration, so the gate cannot follow references.',
      /json-output/,
    ],
  ])('%s', (_, content, what, why, fix) => {
    const lines = refusal(content).split('\n');
    expect(lines).toEqual([
      typeof what === 'string' ? what : expect.stringMatching(what),
      why,
      typeof fix === 'string' ? fix : expect.stringMatching(fix),
    ]);
  });
});

test('commands name files as a shell takes them', () => {
  expect(refusal('PK\u0003\u0004', "my plan's.bin")).toContain(
    "`terraform show -json 'my plan'\\''s.bin' > plan.json`",
  );
  expect(refusal(bytes({ mock: good }), 'standard input')).toContain("`jq '.mock' FILE > plan.json`");
});

describe('a format version is refused', () => {
  test.each(['2.0', '10.0', '1', '1.x', '', ' 1.0', 'v1.0'])('when it is %j', (version) => {
    expect(refusal(bytes({ ...good, format_version: version }))).toBe(
      [
        `plan.json has format_version "${version}"; the gate reads 0.1 to 1.x.`,
        'Another major version may use the same names with another meaning.',
        'Use a version of Terraform that writes 1.x, or a newer version of the gate.',
      ].join('\n'),
    );
  });

  test.each<[Json]>([[1.2], [null], [{}]])('when it is %j', (version) => {
    expect(refusal(bytes({ ...good, format_version: version }))).toContain(
      `has format_version ${JSON.stringify(version)}`,
    );
  });
});

describe('a plan without resources is refused', () => {
  test.each<[string, JsonObject]>([
    ['an empty plan', plan([])],
    ['a plan that has only its prior state', { format_version: '1.2', prior_state: { values: { root_module: {} } } }],
    ['the state of an empty workspace', { format_version: '1.0', terraform_version: '1.9.8' }],
    ['a state without resources', state([])],
    ['a state with outputs alone', { format_version: '1.0', terraform_version: '1.9.8', values: { outputs: {} } }],
  ])('%s', (_, content) => {
    expect(refusal(bytes(content))).toMatch(/^plan.json contains no resources\.\nWithout resources/);
  });
});

describe('a part of another shape than Terraform writes is refused with its place', () => {
  const [group] = good['resource_changes'] as JsonObject[];
  test.each<[JsonObject, string]>([
    [{ resource_changes: { a: group } }, 'resource_changes is an object; Terraform writes a list there.'],
    [{ resource_changes: [group ?? {}, 5] }, 'resource_changes[1] is the number 5; Terraform writes an object there.'],
    [
      { resource_changes: [{ ...group, type: 7 }] },
      'resource_changes[0].type is the number 7; Terraform writes a string there.',
    ],
    [
      { resource_changes: [{ ...group, name: '' }] },
      'resource_changes[0].name is an empty string; Terraform writes a string there.',
    ],
    [
      { resource_changes: [{ ...group, mode: true }] },
      'resource_changes[0].mode is the boolean true; Terraform writes a string there.',
    ],
    [
      { resource_changes: [{ ...group, module_address: ['module.a'] }] },
      'resource_changes[0].module_address is a list; Terraform writes a string there.',
    ],
    [
      { resource_changes: [{ ...group, address: null }] },
      'resource_changes[0].address is null; Terraform writes a string there.',
    ],
    [
      { resource_changes: [{ ...group, change: 'create' }] },
      'resource_changes[0].change is a string; Terraform writes an object there.',
    ],
    [
      { resource_changes: [{ ...group, change: {} }] },
      'resource_changes[0].change.actions is missing; Terraform writes a list of strings there.',
    ],
    [
      { resource_changes: [{ ...group, change: { actions: 'delete' } }] },
      'resource_changes[0].change.actions is a string; Terraform writes a list of strings there.',
    ],
    [{ planned_values: [] }, 'planned_values is a list; Terraform writes an object there.'],
    [
      { planned_values: { root_module: { child_modules: [{ resources: [] }] } } },
      'planned_values.root_module.child_modules[0].address is missing; Terraform writes a string there.',
    ],
    [
      { prior_state: { values: { root_module: { resources: [{ mode: 'data', type: 'aws_ami', name: 'x' }] } } } },
      'prior_state.values.root_module.resources[0].address is missing; Terraform writes a string there.',
    ],
    [{ configuration: 'none' }, 'configuration is a string; Terraform writes an object there.'],
    [
      { configuration: { root_module: { module_calls: { a: { module: [] } } } } },
      'configuration.root_module.module_calls.a.module is a list; Terraform writes an object there.',
    ],
    [
      {
        configuration: {
          root_module: { resources: [{ address: 'aws_lb.x', type: 'aws_lb', name: 'x', expressions: 1 }] },
        },
      },
      'configuration.root_module.resources[0].expressions is the number 1; Terraform writes an object there.',
    ],
    [{ variables: { region: 'eu-west-1' } }, 'variables.region is a string; Terraform writes an object there.'],
    [{ complete: 'false' }, 'complete is a string; Terraform writes true or false there.'],
    [{ errored: 1 }, 'errored is the number 1; Terraform writes true or false there.'],
  ])('%j', (part, what) => {
    expect(refusal(bytes({ ...good, ...part }))).toBe(
      [
        what,
        'The policies would silently skip a part of the plan that has an unexpected type.',
        'Make the file again with `terraform show -json`, and do not edit it.',
      ].join('\n'),
    );
  });
});

test('two configurations of one resource are refused', () => {
  const group = configured(openGroup(22));
  const content = { ...good, configuration: { root_module: { resources: [group, { ...group, expressions: {} }] } } };
  expect(refusal(bytes(content))).toMatch(
    /^configuration.root_module.resources configures aws_security_group.open twice\.\nThe gate cannot tell/,
  );
});

describe('a path is refused', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tollgate-paths-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  const problem = (path: string): string => {
    const { unread } = readInputs([{ path }], undefined);
    return unread.map(({ what, fix }) => `${what} ${fix}`.replaceAll(directory, 'DIR')).join('\n');
  };
  const put = (path: string, content = '{}'): void => {
    mkdirSync(join(directory, path, '..'), { recursive: true });
    writeFileSync(join(directory, path), content);
  };

  test('that does not exist', () => {
    expect(problem(join(directory, 'no.json'))).toMatch(
      /^DIR\/no.json does not exist\. Check the path\. Relative paths start at /,
    );
  });

  test('that goes through a file', () => {
    put('file');
    expect(problem(join(directory, 'file', 'plan.json'))).toBe(
      'DIR/file/plan.json does not exist: a part of the path is a file, not a directory. Correct the path.',
    );
  });

  test('that leads to itself', () => {
    symlinkSync('loop', join(directory, 'loop'));
    expect(problem(join(directory, 'loop'))).toBe('DIR/loop cannot be read (ELOOP). Check the file.');
  });

  test.each([
    ['is empty', 'notes.txt', 'Name a plan file, or the directory that `cdktf synth` writes (cdktf.out).'],
    ['holds plans', 'a.json', 'Name the files: `tollgate check DIR/*.json`.'],
    ['is that of an app', 'cdktf.out/x', 'Synthesize, and name the output directory: `tollgate check DIR/cdktf.out`.'],
    [
      'holds Terraform code',
      'main.tf',
      'Run `terraform plan -out tfplan` there, then `terraform show -json tfplan > plan.json`, and judge plan.json.',
    ],
  ])('of a directory that %s', (_, file, fix) => {
    put(file);
    expect(problem(directory)).toBe(`DIR is a directory without synthesized stacks. ${fix}`);
  });

  test('that is given twice', () => {
    put('a.json', JSON.stringify(good));
    const input = { path: join(directory, 'a.json') };
    const { unread } = readInputs([input, input], undefined);
    expect(unread.map(({ what }) => what.replaceAll(directory, 'DIR'))).toEqual([
      'The stack DIR/a.json occurs twice among the inputs.',
    ]);
  });
});
