/**
 * Findings of a plan of real Terraform (1.11, provider 5.100) in `__tests__/fixtures/source`, made in `envs/prod`, point
 * at the lines of its files.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { Log } from 'sarif';
import { judgeApart } from '../../../tollgate/judge';
import { isObject, type JsonObject, type Judgement, type Report } from '../../../tollgate/model';
import { render, type Format } from '../../../tollgate/report/formats';
import { run } from '../../cli/run';
import { SETTINGS } from '../../settings';

const FIXTURE = join(__dirname, '..', '..', 'fixtures', 'source');

let repository: string;

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'source-'));
  mkdirSync(join(repository, '.git'));
  cpSync(FIXTURE, repository, { recursive: true });
});

afterEach(() => {
  rmSync(repository, { recursive: true, force: true });
});

const plan = (): string => join(repository, 'plan.json');
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(repository, name)), { recursive: true });
  writeFileSync(join(repository, name), text);
};
const read = (name: string): string => readFileSync(join(repository, name), 'utf8');
const edit = (name: string, from: string, to: string): void => {
  expect(read(name)).toContain(from);
  write(name, read(name).replace(from, to));
};

function judged(source: string | undefined = repository, file = plan()): Report {
  const [one] = judgeApart([{ path: file }], { settings: SETTINGS, source });
  if (one === undefined) throw new Error('no report');
  return one.report;
}

const shown = ({ address, path, source, sourceMissing }: Judgement): string => {
  const at = source === undefined ? `nothing: ${sourceMissing ?? ''}` : `${source.file}:${source.line}`;
  return `${address} ${path} -> ${at}`;
};
const linesOf = (report: Report): string[] => [...report.findings, ...report.undecided].map(shown).sort();
const lineOf = (report: Report, address: string, path = ''): string | undefined =>
  linesOf(report)
    .find((line) => line.startsWith(`${address} ${path}`))
    ?.replace(/^.* -> /, '');

/** The lines of the fixture, by their text. */
const EXPECTED: readonly (readonly [address: string, path: string, file: string, text: string])[] = [
  ['aws_security_group.dynamic', 'ingress', 'envs/prod/main.tf', '  dynamic "ingress" {'],
  ['aws_security_group.dynamic', 'ingress.0.cidr_blocks', 'envs/prod/main.tf', '      cidr_blocks = var.office'],
  ['aws_security_group.dynamic', 'ingress.1.cidr_blocks', 'envs/prod/main.tf', '      cidr_blocks = var.office'],
  ['aws_security_group.office', 'ingress.0.cidr_blocks', 'envs/prod/main.tf', '    cidr_blocks = ["0.0.0.0/0"]'],
  ['aws_security_group.office', 'ingress.1.cidr_blocks', 'envs/prod/main.tf', '    cidr_blocks = var.office'],
  [
    ...(['aws_vpc_security_group_ingress_rule.each["a.b"]', 'cidr_ipv4', 'envs/prod/main.tf'] as const),
    '  cidr_ipv4         = each.value',
  ],
  [
    ...(['aws_vpc_security_group_ingress_rule.each["c[\\"d"]', 'cidr_ipv4', 'envs/prod/main.tf'] as const),
    '  cidr_ipv4         = each.value',
  ],
  [
    ...(['aws_vpc_security_group_ingress_rule.written', 'cidr_ipv4', 'envs/prod/written.tf.json'] as const),
    '        "cidr_ipv4": "0.0.0.0/0"',
  ],
  ['aws_ebs_volume.counted[0]', 'encrypted', 'envs/prod/counted_override.tf', '  encrypted = false'],
  ['aws_ebs_volume.counted[1]', 'encrypted', 'envs/prod/counted_override.tf', '  encrypted = false'],
  ...['blue', 'green'].flatMap((key) => [
    [
      ...([`module.web["${key}"].aws_instance.web`, 'metadata_options.0.http_tokens', 'modules/web/main.tf'] as const),
      'resource "aws_instance" "web" {',
    ] as const,
    [
      ...([`module.web["${key}"].aws_instance.web`, 'root_block_device.0.encrypted', 'modules/web/main.tf'] as const),
      '    encrypted   = false',
    ] as const,
    [
      ...([`module.web["${key}"].module.data.aws_ebs_volume.data`, 'encrypted', 'modules/data/main.tf'] as const),
      '\ufeffresource "aws_ebs_volume" "data" {',
    ] as const,
  ]),
];

