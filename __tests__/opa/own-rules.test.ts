/** Rules of a team, from the files of the team to each report and each export. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { conftest } from '../../test/conftest/run';
import { oldOpa } from '../../test/opa-0.61/run';
import { sha256 } from '../../tollgate/digest';
import { FORMATS } from '../../tollgate/report/formats';
import type { Report } from '../../tollgate/model';
import { run } from '../cli/run';
import { openGroup, plan as planOf } from '../gate/input/plans';
import { SETTINGS } from '../settings';

const FIXTURE = join(__dirname, '..', 'fixtures', 'rules-of-a-team');
const PLAN = join(FIXTURE, 'plan.json');
const PATH = process.env['PATH'] ?? '';

let directory: string;
/** The rules of the team, compiled. */
let rules: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-own-'));
  rules = join(directory, 'rules');
  cpSync(FIXTURE, rules, { recursive: true });
  expect(await run(['rules', 'build', '--dir', rules])).toMatchObject({ code: 0, error: '' });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(() => {
  process.env['PATH'] = PATH;
});

/** A copy of the compiled rules. */
function copyOf(name: string): string {
  const copy = join(directory, name);
  cpSync(rules, copy, { recursive: true });
  return copy;
}

const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

/** Settings of productos-api with another enforcement. */
function enforcing(name: string, enforcement: object): string {
  const settings = join(directory, name);
  cpSync(SETTINGS, settings, { recursive: true });
  writeFileSync(join(settings, 'enforcement.json'), JSON.stringify({ enforcement }));
  return settings;
}

