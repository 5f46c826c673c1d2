import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogOf } from '../../tollgate/judge';
import { REPORT_SCHEMA_VERSION, type JsonObject, type Report } from '../../tollgate/model';
import { bytes, openGroup, plan, queue, state } from '../gate/input/plans';
import { run as tollgate } from '../../tollgate/cli/commands';
import { run } from './run';
import { SETTINGS } from '../settings';

const ROOT = join(__dirname, '..', '..');

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tollgate-cli-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const put = (name: string, content: JsonObject | Uint8Array | string): string => {
  const path = join(directory, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : bytes(content));
  return path;
};

const passing = (): string => put('good.json', plan([openGroup(80)]));
const denied = (): string => put('bad.json', plan([openGroup(22), queue()]));
const unreadable = (): string => put('broken.json', '{"format_version": "1.2"');

const check = async (...words: string[]) => run(['check', ...words]);
const report = async (...words: string[]): Promise<Report> =>
  JSON.parse((await check(...words, '--json')).out) as Report;
const found = ({ findings }: Report) => findings.map(({ id, stack, address }) => [id, stack, address]);

describe('one file', () => {
  test('that passes ends with 0', async () => {
    const { code, out, error } = await check(passing());
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^PASSED {2}1 stack, 1 resource\n\ngood\.json {2}1 resource\n/);
  });

  test('that has no resource for any rule passes, and the first line says that no rule applied', async () => {
    const { code, out } = await check(put('queue.json', plan([queue()])));
    expect([code, out.split('\n')[0]]).toEqual([0, 'PASSED, but no rule applied to any resource  1 stack, 1 resource']);
  });

  test('that is denied ends with 1 and names file, rule, address, attribute, value and fix', async () => {
    const { code, out } = await check(denied());
    expect(code).toBe(1);
    expect(out).toMatch(/^DENIED {2}1 blocking finding \(1 stack, 2 resources\)\n/);
    expect(out).toContain('\n  CRITICAL NET-006  The Internet is let in on a port that no flow declares.\n');
    expect(out).toContain('\n    found       ingress tcp 22 from 0.0.0.0/0\n');
    expect(out).toContain('\n    where       aws_security_group.open ingress.0.cidr_blocks\n');
    expect(out).toMatch(
      /\nbad\.json {2}2 resources\n[^]*\nDENIED {2}NET-006: 1 blocking finding \(1 stack, 2 resources\)\n$/,
    );
    expect(out).not.toContain('::');
  });

  test('that cannot be read ends with 2 and says what is wrong, why, and how to fix it', async () => {
    const { code, out } = await check(unreadable());
    expect(code).toBe(2);
    expect(out.replace(directory, 'DIR').replaceAll(/\s+/g, ' ')).toBe(
      'COULD NOT JUDGE 1 problem (0 stacks, 0 resources) DIR/broken.json is not JSON that the gate accepts: the JSON is incomplete ' +
        '(line 1, column 25). why The missing part could contain anything. fix Write the file again, and wait until the command has finished. ',
    );
  });

  test('gives the report as JSON', async () => {
    const { schemaVersion, verdict, stacks, ...rest } = await report(denied());
    expect([schemaVersion, verdict]).toEqual([REPORT_SCHEMA_VERSION, { exitCode: 1, outcome: 'denied' }]);
    expect(stacks).toMatchObject([{ name: 'bad.json', resources: 2 }]);
    expect(found({ schemaVersion, verdict, stacks, ...rest })).toEqual([
      ['NET-006', 'bad.json', 'aws_security_group.open'],
    ]);
  });

  test('may be a state', async () => {
    expect(found(await report(put('state.json', state([openGroup(22)]))))).toEqual([
      ['NET-006', 'state.json', 'aws_security_group.open'],
    ]);
  });

  test('may be Terraform JSON, called by its directory when CDKTF named it', async () => {
    const group = {
      ingress: [{ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }],
    };
    const content = { terraform: {}, resource: { aws_security_group: { open: group } } };
    expect(found(await report(put('web/cdk.tf.json', content)))).toEqual([
      ['NET-006', 'web', 'aws_security_group.open'],
    ]);
    expect(found(await report(put('other/main.tf.json', content)))).toEqual([
      ['NET-006', 'main.tf.json', 'aws_security_group.open'],
    ]);
  });

  test('may come from standard input', async () => {
    const { code, out } = await run(['check', '-'], bytes(plan([openGroup(22)])));
    expect([code, out.split('\n')]).toEqual([1, expect.arrayContaining(['standard input  1 resource'])]);
    expect((await run(['check', '-'], Buffer.alloc(0))).out).toContain('  standard input is empty.\n');
  });
});