test('each finding is at the line of its argument, or of the innermost block', () => {
  const expected = EXPECTED.map(([address, path, file, text]) => {
    const line = read(file).split(/\r?\n/).indexOf(text) + 1;
    expect([text, line > 0]).toEqual([text, true]);
    return `${address} ${path} -> ${file}:${line}`;
  });
  const report = judged();
  expect(linesOf(report)).toEqual(expected.sort());
  expect(report.sourceNotes).toBeUndefined();
});

test('the lines change nothing but the lines', () => {
  const without = ({ findings, undecided, waived, known, ...rest }: Report): unknown => ({
    ...rest,
    judgements: [findings, undecided, waived, known].map((all) =>
      all.map((one) => ({ ...one, source: undefined, sourceMissing: undefined })),
    ),
  });
  expect(without(judged())).toEqual(without(judged(undefined)));
});

test('every format names file and line', () => {
  const text = (format: Format): string =>
    render(format, [{ files: [plan()], report: judged() }], {
      ...{ version: '1.2.3', catalog: [], style: { colour: false, width: 100, details: true } },
    });
  expect(text('human')).toMatch(/ aws_ebs_volume\.counted\[0\] encrypted, envs\/prod\/counted_override\.tf:2\n/);
  expect(text('markdown')).toContain(
    '**`aws_ebs_volume.counted[0]`** in `plan.json`, `encrypted`, at `envs/prod/counted_override.tf:2`',
  );
  expect(text('github')).toMatch(/^::error file=envs\/prod\/counted_override\.tf,line=2,title=EC2-002 /m);
  expect(text('junit')).toContain('name="aws_ebs_volume.counted[0]" file="envs/prod/counted_override.tf" line="2">');
  const {
    runs: [run],
  } = JSON.parse(text('sarif')) as Log;
  const places = run?.results?.map(({ locations }) => locations?.[0]?.physicalLocation);
  expect(places).toContainEqual({
    artifactLocation: { uri: 'envs/prod/counted_override.tf', uriBaseId: '%SRCROOT%' },
    region: { startLine: 2 },
  });
  expect(places).toHaveLength(EXPECTED.length);
});

test('a path in the working directory is relative to the root of the repository', () => {
  const before = process.cwd();
  try {
    process.chdir(join(repository, 'envs'));
    expect(lineOf(judged('..'), 'aws_ebs_volume.counted[0]')).toBe('envs/prod/counted_override.tf:2');
    // The modules are outside of the directory.
    const report = judged('prod');
    expect(lineOf(report, 'aws_ebs_volume.counted[0]')).toBe('envs/prod/counted_override.tf:2');
    const outside = report.findings.find(({ address }) => address.startsWith('module.web["blue"].aws_instance'));
    expect(outside?.source).toMatchObject({ file: 'envs/prod/main.tf', of: 'module call' });
    expect(outside?.source?.note).toBe('the files of module.web (../../modules/web) are not in the searched directory');
  } finally {
    process.chdir(before);
  }
});

describe('a module that is not in the repository', () => {
  beforeEach(() => {
    edit('envs/prod/main.tf', '../../modules/web', 'acme/web/aws');
  });
  const call = (): number => read('envs/prod/main.tf').split('\n').indexOf('module "web" {') + 1;
  const found = (): Judgement | undefined =>
    judged().findings.find(
      ({ address, path }) => address === 'module.web["blue"].aws_instance.web' && path.startsWith('root'),
    );

  test('is at the line of the call, which says why', () => {
    expect(found()?.source).toEqual({
      ...{ file: 'envs/prod/main.tf', line: call(), of: 'module call' },
      note: 'the files of module.web (acme/web/aws) are not in the searched directory',
    });
  });

  test('names the line in the downloaded files', () => {
    cpSync(join(repository, 'modules'), join(repository, 'envs/prod/.terraform/modules/web'), { recursive: true });
    const modules = [
      { Key: '', Source: '', Dir: '.' },
      { Key: 'web', Source: 'acme/web/aws', Dir: '.terraform/modules/web/web' },
    ];
    write('envs/prod/.terraform/modules/modules.json', JSON.stringify({ Modules: modules }));
    expect(found()?.source).toEqual({
      ...{ file: 'envs/prod/main.tf', line: call(), of: 'module call' },
      note: 'aws_instance.web is at envs/prod/.terraform/modules/web/web/main.tf:12, in a module that is not in the repository',
    });
    expect(lineOf(judged(), 'module.web["blue"].module.data.aws_ebs_volume.data')).toBe(`envs/prod/main.tf:${call()}`);
  });

  test.each([
    ['of the machine', '/etc'],
    ['above the directory', '../../../elsewhere'],
    ['that is a link', '.terraform/modules/link'],
  ])('is not read from a directory %s', (_, directory) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    cpSync(join(repository, 'modules'), elsewhere, { recursive: true });
    mkdirSync(join(repository, 'envs/prod/.terraform/modules'), { recursive: true });
    symlinkSync(join(elsewhere, 'web'), join(repository, 'envs/prod/.terraform/modules/link'));
    write('envs/prod/.terraform/modules/modules.json', JSON.stringify({ Modules: [{ Key: 'web', Dir: directory }] }));
    expect(found()?.source?.note).toContain('are not in the searched directory');
    rmSync(elsewhere, { recursive: true });
  });

  test.each(['{', '{"Modules": 1}', '{"Modules": [null]}', '[]'])('has no list of modules in %j', (text) => {
    write('envs/prod/.terraform/modules/modules.json', text);
    expect(found()?.source?.of).toBe('module call');
  });
});

