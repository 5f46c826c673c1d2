import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RuleInfo } from '../../tollgate/model';
import { run } from './run';

const { catalog } = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'policies', 'compiled', 'catalog.json'), 'utf8'),
) as { catalog: RuleInfo[] };

test('rules lists every rule with its severity', async () => {
  const { code, out } = await run(['rules']);
  expect(code).toBe(0);
  for (const { id, severity, title } of catalog)
    expect(out).toContain(`${id.padEnd(10)}${severity.padEnd(10)}${title}\n`);
});

test('rules --json gives the catalog', async () => {
  const { code, out } = await run(['rules', '--json']);
  expect([code, JSON.parse(out)]).toEqual([0, catalog]);
});

test('explain shows the page of a rule', async () => {
  expect(await run(['explain', 'NET-001'])).toEqual({
    code: 0,
    error: '',
    out: `NET-001     Security groups of a tier allow declared flows only

  Everything that the groups of a tier allow in or out must be a declared flow: exactly its port,
  and the flow's other side as the source or destination. Inline rules, standalone rules of both
  kinds and rules in other modules count alike.

  fix         Remove the rule, or narrow it to a flow that flows.json of the settings declares. A
              new flow is declared there first, so that it is reviewed. A group or address range
              that is made elsewhere is named under peers of flows.json.

  severity    critical
  package     network.openings_declared
  source      policies/rules/network/openings_declared.rego
  resources   aws_security_group, aws_security_group_rule, aws_vpc_security_group_ingress_rule,
              aws_vpc_security_group_egress_rule
  see         Security group rules
              https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
`,
  });
});

test.each(['net-001', 'NET-1', 'network.openings_declared', 'network/openings_declared'])(
  'explain finds a rule by %s',
  async (word) => {
    expect((await run(['explain', word])).out).toMatch(/^NET-001 /);
  },
);

test.each([
  ['NTE-001', 'NET-001'],
  ['NET-999', 'NET-009'],
  ['net', 'NET-001'],
])('explain %s suggests %s', async (word, near) => {
  const { code, out, error } = await run(['explain', word]);
  expect([code, out]).toEqual([2, '']);
  expect(error).toMatch(new RegExp(`^error: unknown rule ${word}\\. Did you mean one of these\\?\\n`));
  expect(error).toContain(`\n  ${near}  `);
});

test('explain --json prints the metadata that rules --json prints', async () => {
  const { code, out } = await run(['explain', 'NET-001', '--json']);
  const all = JSON.parse((await run(['rules', '--json'])).out) as { readonly id: string }[];
  expect([code, JSON.parse(out)]).toEqual([0, all.find(({ id }) => id === 'NET-001')]);
  expect((await run(['explain', 'NET-999', '--json'])).code).toBe(2);
});