/** A plan in a file. */
function file(name: string, content: object): string {
  const path = join(directory, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

async function report(words: readonly string[]): Promise<Report> {
  const { out } = await run(['check', '--format', 'json', ...words]);
  return JSON.parse(out) as Report;
}

const places = (found: readonly { readonly id: string; readonly address: string; readonly path: string }[]) =>
  found.map(({ id, address, path }) => `${id} ${address} ${path}`.trim());

const FOUND = [
  'S3-101 aws_s3_bucket.images',
  'TAG-101 aws_s3_bucket.images tags.cost_center',
  'TAG-101 google_storage_bucket.backup labels.owner',
];

describe('the rules of a team in reports', () => {
  test.each(FORMATS.filter((format) => format !== 'json'))('%s names the rules and the resources', async (format) => {
    const { code, out, error } = await run(['check', '--rules', rules, '--format', format, PLAN]);
    expect([code, error]).toEqual([1, '']);
    for (const word of ['S3-101', 'TAG-101', 'aws_s3_bucket.images', 'google_storage_bucket.backup'])
      expect(out).toContain(word);
    expect(out).not.toContain('aws_s3_bucket.logs ');
  });

  test('json has findings, rules and checked resources', async () => {
    const { findings, rules: answered } = await report(['--rules', rules, PLAN]);
    expect(places(findings)).toEqual(FOUND);
    expect(answered.find(({ id }) => id === 'TAG-101')?.checked.map(({ address }) => address)).toEqual([
      ...['aws_s3_bucket.images', 'aws_s3_bucket.logs', 'google_storage_bucket.backup'],
    ]);
  });

  test('sarif describes the rules', async () => {
    const { out } = await run(['check', '--rules', rules, '--format', 'sarif', PLAN]);
    const log = JSON.parse(out) as { runs: { tool: { driver: { rules: { id: string; name: string }[] } } }[] };
    const own = log.runs[0]?.tool.driver.rules.find(({ id }) => id === 'S3-101');
    expect(own).toMatchObject({
      name: 'platform.buckets_are_private',
      shortDescription: { text: 'Buckets block public access' },
      helpUri: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    });
  });

  test('without --rules, nothing is said about them', async () => {
    const { code, out } = await run(['check', PLAN]);
    expect(code).toBe(0);
    expect(out).not.toMatch(/S3-101|TAG-101/);
  });

  test('they are not applicable where the plan has none of their types', async () => {
    const { rules: answered } = await report(['--rules', rules, file('group.json', planOf([openGroup(22)]))]);
    expect(answered.filter(({ id }) => /^(S3|TAG)-/.test(id)).map(({ outcome }) => outcome)).toEqual([
      ...['not-applicable', 'not-applicable'],
    ]);
  });

  test('rules and explain know them', async () => {
    expect((await run(['rules', '--rules', rules])).out).toContain('TAG-101   medium    Taxed resources');
    const { code, out } = await run(['explain', 's3-101', '--rules', rules]);
    expect(code).toBe(0);
    expect(out).toContain(`source      ${rules.slice(0, 20)}`);
    expect((await run(['explain', 'S3-101'])).code).toBe(2);
  });

  test('settings change enforcement and severity by the id', async () => {
    const settings = enforcing('soft', {
      ...{ default: 'block', rules: { 'S3-101': 'off', 'TAG-101': 'warn' } },
      severities: { 'TAG-101': 'low' },
    });
    const words = ['--settings', settings, '--rules', rules, PLAN];
    expect((await run(['check', ...words])).code).toBe(0);
    const { findings } = await report(words);
    expect(new Set(findings.map(({ id, severity, enforcement }) => `${id} ${severity} ${enforcement}`))).toEqual(
      new Set(['TAG-101 low warn']),
    );
  });

  test('an enforcement or a severity of an unknown rule is refused', async () => {
    const wrong = enforcing('wrong', { default: 'block', rules: {}, severities: { 'TAG-102': 'low' } });
    const { code, out } = await run(['check', '--settings', wrong, '--rules', rules, PLAN]);
    expect([code, out]).toEqual([2, expect.stringContaining('gives a severity to TAG-102, but no rule has this id')]);
    const soft = enforcing('soft-without', { default: 'block', rules: { 'TAG-101': 'warn' } });
    expect((await run(['check', '--settings', soft, PLAN])).code).toBe(2);
  });

  test('waivers and baselines excuse their findings, and no other', async () => {
    const entry = {
      ...{ rule: 'S3-101', address: 'aws_s3_bucket.images', path: '', found: 'public access is not blocked' },
      ...{
        reason: 'a public web site',
        owner: 'web',
        expires: new Date(Date.now() + 864e5).toISOString().slice(0, 10),
      },
    };
    const waivers = file('waivers.json', { waivers: { longest_lifetime_days: 90, entries: [entry] } });
    const waived = await report(['--rules', rules, '--waivers', waivers, PLAN]);
    expect([places(waived.waived), places(waived.findings)]).toEqual([FOUND.slice(0, 1), FOUND.slice(1)]);
    const baseline = join(directory, 'baseline.json');
    await run(['check', '--rules', rules, '--format', `json=${baseline}`, PLAN]);
    const { code } = await run(['check', '--rules', rules, '--baseline', baseline, PLAN]);
    expect(code).toBe(0);
  });

  test('compare shows what a change adds', async () => {
    const [base, head] = [join(directory, 'base.json'), join(directory, 'head.json')];
    const empty = file(
      'empty.json',
      planOf([{ ...openGroup(22), type: 'aws_sqs_queue', address: 'aws_sqs_queue.open' }]),
    );
    await run(['check', '--rules', rules, '--format', `json=${base}`, empty]);
    await run(['check', '--rules', rules, '--format', `json=${head}`, PLAN]);
    const { code, out } = await run(['compare', base, head]);
    expect([code, out]).toEqual([0, expect.stringContaining('TAG-101')]);
  });
});

describe('the rules of a team in exports', () => {
  const IDS = ['[S3-101] high aws_s3_bucket.images', '[TAG-101] medium google_storage_bucket.backup'];

  test('HCP Terraform', async () => {
    const target = join(directory, 'hcp');
    expect((await run(['export', 'hcp', '--rules', rules, target])).code).toBe(0);
    for (const program of ['opa', await oldOpa()]) {
      const said = evaluated(target, 'data.exports.hcp.policy.blocking', program).join('\n');
      for (const id of IDS) expect(said).toContain(id);
      expect(said).not.toContain('aws_s3_bucket.logs');
    }
    expect(readFileSync(join(target, 'policies.hcl'), 'utf8')).toContain('TAG-101');
  }, 600_000);

  test('a bundle', async () => {
    const target = join(directory, 'bundle.tar.gz');
    expect((await run(['export', 'bundle', '--rules', rules, target])).code).toBe(0);
    const said = evaluated(target, 'data.exports.hcp.policy.blocking').join('\n');
    for (const id of IDS) expect(said).toContain(id);
  });

  test('conftest', async () => {
    const target = join(directory, 'conftest');
    expect((await run(['export', 'conftest', '--rules', rules, target])).code).toBe(0);
    const words = ['test', '--no-color', '--policy', join(target, 'policy'), '--data', join(target, 'data'), PLAN];
    const { status, stdout } = spawnSync(await conftest(), words, { encoding: 'utf8' });
    expect(status).toBe(1);
    for (const id of IDS) expect(stdout).toContain(id);
  }, 600_000);

  function evaluated(bundle: string, query: string, program = 'opa'): string[] {
    const words = ['eval', '--bundle', bundle, '--input', PLAN, '--format', 'raw', query];
    return JSON.parse(execFileSync(program, words, { encoding: 'utf8' })) as string[];
  }
});

describe('the settings of the rules', () => {
  test('a wrong value is refused with its place', async () => {
    const copy = copyOf('wrong-settings');
    edit(join(copy, 'settings', 'tags.json'), (text) => text.replace('["owner", "cost_center"]', '"owner"'));
    const { code, out } = await run(['check', '--rules', copy, PLAN]);
    expect([code, out]).toEqual([2, expect.stringMatching(/tags\.json:3:5 \/tags\/required must be array/)]);
  });

  test('a right value counts at once, without a build', async () => {
    const copy = copyOf('other-settings');
    edit(join(copy, 'settings', 'tags.json'), (text) => text.replace(', "cost_center"', ''));
    process.env['PATH'] = dirname(process.execPath);
    expect(places((await report(['--rules', copy, PLAN])).findings)).toEqual([FOUND[0], FOUND[2]]);
  });

  test('a file that is missing is refused', async () => {
    const copy = copyOf('no-settings');
    rmSync(join(copy, 'settings'), { recursive: true });
    const { code, out } = await run(['check', '--rules', copy, PLAN]);
    expect([code, out]).toEqual([2, expect.stringContaining('read settings that no file gives: tags')]);
  });

  test('a file without a schema, or with the name of one of ours, is refused', async () => {
    const copy = copyOf('no-schema');
    rmSync(join(copy, 'settings', 'tags.schema.json'));
    expect((await run(['check', '--rules', copy, PLAN])).out).toContain('tags.json has no schema');
    writeFileSync(join(copy, 'settings', 'limits.json'), '{"limits": {}}');
    expect((await run(['check', '--rules', copy, PLAN])).out).toContain('has the name of a setting of tollgate');
  });
});

describe('compiled rules that cannot be trusted end with 2', () => {
  const refused = async (copy: string): Promise<string> => {
    const { code, out } = await run(['check', '--rules', copy, PLAN]);
    expect(code).toBe(2);
    return out;
  };

  test('another digest', async () => {
    const copy = copyOf('tampered');
    edit(join(copy, 'built', 'catalog.json'), (text) => text.replace('"high"', '"low"'));
    expect(await refused(copy)).toContain('catalog.json does not match manifest.json');
  });

  test('a file that is missing', async () => {
    const copy = copyOf('incomplete');
    rmSync(join(copy, 'built', 'policy.wasm'));
    expect(await refused(copy)).toContain('policy.wasm of the compiled policy cannot be used');
  });

  test('another version of the gate', async () => {
    const copy = copyOf('other-version');
    edit(join(copy, 'built', 'manifest.json'), (text) => text.replace(/"gate": "\w+"/, '"gate": "00"'));
    expect((await refused(copy)).replaceAll(/\s+/g, ' ')).toContain('belong to another version of tollgate');
  });

  test('changed sources, where OPA is not on the PATH', async () => {
    const copy = copyOf('changed');
    edit(join(copy, 'platform', 'resources_are_tagged.rego'), (text) => `${text}\n# changed\n`);
    expect((await report(['--rules', copy, PLAN])).findings).toHaveLength(3);
    edit(join(copy, 'platform', 'resources_are_tagged.rego'), (text) => `${text}\n# again\n`);
    process.env['PATH'] = dirname(process.execPath);
    const out = (await refused(copy)).replaceAll(/\s+/g, ' ');
    expect(out).toContain('changed since they were compiled');
    expect(out).toContain(`tollgate rules build --dir ${copy}`);
  });

  test('no compiled rules: OPA compiles them for the run, and writes nothing', async () => {
    const copy = copyOf('not-built');
    rmSync(join(copy, 'built'), { recursive: true });
    expect(places((await report(['--rules', copy, PLAN])).findings)).toEqual(FOUND);
    expect(existsSync(join(copy, 'built'))).toBe(false);
  });

  test('a rule that crashes', async () => {
    const copy = copyOf('crashing');
    edit(
      join(copy, 'platform', 'resources_are_tagged.rego'),
      (text) =>
        `${text}\ntwo := 1 if count(records) > 0\n\ntwo := 2 if count(records) > 0\n\nchecked contains "x" if two == 2\n`,
    );
    expect((await run(['rules', 'build', '--dir', copy])).code).toBe(0);
    const out = await refused(copy);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('could not be evaluated: ');
  });

  test('a rule that asks for a type that its METADATA does not name', async () => {
    const copy = copyOf('unnamed-type');
    edit(join(copy, 'platform', 'resources_are_tagged.rego'), (text) =>
      text.replace(
        'some type, _ in taxed;',
        'some type in array.concat(["google_pubsub_topic"], [t | some t, _ in taxed]);',
      ),
    );
    expect((await run(['rules', 'build', '--dir', copy])).code).toBe(0);
    expect((await refused(copy)).replaceAll(/\s+/g, ' ')).toContain('plan.resources_of');
  });

  test('a finding of another shape', async () => {
    const copy = copyOf('odd-shape');
    edit(join(copy, 'platform', 'buckets_are_private.rego'), (text) =>
      text.replace('"found": "public access is not blocked"', '"found": 1'),
    );
    expect((await refused(copy)).replaceAll(/\s+/g, ' ')).toMatch(/unexpected shape at .*\/found/);
  });
});

describe('a pull request', () => {
  test('is judged by the rules of its base, and says what it changes in them', async () => {
    const repository = join(directory, 'repository');
    cpSync(rules, join(repository, 'rules'), { recursive: true });
    const git = (...words: string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
        ...{ cwd: repository, encoding: 'utf8' },
      });
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'x');
    // The change makes a rule silent, and compiles it.
    edit(join(repository, 'rules', 'platform', 'buckets_are_private.rego'), (text) =>
      text.replace('not lost\n\tsome bucket', 'false\n\tsome bucket'),
    );
    edit(join(repository, 'rules', 'settings', 'tags.json'), (text) => text.replace(', "cost_center"', ''));
    const home = process.cwd();
    process.chdir(repository);
    try {
      expect((await run(['rules', 'build'])).code).toBe(0);
      const words = ['--rules', 'rules', '--settings-from', 'HEAD', PLAN];
      const { findings, proposed } = await report(words);
      expect(places(findings)).toEqual(FOUND);
      expect(proposed?.changes.map(({ file }) => file)).toEqual([
        ...['rules/platform/buckets_are_private.rego', 'rules/settings/tags.json'],
      ]);
      // An update of the gate compiles the rules again; those of the base are compiled for the run.
      git('checkout', '--quiet', '.');
      edit(join('rules', 'built', 'manifest.json'), (text) => text.replace(/"gate": "\w+"/, '"gate": "00"'));
      git('commit', '--quiet', '--all', '-m', 'older');
      expect((await run(['rules', 'build'])).code).toBe(0);
      expect(places((await report(words)).findings)).toEqual(FOUND);
    } finally {
      process.chdir(home);
    }
  });
});