describe('a file that cannot be read is named, and changes nothing else', () => {
  const verdict = { exitCode: 1, outcome: 'denied' };

  test.each([
    [
      'is not HCL',
      () => write('envs/prod/counted.tf', 'resource "aws_ebs_volume" "counted" {\n'),
      'the block at line 1 has no end',
    ],
    [
      'is a link',
      () => {
        rmSync(join(repository, 'envs/prod/counted.tf'));
        symlinkSync(join(FIXTURE, 'envs/prod/counted.tf'), join(repository, 'envs/prod/counted.tf'));
      },
      'the file is a link or no regular file',
    ],
    [
      'is large',
      () => truncateSync(join(repository, 'envs/prod/counted.tf'), (4 << 20) + 1),
      'the file is larger than 4 MiB',
    ],
    ['is binary', () => write('envs/prod/counted.tf', '\u0000\u0001'), 'line 1 has neither an argument nor a block'],
  ])('%s', (_, prepare, why) => {
    prepare();
    const report = judged();
    expect(report.verdict).toEqual(verdict);
    expect(report.sourceNotes).toEqual([`No finding points into envs/prod/counted.tf: ${why}.`]);
    expect(lineOf(report, 'aws_ebs_volume.counted[0]')).toBe(
      'nothing: envs/prod has no block aws_ebs_volume.counted, and a file there cannot be read',
    );
    expect(lineOf(report, 'aws_security_group.office')).toMatch(/^envs\/prod\/main\.tf:\d+$/);
  });

  test('and neither does a directory that is none', () => {
    const report = judged(join(repository, 'nowhere'));
    expect(report.verdict).toEqual(verdict);
    expect(report.sourceNotes).toEqual([
      `The sources in ${join(repository, 'nowhere')} cannot be read (ENOENT): no finding names a line.`,
    ]);
    expect(report.findings.every(({ sourceMissing }) => sourceMissing === 'the sources cannot be read')).toBe(true);
  });
});

test('a finding without a line points at nothing', () => {
  edit('envs/prod/counted.tf', '"counted"', '"other"');
  const report = judged();
  const [one] = report.findings.filter(({ address }) => address.startsWith('aws_ebs_volume.counted'));
  expect(one).toMatchObject({ sourceMissing: 'envs/prod has no block aws_ebs_volume.counted' });
  expect(one).not.toHaveProperty('source');
  const text = (format: Format): string =>
    render(format, [{ files: [plan()], report }], {
      ...{ version: '1.2.3', catalog: [], style: { colour: false, width: 100, details: true } },
    });
  expect(text('github')).toMatch(/^::error title=EC2-002 [^\n]*aws_ebs_volume\.counted\[0\]/m);
  expect(text('junit')).toMatch(/name="aws_ebs_volume\.counted\[0\]">/);
});

describe('of several directories that declare the same', () => {
  beforeEach(() => {
    cpSync(join(repository, 'envs/prod'), join(repository, 'envs/stage'), { recursive: true });
  });

  test('none is meant without a hint', () => {
    const report = judged();
    expect(report.findings.every(({ source }) => source === undefined)).toBe(true);
    expect(report.sourceNotes).toEqual([
      'The findings of plan.json name no line. envs/prod, envs/stage declare the same resources: name the directory of plan.json with --source, or write the plan there.',
    ]);
  });

  test.each(['envs/stage/plan.json', 'envs/stage/out/tf/plan.json'])('the one with %s is meant', (file) => {
    write(file, read('plan.json'));
    expect(lineOf(judged(repository, join(repository, file)), 'aws_ebs_volume.counted[0]')).toBe(
      'envs/stage/counted_override.tf:2',
    );
  });

  test('the one with the plan in it is meant, also if it declares more than the plan', () => {
    edit('envs/stage/counted.tf', 'resource', 'resource "aws_ebs_volume" "more" {}\nresource');
    write('envs/stage/plan.json', read('plan.json'));
    expect(lineOf(judged(repository, join(repository, 'envs/stage/plan.json')), 'aws_ebs_volume.counted[0]')).toBe(
      'envs/stage/counted_override.tf:2',
    );
  });

  test('the named one is meant', () => {
    expect(lineOf(judged(join(repository, 'envs/stage')), 'aws_ebs_volume.counted[0]')).toBe(
      'envs/stage/counted_override.tf:2',
    );
  });

  test('the one with exactly the resources of the plan is meant', () => {
    edit('envs/stage/counted.tf', 'resource', 'resource "aws_ebs_volume" "more" {}\nresource');
    expect(lineOf(judged(), 'aws_ebs_volume.counted[0]')).toBe('envs/prod/counted_override.tf:2');
  });
});