describe('a file of Terraform JSON is judged with the files that Terraform would read with it', () => {
  const stack = (port: number, name = 'open'): JsonObject => ({
    terraform: {},
    resource: {
      aws_security_group: {
        [name]: { ingress: [{ from_port: port, to_port: port, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }] },
      },
    },
  });
  const file = (): string => put('web/cdk.tf.json', stack(80));

  test.each(['terraform.tfvars', 'more.auto.tfvars.json', 'more.tf', 'override.tf.json', 'more.tofu'])(
    'so an unreadable %s beside it ends with 2',
    async (name) => {
      expect((await check(file())).code).toBe(0);
      put(`web/${name}`, '{}');
      for (const path of [file(), join(directory, 'web')]) {
        const { code, out } = await check(path);
        expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([
          2,
          expect.stringContaining(`web/${name} is a Terraform file that the app did not synthesize`),
        ]);
      }
    },
  );

  test('so another one beside it is judged with it', async () => {
    put('web/more.tf.json', stack(22, 'more'));
    expect(found(await report(file()))).toEqual([['NET-006', 'web', 'aws_security_group.more']]);
    expect((await report(file())).stacks).toEqual([{ name: 'web', file: file(), resources: 2, free: 2 }]);
  });

  test('so a file whose name Terraform does not read is judged alone', async () => {
    put('web/terraform.tfvars', '');
    expect((await check(put('web/copy.json', stack(80)))).code).toBe(0);
  });
});

describe('a directory of synthesized stacks', () => {
  const stack = (port: number): JsonObject => ({
    terraform: {},
    resource: {
      aws_security_group: {
        open: { ingress: [{ from_port: port, to_port: port, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }] },
      },
    },
  });
  const entry = (name: string): JsonObject => ({
    ...{ name, annotations: [], constructPath: name, dependencies: [] },
    ...{ synthesizedStackPath: `stacks/${name}/cdk.tf.json`, workingDirectory: `stacks/${name}` },
  });
  beforeEach(() => {
    put('cdktf.out/stacks/one/cdk.tf.json', stack(80));
    put('cdktf.out/stacks/two/cdk.tf.json', stack(22));
    put('cdktf.out/manifest.json', { version: '0.21.0', stacks: { one: entry('one'), two: entry('two') } });
  });

  test('means its stacks, judged together', async () => {
    const { stacks, ...rest } = await report(join(directory, 'cdktf.out'));
    expect(stacks.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(found({ stacks, ...rest })).toEqual([['NET-006', 'two', 'aws_security_group.open']]);
  });

  test.each([
    ['one', 0],
    ['two', 1],
  ])('may be that of the stack %s alone', async (name, code) => {
    const { verdict, stacks } = await report(join(directory, 'cdktf.out', 'stacks', name, '/'));
    expect([verdict.exitCode, stacks.map((each) => each.name)]).toEqual([code, [name]]);
  });

  test('is refused when something was not synthesized', async () => {
    put('cdktf.out/stacks/one/more.tf', 'resource "aws_lb" "x" {}');
    const { code, out } = await check(join(directory, 'cdktf.out'));
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining(
        'more.tf is a Terraform file that the app did not synthesize and that the gate cannot read.',
      ),
    ]);
  });
});