describe('a rule of a team replaces nothing of ours', () => {
  const open = () => file('open.json', planOf([openGroup(22)]));

  test('our findings are the same with rules of a team', async () => {
    const [alone, together] = [await report([open()]), await report(['--rules', rules, open()])];
    expect(alone.findings.length).toBeGreaterThan(0);
    expect(together.findings).toEqual(alone.findings);
    expect(together.rules.filter(({ id }) => !/^(S3|TAG)-101$/.test(id))).toEqual(alone.rules);
    expect(together.policy).not.toBe(alone.policy);
  });

  test.each([
    ['rules.network.openings_declared', 'network/openings_declared.rego'],
    ['rules.network.other', 'network/other.rego'],
    ['rules', 'platform/all.rego'],
    ['rules.network.openings_declared', 'platform/network.rego'],
    ['gate', 'platform/gate.rego'],
    ['lib.plan', 'platform/plan.rego'],
    ['lib.plan', 'lib/plan.rego'],
    ['own', 'platform/own.rego'],
  ])('the package %s in %s is refused', async (name, path) => {
    const copy = copyOf(`package-${name}-${path.replaceAll('/', '-')}`);
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    const rule = readFileSync(join(copy, 'platform', 'buckets_are_private.rego'), 'utf8')
      .replace('S3-101', 'S3-102')
      .replace('rules.platform.buckets_are_private', name);
    writeFileSync(join(copy, path), rule);
    const { code, error } = await run(['rules', 'build', '--dir', copy]);
    expect(code).toBe(2);
    expect(error).toMatch(/belongs to the rules of tollgate|and the router walks rules\.<team>\.<rule> only/);
    expect((await run(['check', '--rules', copy, PLAN])).code).toBe(2);
  });

  test('compiled rules that were edited to have our id, or our package, are refused', async () => {
    for (const [from, to] of [
      ['"S3-101"', '"NET-001"'],
      ['"platform.buckets_are_private"', '"network.openings_declared"'],
    ] as const) {
      const copy = copyOf(`forged-${to.replaceAll(/\W/g, '')}`);
      edit(join(copy, 'built', 'catalog.json'), (text) => text.replace(from, to));
      const digest = sha256(readFileSync(join(copy, 'built', 'catalog.json')));
      edit(join(copy, 'built', 'manifest.json'), (text) =>
        text.replace(/"catalog\.json": "\w+"/, `"catalog.json": "${digest}"`),
      );
      const { code, out } = await run(['check', '--rules', copy, PLAN]);
      expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining('ids or packages of tollgate')]);
    }
  });

  test('compiled rules that answer for ours change nothing of our answer', async () => {
    const copy = copyOf('answering');
    const forged = join(directory, 'forged');
    mkdirSync(forged);
    writeFileSync(
      join(forged, 'report.rego'),
      `package own\nimport rego.v1\nsilent := {"checked": [], "deny": [], "undecided": []}\nreport := {"documents": {s: {"resources": count(d.resource_changes)} | some s, d in input.stacks}, "problems": [],\n"rules": {"network.openings_declared": silent, "network.internet_ports_declared": silent, "platform.buckets_are_private": silent, "platform.resources_are_tagged": silent}}\n`,
    );
    execFileSync('opa', ['build', '-t', 'wasm', '-e', 'own/report', '-o', 'b.tar.gz', 'report.rego'], { cwd: forged });
    execFileSync('tar', ['-xzf', 'b.tar.gz', '/policy.wasm'], { cwd: forged, stdio: 'ignore' });
    cpSync(join(forged, 'policy.wasm'), join(copy, 'built', 'policy.wasm'));
    const digest = sha256(readFileSync(join(copy, 'built', 'policy.wasm')));
    edit(join(copy, 'built', 'manifest.json'), (text) =>
      text.replace(/"policy\.wasm": "\w+"/, `"policy.wasm": "${digest}"`),
    );
    const [alone, together] = [await report([open()]), await report(['--rules', copy, open()])];
    expect(together.problems).toEqual([]);
    expect(together.findings).toEqual(alone.findings);
    expect(alone.findings.length).toBeGreaterThan(0);
  });
});