test('a repository with other resources has no line', () => {
  rmSync(join(repository, 'envs/prod'), { recursive: true });
  expect(judged().sourceNotes).toEqual([
    'The findings of plan.json name no line. No directory of the sources declares the resources of plan.json.',
  ]);
});

test('blocks that their constants do not tell apart have the line of the resource', () => {
  edit(
    'envs/prod/main.tf',
    'from_port   = 22\n    to_port     = 22',
    'from_port = local.ports.ssh\n    to_port = local.ports.ssh',
  );
  edit('envs/prod/main.tf', '"ssh"', 'local.script');
  edit('envs/prod/main.tf', '"http"', 'local.script');
  edit('envs/prod/main.tf', 'from_port   = 8080\n    to_port     = 8080', 'from_port = var.p\n    to_port = var.p');
  const resource = read('envs/prod/main.tf').split('\n').indexOf('resource "aws_security_group" "office" {', 30) + 1;
  expect(resource).toBeGreaterThan(0);
  const report = judged();
  expect(lineOf(report, 'aws_security_group.office', 'ingress.1')).toBe(`envs/prod/main.tf:${resource}`);
});

test('links to directories are not followed', () => {
  rmSync(join(repository, 'modules'), { recursive: true });
  symlinkSync(join(FIXTURE, 'modules'), join(repository, 'modules'));
  const found = judged().findings.find(({ address }) => address.startsWith('module.web'));
  expect(found?.source?.of).toBe('module call');
});

test('a plan without configuration is found by its resources', () => {
  const { configuration: _, ...rest } = JSON.parse(read('plan.json')) as JsonObject;
  expect(isObject(rest)).toBe(true);
  write('cut.json', JSON.stringify(rest));
  expect(lineOf(judged(repository, join(repository, 'cut.json')), 'aws_ebs_volume.counted[0]')).toBe(
    'envs/prod/counted_override.tf:2',
  );
});

test('the JSON of a report with lines, notes and reasons is as its schema says', () => {
  edit('envs/prod/main.tf', '../../modules/web', 'acme/web/aws');
  write('envs/prod/counted.tf', '{');
  const schema = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'report.schema.json'), 'utf8');
  const validate = new Ajv2020({ strictTypes: false }).compile(JSON.parse(schema) as object);
  const text = render('json', [{ files: [plan()], report: judged() }], {
    ...{ version: '1.2.3', catalog: [], style: { colour: false, width: 100, details: true } },
  });
  for (const name of ['"note"', '"of"', '"sourceMissing"', '"sourceNotes"']) expect(text).toContain(name);
  validate(JSON.parse(text));
  expect(validate.errors).toBeNull();
});

test('tollgate check takes the directory, and refuses one that is none', async () => {
  const { out } = await run(['check', '--source', repository, '--format', 'github', plan()]);
  expect(out).toContain('::error file=envs/prod/counted_override.tf,line=2,');
  const wrong = await run(['check', '--source', join(repository, 'plan.json'), plan()]);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.error).toContain('plan.json of --source is not a directory that can be read.');
});

test('the comment of a pull request names the line of each added finding', async () => {
  const [base, head] = [join(repository, 'base.json'), join(repository, 'head.json')];
  write('plan.json', read('plan.json').replaceAll('"encrypted": false', '"encrypted": true'));
  await run(['check', '--format', `json=${base}`, '--output', join(repository, 'log'), plan()]);
  write('plan.json', readFileSync(join(FIXTURE, 'plan.json'), 'utf8'));
  await run(['check', '--source', repository, '--format', `json=${head}`, '--output', join(repository, 'log'), plan()]);
  const { out } = await run(['compare', '--format', 'markdown', base, head]);
  expect(out).toMatch(/, at `(envs\/prod|modules)\/[a-z_]+(\/main)?\.tf:\d+`/);
});