describe('several files', () => {
  test('are judged apart, each with a report, and the worst decides', async () => {
    const [good, bad, broken] = [passing(), denied(), unreadable()];
    const { code, out } = await check(good, bad, broken);
    expect(code).toBe(2);
    const lines = out.replaceAll(directory, 'DIR').split('\n');
    expect(lines.filter((line) => /^(DIR|PASSED|DENIED|COULD)/.test(line))).toEqual([
      'DIR/good.json',
      'PASSED  1 stack, 1 resource',
      'DIR/bad.json',
      'DENIED  1 blocking finding (1 stack, 2 resources)',
      'DIR/broken.json',
      'COULD NOT JUDGE  1 problem (0 stacks, 0 resources)',
    ]);
    expect(lines.slice(-2)).toEqual(['3 files: 1 passed, 1 denied, 1 could not be judged', '']);
  });

  test.each([
    [['good.json', 'good.json'], 0],
    [['good.json', 'bad.json'], 1],
    [['bad.json', 'broken.json'], 2],
    [['broken.json', 'bad.json', 'good.json'], 2],
    [['good.json', 'missing.json'], 2],
    [['good.json', 'good.json/below-a-file'], 2],
  ])('%j end with %i', async (names, code) => {
    passing();
    denied();
    unreadable();
    expect((await check(...names.map((name) => join(directory, name)))).code).toBe(code);
  });

  test('give their reports as JSON with the verdict over all', async () => {
    const { out } = await check(passing(), denied(), '--json');
    const { schemaVersion, verdict, reports } = JSON.parse(out) as {
      schemaVersion: number;
      verdict: unknown;
      reports: { files: string[]; report: Report }[];
    };
    expect([schemaVersion, verdict]).toEqual([REPORT_SCHEMA_VERSION, { exitCode: 1, outcome: 'denied' }]);
    expect(reports.map(({ files, report: { verdict: own } }) => [files, own.exitCode])).toEqual([
      [[join(directory, 'good.json')], 0],
      [[join(directory, 'bad.json')], 1],
    ]);
  });

  test('may come with standard input among them, once', async () => {
    const { code, out } = await run(['check', passing(), '-'], bytes(plan([openGroup(22)])));
    expect([code, out]).toEqual([1, expect.stringContaining('\nstandard input\nDENIED')]);
    expect(await check('-', '-')).toEqual({
      code: 2,
      out: '',
      error: 'error: standard input (-) is named twice, and it can be read only once.\n',
    });
  });
});

describe('several files together', () => {
  test('are one system with a stack for each file', async () => {
    const { stacks, ...rest } = await report('--together', passing(), denied());
    expect(stacks.map(({ name }) => name)).toEqual(['good.json', 'bad.json']);
    expect(found({ stacks, ...rest })).toEqual([['NET-006', 'bad.json', 'aws_security_group.open']]);
  });

  test('are called by their paths when their names are the same', async () => {
    const [a, b] = [put('a/plan.json', plan([queue()])), put('b/plan.json', plan([queue()]))];
    expect((await report('--together', a, b)).stacks.map(({ name }) => name)).toEqual([a, b]);
  });

  test('refer to each other by ids', async () => {
    // The group of the database admits a group of the other file. The Internet reaches that group on any port.
    const group = { ...openGroup(8080, 'app'), after: { ...openGroup(8080, 'app').after, id: 'sg-app' } };
    const network = put('network.json', plan([group]));
    const machine = {
      ...{ address: 'aws_instance.web', type: 'aws_instance', name: 'web' },
      after: { vpc_security_group_ids: ['sg-app'], metadata_options: [{ http_tokens: 'required' }] },
    };
    const service = put('service.json', plan([machine]));
    const together = await report('--together', network, service);
    expect(together.stacks.map(({ name }) => name)).toEqual(['network.json', 'service.json']);
    expect(found(together)).toContainEqual(['NET-006', 'network.json', 'aws_security_group.app']);
  });

  test('could not be judged when one of them cannot be read', async () => {
    const { verdict, problems, findings } = await report('--together', denied(), unreadable());
    expect([verdict.exitCode, problems.map(({ what }) => what.replace(directory, 'DIR')), findings]).toEqual([
      2,
      ['DIR/broken.json is not JSON that the gate accepts: the JSON is incomplete (line 1, column 25).'],
      [],
    ]);
  });

  test('are refused when one is given twice', async () => {
    const { verdict, problems } = await report('--together', denied(), denied());
    expect([verdict.exitCode, problems.map(({ what }) => what.replace(directory, 'DIR'))]).toEqual([
      2,
      ['The stack DIR/bad.json occurs twice among the inputs.'],
    ]);
  });
});