describe('the build refuses what would be silent', () => {
  const S3 = join('platform', 'buckets_are_private.rego');
  const TAGS = join('platform', 'resources_are_tagged.rego');
  test.each<[string, string, (text: string) => string, string]>([
    ['no METADATA', S3, (text) => text.slice(text.indexOf('package ')), 'has no METADATA above its package. Write:'],
    ['no fix', S3, (text) => text.replace(/# {3}fix: >-\n.*\n/, ''), '#   fix: How to correct a finding.'],
    ['no title', S3, (text) => text.replace(/# title: .*\n/, ''), 'has no title in its METADATA'],
    ['a wrong id', S3, (text) => text.replace('S3-101', 's3-1'), 'has the id s3-1'],
    ['our id', S3, (text) => text.replace('S3-101', 'NET-001'), 'has the id NET-001, which belongs to tollgate'],
    ['a number of ours', S3, (text) => text.replace('S3-101', 'NET-099'), 'are kept for tollgate'],
    [
      'the same id twice',
      S3,
      (text) => text.replace('S3-101', 'TAG-101'),
      'has the id TAG-101, which belongs to platform/',
    ],
    ['a wrong severity', S3, (text) => text.replace('severity: high', 'severity: bad'), 'has no valid severity'],
    ['no types', S3, (text) => text.replace(/# {3}resources:\n.*\n/, ''), 'names no type that it judges'],
    [
      'no type',
      S3,
      (text) => text.replace('#     - aws_s3_bucket\n', '#     - S3 buckets\n'),
      'which is not a resource type',
    ],
    [
      'a type that METADATA does not name',
      S3,
      (text) => text.replace(/# {3}reads:\n.*\n/, ''),
      '#     - aws_s3_bucket_public_access_block',
    ],
    [
      'a type of another provider',
      TAGS,
      (text) => `${text}\nx := plan.of_type.google_pubsub_topic\n`,
      '#     - google_pubsub_topic',
    ],
    [
      'a type in a variable',
      TAGS,
      (text) => text.replace('plan.resources_of(type)', 'plan.of_type[type]'),
      'Write `plan.resources_of(type)`',
    ],
    [
      'a set that is missing',
      S3,
      (text) => text.replaceAll(/^undecided contains/gm, 'doubtful contains'),
      'has no set `undecided`',
    ],
    [
      'a set that is a list',
      S3,
      (text) => text.replace(/^checked contains .*$/m, 'checked := []'),
      'has no set `checked`',
    ],
    [
      'a name that the library lacks',
      S3,
      (text) => text.replace('plan.names(bucket)', 'plan.name(bucket)'),
      'reads data.lib.plan.name, which the library does not have',
    ],
    [
      'a package that is not public',
      S3,
      (text) => text.replace('import data.lib.plan', 'import data.lib.plan\nimport data.lib.pricing'),
      'which is not part of the library',
    ],
    ['the input', S3, (text) => `${text}\nx := input.resource_changes\n`, 'reads `input`'],
    [
      'a rule of ours',
      S3,
      (text) => `${text}\nx := data.rules.network.openings_declared.deny\n`,
      'its own package only',
    ],
    ['all of data', S3, (text) => `${text}\nx := data[y] if some y in ["gate"]\n`, 'reads data.'],
    [
      'a setting that is missing',
      TAGS,
      (text) => text.replace('settings.tags', 'settings.labels'),
      'Write settings/labels.json',
    ],
    [
      'a property that the setting lacks',
      TAGS,
      (text) => text.replace('tags.required', 'tags.demanded'),
      'which settings/tags.json does not have',
    ],
    ['sprintf', S3, (text) => `${text}\nx := sprintf("%s", ["a"])\n`, 'calls sprintf'],
    ['a builtin that wasm lacks', S3, (text) => `${text}\nx := time.now_ns()\n`, 'time.now_ns'],
    ['no import of rego.v1', S3, (text) => text.replace('import rego.v1\n', ''), 'import rego.v1'],
    ['a file that does not parse', S3, (text) => `${text}\nx = {\n`, 'buckets_are_private.rego:'],
  ])('%s', async (name, path, change, message) => {
    const copy = copyOf(`refused-${name.replaceAll(' ', '-')}`);
    edit(join(copy, path), change);
    const { code, error } = await run(['rules', 'build', '--dir', copy]);
    expect([code, error]).toEqual([2, expect.stringContaining(message)]);
    // A place and a sentence, and never the JSON of OPA.
    expect(error).toMatch(/\.rego:\d+: [^{]/);
    expect(error).not.toContain('"errors"');
  });

  test('a rule without a test', async () => {
    const copy = copyOf('untested');
    rmSync(join(copy, 'platform', 'buckets_are_private_test.rego'));
    expect((await run(['rules', 'build', '--dir', copy])).error).toContain(
      'has no test. Write platform/buckets_are_private_test.rego',
    );
  });

  test('a test without a test', async () => {
    const copy = copyOf('empty-test');
    edit(join(copy, 'platform', 'buckets_are_private_test.rego'), (text) => text.replaceAll(/^test_/gm, 'case_'));
    expect((await run(['rules', 'build', '--dir', copy])).error).toContain('contains no test');
  });
});

describe('the commands', () => {
  test.each(['aws_s3_bucket', 'google_storage_bucket', 'azurerm_storage_account'])(
    'new, test, build and check work for %s',
    async (type) => {
      const own = join(directory, `new-${type}`);
      const made = await run(['rules', 'new', 'OWN-101', '--about', type, '--team', 'web', '--dir', own]);
      expect([made.code, made.error]).toEqual([0, '']);
      expect(made.out).toContain(`wrote ${join(own, 'web', 'own_101.rego')}`);
      expect(execFileSync('opa', ['fmt', '--list', own]).toString()).toBe('');
      expect(await run(['rules', 'test', '--dir', own])).toMatchObject({ code: 0, out: 'PASS: 3/3\n' });
      expect((await run(['rules', 'build', '--dir', own])).code).toBe(0);
      const thing = {
        ...openGroup(22),
        type,
        address: `${type}.open`,
        after: { name: 'x' },
        unknown: {},
        expressions: {},
      };
      const { findings } = await report(['--rules', own, file(`${type}.json`, planOf([thing]))]);
      expect(places(findings)).toEqual([`OWN-101 ${type}.open tags.owner`]);
    },
  );

  test('test ends with 1 when a test fails', async () => {
    const copy = copyOf('failing');
    edit(join(copy, 'settings', 'tags.json'), (text) => text);
    edit(join(copy, 'platform', 'resources_are_tagged.rego'), (text) => text.replace('== {"unset"}', '== {"never"}'));
    const { code, out } = await run(['rules', 'test', '--dir', copy]);
    expect([code, out]).toEqual([1, expect.stringContaining('test_deny_when_a_tag_is_missing_or_empty: FAIL')]);
  });

  test('build --check compares, and writes nothing', async () => {
    const copy = copyOf('checked');
    expect(await run(['rules', 'build', '--check', '--dir', copy])).toMatchObject({ code: 0 });
    edit(join(copy, 'platform', 'buckets_are_private.rego'), (text) => text.replace('severity: high', 'severity: low'));
    const before = readFileSync(join(copy, 'built', 'catalog.json'), 'utf8');
    expect(await run(['rules', 'build', '--check', '--dir', copy])).toMatchObject({ code: 1 });
    expect(readFileSync(join(copy, 'built', 'catalog.json'), 'utf8')).toBe(before);
  });

  test('two builds give the same bytes', async () => {
    const copy = copyOf('again');
    rmSync(join(copy, 'built'), { recursive: true });
    await run(['rules', 'build', '--dir', copy]);
    for (const name of ['policy.wasm', 'catalog.json', 'manifest.json'])
      expect(readFileSync(join(copy, 'built', name)).equals(readFileSync(join(rules, 'built', name)))).toBe(true);
  });

  test.each([
    ['is missing', undefined, '`opa` is not on the PATH'],
    ['is too old', '0.61.0', '`opa` on the PATH is version 0.61.0'],
    ['is too new', '2.0.0', '`opa` on the PATH is version 2.0.0'],
  ])('where OPA %s, the error says how to get it', async (name, version, message) => {
    const bin = join(directory, `bin-${name.replaceAll(' ', '-')}`);
    mkdirSync(bin);
    if (version !== undefined) {
      writeFileSync(join(bin, 'opa'), `#!/bin/sh\necho "Version: ${version}"\n`);
      chmodSync(join(bin, 'opa'), 0o755);
    }
    process.env['PATH'] = [bin, '/usr/bin', '/bin'].join(delimiter);
    for (const command of ['build', 'test']) {
      const { code, error } = await run(['rules', command, '--dir', rules]);
      expect([code, error]).toEqual([2, expect.stringContaining(message)]);
      expect(error).toContain('Install OPA 1.0 or a later 1.x');
    }
  });
});

test('the published files are enough', () => {
  const dist = join(directory, 'dist');
  cpSync(join(__dirname, '..', '..', 'tollgate', 'dist'), dist, { recursive: true });
  const place = join(directory, 'elsewhere');
  mkdirSync(place);
  const tollgate = (...words: string[]): string =>
    spawnSync(process.execPath, [join(dist, 'js', 'tollgate.js'), ...words], { cwd: place, encoding: 'utf8' }).stdout;
  tollgate('rules', 'new', 'TAG-101', '--about', 'aws_s3_bucket');
  expect(tollgate('rules', 'test')).toBe('PASS: 3/3\n');
  expect(tollgate('rules', 'build')).toMatch(/^Compiled TAG-101 with OPA 1\..* to rules\/built\.\n$/);
  expect(tollgate('check', '--settings', SETTINGS, '--rules', 'rules', PLAN)).toMatch(/^PASSED/);
});

describe('docs/rules-of-your-own.md', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'rules-of-your-own.md'), 'utf8');
  const blocks = (language: string): string[] =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

  test('has the files of the example', () => {
    for (const name of ['resources_are_tagged.rego', 'resources_are_tagged_test.rego'])
      expect(blocks('rego')).toContain(readFileSync(join(FIXTURE, 'platform', name), 'utf8'));
    for (const name of ['tags.json', 'tags.schema.json'])
      expect(blocks('json')).toContain(readFileSync(join(FIXTURE, 'settings', name), 'utf8'));
  });

  test('shows what the commands print', async () => {
    const home = process.cwd();
    const empty = join(directory, 'newcomer');
    mkdirSync(empty);
    process.chdir(empty);
    try {
      const [session = ''] = blocks('console');
      const commands = session.split(/^\$ tollgate /m).slice(1);
      expect(commands).toHaveLength(3);
      for (const command of commands) {
        const [words = '', ...lines] = command.split('\n');
        const { code, out } = await run(words.split(' '));
        expect([words, code, out]).toEqual([words, 0, lines.join('\n')]);
      }
    } finally {
      process.chdir(home);
    }
    const { out } = await run(['check', '--rules', rules, PLAN]);
    expect(out).toContain(blocks('text')[0]);
  });

  test('shows an error of the build', async () => {
    const copy = copyOf('page');
    edit(join(copy, 'platform', 'buckets_are_private.rego'), (text) => text.replace(/# {3}reads:\n.*\n/, ''));
    const { error } = await run(['rules', 'build', '--dir', copy]);
    expect(error.replaceAll(copy, 'rules')).toContain(blocks('text')[1]?.trim());
  });
});