test('explain of nothing like a rule says where they are listed', async () => {
  expect((await run(['explain', 'something'])).error).toBe(
    'error: unknown rule something. Run `tollgate rules` for the list of rules.\n',
  );
});

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish'])('for %s names commands, options and rules', async (shell) => {
    const { code, out } = await run(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['check', 'explain', 'fail-on', 'sarif', 'critical', 'NET-001']) expect(out).toContain(word);
  });

  test.each([
    [['tollgate', 'ch'], ['check']],
    [['tollgate', 'explain', 'NET-00'], catalog.map(({ id }) => id).filter((id) => id.startsWith('NET-00'))],
    [['tollgate', 'check', '--fail-on', 'c'], ['critical']],
    [['tollgate', 'check', '--format', 's'], ['sarif']],
    [['tollgate', 'check', '--wai'], ['--waivers']],
    [['tollgate', 'completion', 'z'], ['zsh']],
    [
      ['tollgate', '-'],
      ['-h', '--help', '-V', '--version'],
    ],
    [
      ['tollgate', 'compare', '--format', ''],
      ['human', 'markdown', 'json'],
    ],
    [['tollgate', 'rules', '--j'], ['--json']],
    [
      ['tollgate', 'export', ''],
      ['hcp', 'conftest', 'bundle', '-h', '--help'],
    ],
    [['tollgate', 'export', 'b'], ['bundle']],
    [
      ['tollgate', 'export', 'hcp', '--'],
      ['--help', '--settings', '--rules', '--waivers', '--policy-per'],
    ],
    [
      ['tollgate', 'export', 'bundle', '--'],
      ['--help', '--settings', '--rules', '--waivers'],
    ],
    [
      ['tollgate', 'export', 'hcp', '--policy-per', ''],
      ['set', 'severity', 'rule'],
    ],
    // Files are then the shell's.
    [['tollgate', 'check', '--settings', ''], ['']],
    [['tollgate', 'export', 'conftest', '--waivers', 'c'], ['']],
  ])('in bash completes %j', async (words, expected) => {
    const { out } = await run(['completion', 'bash']);
    const script = `${out}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tollgate; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const answer = execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' });
    expect(answer.trim().split('\n')).toEqual(expected);
  });

  test('in zsh offers nothing twice, and the options of commands below others', async () => {
    const { out } = await run(['completion', 'zsh']);
    const offered = [...out.matchAll(/^ +'([a-z ]+)'\) compadd -- ([^;]+)/gm)].map(
      ([, command = '', words = '']) => [command, words.trim().split(' ')] as const,
    );
    for (const [, words] of offered) expect(words).toEqual([...new Set(words)]);
    expect(Object.fromEntries(offered)).toMatchObject({
      rules: ['new', 'test', 'build', '-h', '--help', '--json', '--rules'],
      export: ['hcp', 'conftest', 'bundle', '-h', '--help'],
      'export hcp': ['-h', '--help', '--settings', '--rules', '--waivers', '--policy-per'],
    });
    expect(out).toContain('compadd -- -h --help -V --version\n');
  });

  test('in fish offers nothing twice, and says which options take a value', async () => {
    const { out } = await run(['completion', 'fish']);
    const lines = out.trimEnd().split('\n');
    const options = lines.flatMap((line) => {
      const [, condition, name] = / -n ('[^']*'|\S+) .*-l (\S+)/.exec(line) ?? [];
      return name === undefined ? [] : [`${condition ?? ''} ${name}`];
    });
    expect(options).toEqual([...new Set(options)]);
    for (const name of ['settings', 'waivers', 'baseline', 'output', 'record', 'app']) {
      for (const line of lines.filter((each) => each.includes(` -l ${name} `))) expect(line).toContain(' -r -F -d ');
    }
    for (const name of ['format', 'fail-on', 'policy-per']) {
      for (const line of lines.filter((each) => each.includes(` -l ${name} `))) expect(line).toContain(' -x -a ');
    }
    expect(out).toContain(' -s V -l version ');
    expect(out).toContain("'__fish_seen_subcommand_from export; and __fish_seen_subcommand_from hcp' -l policy-per ");
  });

  test('for another shell is refused', async () => {
    expect((await run(['completion', 'cmd'])).code).toBe(2);
  });
});

describe('rules new', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tollgate-new-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  const written = (): string[] => readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();

  test('writes a rule and its test, and never overwrites', async () => {
    const words = ['rules', 'new', 'NET-101', '--about', 'aws_s3_bucket', '--dir', directory];
    expect(await run(words)).toMatchObject({ code: 0, error: '' });
    expect(written()).toEqual(['team', join('team', 'net_101.rego'), join('team', 'net_101_test.rego')]);
    const path = join(directory, 'team', 'net_101.rego');
    writeFileSync(path, 'mine');
    rmSync(join(directory, 'team', 'net_101_test.rego'));
    expect(await run(words)).toMatchObject({ code: 2, error: expect.stringContaining('exists already') });
    expect([readFileSync(path, 'utf8'), written()]).toEqual(['mine', ['team', join('team', 'net_101.rego')]]);
  });

  test.each([
    [['net-101', '--about', 'aws_s3_bucket'], 'net-101 is not the id of a rule'],
    [['NET-001', '--about', 'aws_s3_bucket'], 'Numbers below 101 with the prefix NET are kept for tollgate'],
    [['NET-101', '--about', 'bucket'], 'bucket is not a resource type'],
    [['NET-101', '--about', 'AWS::S3::Bucket'], 'is not a resource type'],
    [['NET-101'], "required option '--about <TYPE>' not specified"],
    [['NET-101', '--about', 'aws_lb', '--team', 'network'], '--team network belongs to the rules of tollgate'],
    [['NET-101', '--about', 'aws_lb', '--team', '../x'], '--team ../x cannot be part of a package name'],
    [['NET-101', '--about', 'aws_lb', '--name', 'a_test'], '--name a_test cannot be part of a package name'],
  ])('%j is refused', async (words, message) => {
    const { code, error } = await run(['rules', 'new', ...words, '--dir', directory]);
    expect([code, error]).toEqual([2, expect.stringContaining(message)]);
    expect(written()).toEqual([]);
  });
});

test.each(['rules', 'explain', 'check'])('%s says that the directory of own rules does not exist', async (command) => {
  const words = { rules: [], explain: ['NET-001'], check: ['plan.json'] }[command] ?? [];
  const { code, out, error } = await run([command, ...words, '--rules', 'nowhere']);
  expect([code, `${out}${error}`]).toEqual([2, expect.stringContaining('nowhere does not exist')]);
});