describe('--settings', () => {
  test('that switch rules off pass, and the first line says how many', async () => {
    const { length } = catalogOf();
    const enforcement = (content: JsonObject): string => {
      cpSync(SETTINGS, join(directory, 'ours'), { recursive: true });
      put('ours/enforcement.json', { enforcement: content });
      return join(directory, 'ours');
    };
    const all = await check(denied(), '--settings', enforcement({ default: 'off', rules: {} }));
    expect([all.code, all.out.split('\n')[0]]).toEqual([
      0,
      `PASSED, but no rule applied to any resource  ${length} rules off (1 stack, 2 resources)`,
    ]);
    const one = await check(denied(), '--settings', enforcement({ default: 'block', rules: { 'NET-006': 'off' } }));
    expect([one.code, one.out.split('\n')[0]]).toEqual([0, 'PASSED  1 rule off (1 stack, 2 resources)']);
  });

  const flow = (port: number): string => `{"from": "internet", "to": "alb", "protocol": "tcp", "port": ${port}}`;
  const problem = async (): Promise<string[]> => {
    const { code, out } = await check('--json', '--settings', join(directory, 'ours'), denied());
    const { problems } = JSON.parse(out) as Report;
    expect([code, problems.length]).toEqual([2, 1]);
    return `${problems[0]?.what ?? ''}\n${problems[0]?.fix ?? ''}`
      .replaceAll(directory, 'DIR')
      .replaceAll(ROOT, 'ROOT')
      .split('\n');
  };

  test('replaces the files that it has, and only those', async () => {
    put('ours/flows.json', `{"flows": [${flow(22)}]}`);
    put('ours/README.md', 'Our flows.');
    const settings = join(directory, 'ours');
    expect((await check(denied(), '--settings', settings)).code).toBe(0);
    expect((await check(put('web.json', plan([openGroup(80)])), '--settings', settings)).code).toBe(1);
  });

  test('may be a copy of the default settings with schemas, which the gate ignores', async () => {
    cpSync(SETTINGS, join(directory, 'ours'), { recursive: true });
    expect((await check(denied(), '--settings', join(directory, 'ours'))).code).toBe(1);
    put('ours/flows.schema.json', '{}');
    put('ours/flows.json', '{"flows": {}}');
    expect(await problem()).toContain('  DIR/ours/flows.json:1:2 /flows must be array');
  });

  test.each([
    [
      `{\n  "flows": [\n    ${flow(80)},\n    ${flow(70000)}\n  ]\n}`,
      '  DIR/ours/flows.json:4:58 /flows/1/port must be <= 65535',
    ],
    [
      '{"flows": [{"from": "internet", "to": "lb", "protocol": "tcp", "port": 80}]}',
      '  DIR/ours/flows.json:1:33 /flows/0/to must be equal to one of the allowed values: ["internet","alb","app","db","endpoint","self"]',
    ],
    [
      '{"flows": [{"from": "internet", "to": "alb", "protocol": "tcp", "port": 80, "prot": 1}]}',
      '  DIR/ours/flows.json:1:77 /flows/0/prot is not allowed: known are from, to, protocol, port, ports, optional',
    ],
    ['{"flows": [{"from": "internet"}]}', "  DIR/ours/flows.json:1:12 /flows/0 must have required property 'port'"],
    [
      '{"flow": []}',
      `  DIR/ours/flows.json:1:2 /flow is not allowed: known are ${['$schema', 'tiers', 'peers', 'flows'].join(', ')}`,
    ],
    ['[]', '  DIR/ours/flows.json:1:1 / must be object'],
  ])('is refused with line and column: %s', async (content, line) => {
    put('ours/flows.json', content);
    const lines = await problem();
    expect(lines[0]).toBe('DIR/ours/flows.json is not valid:');
    expect(lines).toContain(line);
    expect(lines.at(-1)).toBe(
      'Correct the file. The schema ROOT/policies/defaults/flows.schema.json lists the allowed values.',
    );
  });

  test.each([
    ['{"flows": [', 'DIR/ours/flows.json is not JSON: DIR/ours/flows.json:1:12 close bracket expected.'],
    ['', 'DIR/ours/flows.json is not JSON: DIR/ours/flows.json:1:1 value expected.'],
    [
      '{"flows": [],\n "flows": []}',
      'DIR/ours/flows.json is not JSON: DIR/ours/flows.json:2:2 the key "flows" is a duplicate.',
    ],
  ])('is refused when the content is not JSON: %j', async (content, what) => {
    put('ours/flows.json', content);
    expect((await problem())[0]).toBe(what);
  });

  test.each(['flow.json', 'Flows.json', 'flows.jsn', 'flows.yaml', '.json/x'])(
    'is refused with a file %s',
    async (name) => {
      put(`ours/${name}`, '{}');
      const [what, fix] = await problem();
      expect(what).toBe(
        name.startsWith('.')
          ? 'DIR/ours contains no settings.'
          : `DIR/ours/${name} is not a settings file, because no setting has that name.`,
      );
      expect(fix).toContain(
        'budgets.json, enforcement.json, flows.json, limits.json, price_tables.json, prices.json, scope.json',
      );
    },
  );

  test('is refused when there is no such directory, or a file', async () => {
    expect((await problem())[0]).toBe('DIR/ours does not exist.');
    put('ours', '{}');
    expect((await problem())[0]).toBe('DIR/ours is not a readable directory.');
  });

  test('is refused when it turns off a rule that does not exist', async () => {
    put('ours/enforcement.json', '{"enforcement": {"default": "block", "rules": {"NET-999": "off"}}}');
    expect((await problem())[0]).toBe(
      'DIR/ours/enforcement.json:1:48 /enforcement/rules/NET-999 names a rule that does not exist.',
    );
  });
});

describe('at a terminal', () => {
  const shown = async (...words: string[]): Promise<string[]> => {
    const lines: string[] = [];
    const silent = (): void => undefined;
    const code = await tollgate(['check', '--settings', SETTINGS, ...words], {
      ...{ out: silent, error: silent, input: () => Promise.resolve(large()) },
      ...{ progress: (text) => lines.push(text), style: { colour: false, width: 100 } },
    });
    expect(code).toBe(0);
    return lines;
  };
  const large = (): Uint8Array => Buffer.concat([bytes(plan([openGroup(80)])), Buffer.alloc(21 << 20, ' ')]);

  test('a long run shows its progress, in a line that is removed at the end', async () => {
    expect(await shown(put('large.json', large()))).toEqual(['judging large.json, 21 MB …', '']);
    expect(await shown('-')).toEqual(['judging standard input, 21 MB …', '']);
    const files = [put('large.json', large()), put('good.json', plan([openGroup(80)]))];
    expect(await shown('--together', ...files)).toEqual(['judging 2 files, 21 MB …', '']);
  });

  test('a name is shortened to fit into the line', async () => {
    const [line = ''] = await shown(put(`${'x'.repeat(200)}.json`, large()));
    expect(line).toMatch(/^judging x+…, 21 MB …$/);
    expect(line.length).toBeLessThan(80);
  });

  test('a short run shows no progress', async () => {
    expect(await shown(passing())).toEqual([]);
  });
});
