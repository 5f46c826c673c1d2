/** A change is judged by the settings, waivers and baseline of its base, read from git. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compareMarkdown } from '../../tollgate/comment/text';
import { compareReports, type ComparedReport } from '../../tollgate/compare/compare';
import { compareHuman } from '../../tollgate/compare/human';
import { readReport } from '../../tollgate/compare/read-report';
import { judgeApart, type JudgeOptions } from '../../tollgate/judge';
import { CouldNotJudge, type Judged, type Report } from '../../tollgate/model';
import { judgeByBase, type Deciding } from '../../tollgate/proposal';
import { jsonReport } from '../../tollgate/report/json';
import { FORMATS, render } from '../../tollgate/report/formats';
import { run } from '../cli/run';
import { recorded } from '../recorded/archive';
import { recipeOfBase } from '../recorded/recipe';

const FLOWS = [
  { from: 'internet', to: 'alb', protocol: 'tcp', port: 80 },
  { from: 'alb', to: 'app', protocol: 'tcp', port: 8000 },
  { from: 'app', to: 'db', protocol: 'tcp', port: 5432 },
];
const WIDE = { from: 'internet', to: 'db', protocol: 'tcp', port: 5432 };
const RULE = 'aws_vpc_security_group_ingress_rule';

const home = process.cwd();
let top: string;
let commit: string;

const git = (...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
    encoding: 'utf8',
    cwd: top,
  }).trim();

const put = (name: string, content: unknown): string => {
  mkdirSync(dirname(join(top, name)), { recursive: true });
  writeFileSync(join(top, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};

const save = (): string => {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'x');
  return git('rev-parse', 'HEAD');
};

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-proposal-')));
  process.chdir(top);
  git('init', '--quiet');
  put('ours/flows.json', { flows: FLOWS });
  commit = save();
});
afterEach(() => {
  process.chdir(home);
  rmSync(top, { recursive: true, force: true });
});

/** The recorded plan; with a rule that opens the database to the Internet, when `open`. */
function plan(name: string, open: boolean): string {
  const copy = structuredClone(recorded(recipeOfBase('flat')).plan) as unknown as {
    resource_changes: object[];
    configuration: { root_module: { resources: object[] } };
  };
  if (open) {
    const group = 'aws_security_group.security_groups_rds';
    const after = { ip_protocol: 'tcp', from_port: 5432, to_port: 5432, cidr_ipv4: '0.0.0.0/0' };
    const identity = { address: `${RULE}.open`, mode: 'managed', type: RULE, name: 'open' };
    const change = { actions: ['create'], before: null, after, after_unknown: { security_group_id: true } };
    copy.resource_changes.push({ ...identity, change });
    const expressions = { security_group_id: { references: [`${group}.id`, group] } };
    copy.configuration.root_module.resources.push({ ...identity, expressions });
  }
  return put(name, copy);
}

async function judge(path: string, deciding: Deciding = { settings: 'ours' }, from = commit): Promise<Report> {
  const [judged] = await judgeByBase(from, deciding, (files: JudgeOptions) =>
    Promise.resolve(judgeApart([{ path }], files)),
  );
  if (judged === undefined) throw new Error('no answer');
  return judged.report;
}

const side = (report: Report): ComparedReport => readReport('x.json', jsonReport([{ files: [], report }]));

const weaken = (): void => {
  put('ours/flows.json', { flows: [...FLOWS, WIDE] });
  put('ours/budgets.json', {
    budgets: { web_desired_usd: 1000000, stack_desired_usd: 1000000, stack_maximum_usd: 1000000 },
  });
};

const CHANGES = [
  { file: 'budgets.json', path: 'budgets.web_desired_usd', before: 'null', after: '1000000' },
  { file: 'budgets.json', path: 'budgets.stack_desired_usd', before: 'null', after: '1000000' },
  { file: 'budgets.json', path: 'budgets.stack_maximum_usd', before: 'null', after: '1000000' },
  { file: 'flows.json', path: 'flows', after: '{"from":"internet","port":5432,"protocol":"tcp","to":"db"}' },
];

describe('a pull request that opens the database and declares the flow', () => {
  test('is denied by the settings of the base, and says what it changes in them', async () => {
    weaken();
    save();
    const report = await judge(plan('head.json', true));
    expect(report.verdict.outcome).toBe('denied');
    expect(report.findings.map(({ address }) => address)).toContain(`${RULE}.open`);
    expect(report.proposed).toEqual({ commit, verdict: { exitCode: 0, outcome: 'passed' }, changes: CHANGES });
  });

  test('has a comment that begins with the settings and never says that anything is fixed', async () => {
    const base = await judge(plan('base.json', false));
    weaken();
    const head = await judge(plan('head.json', true));
    expect(base.verdict.outcome).toBe('passed');
    const compared = compareReports(side(base), side(head));
    const text = compareMarkdown(compared);
    expect(text).toMatch(
      new RegExp(
        [
          '^## ⚠️ The change alters what judges it: budgets.json, flows.json\\n\\n',
          `The files of the base judged \\(${commit.slice(0, 12)}\\)\\. By the proposed files the change would pass\\.\\n\\n`,
        ].join(''),
      ),
    );
    expect(text.indexOf('- `flows.json: flows: adds {"from":"internet","port":5432')).toBeGreaterThan(0);
    expect(text.indexOf('## ❌ Denied: adds')).toBeGreaterThan(text.indexOf('flows: adds'));
    expect(compareHuman(compared, { colour: false })).toMatch(/^The change alters what judges it: /);
    for (const words of [text, compareHuman(compared, { colour: false })]) expect(words).not.toMatch(/fixes/i);
  });

  test('says so in every format', async () => {
    weaken();
    const judged: Judged[] = [{ files: ['head.json'], report: await judge(plan('head.json', true)) }];
    const style = { colour: false, width: 400 };
    for (const format of FORMATS) {
      const text = render(format, judged, { version: '1.2.3', catalog: [], style });
      expect([format, text]).toEqual([format, expect.stringMatching(/budgets\.json|"proposed"/)]);
      if (format === 'markdown') expect(text).toMatch(/^## ⚠️ The change alters what judges it/);
    }
  });
});

test('two reports by different settings never read as a fix', () => {
  put('weak/flows.json', { flows: [...FLOWS, WIDE] });
  const judged = (path: string, settings: string): Report => {
    const [one] = judgeApart([{ path }], { settings });
    if (one === undefined) throw new Error('no answer');
    return one.report;
  };
  const base = judged(plan('plan.json', true), 'ours');
  const compared = compareReports(side(base), side(judged('plan.json', 'weak')));
  expect(compared.verdict.outcome).toBe('passed');
  for (const text of [compareMarkdown(compared), compareHuman(compared, { colour: false })]) {
    expect(text).not.toMatch(/fixes/i);
    expect(text).toContain('The settings of the two sides differ');
    expect(text).toContain('No longer reported');
  }
  const same = compareReports(side(base), side(judged(plan('plan.json', false), 'ours')));
  expect(compareMarkdown(same)).toContain('## ✅ Passed: fixes');
});

test('a change of nothing that decides is judged once, without a word', async () => {
  let times = 0;
  const path = plan('head.json', false);
  const [judged] = await judgeByBase(commit, { settings: 'ours' }, (files) => {
    times += 1;
    return Promise.resolve(judgeApart([{ path }], files));
  });
  expect([times, judged?.report.verdict.outcome, judged?.report.proposed]).toEqual([1, 'passed', undefined]);
});

test('the order of entries and the layout of a file do not count as a change', async () => {
  put('ours/flows.json', JSON.stringify({ flows: [...FLOWS].reverse() }, null, 4));
  expect((await judge(plan('head.json', false))).proposed).toBeUndefined();
});

test('stricter settings are told as well, and do not judge yet', async () => {
  put('ours/flows.json', { flows: FLOWS.slice(0, 2) });
  const report = await judge(plan('head.json', false));
  expect(report.verdict.outcome).toBe('passed');
  expect(report.proposed?.verdict.outcome).toBe('denied');
  expect(report.proposed?.changes).toEqual([
    { file: 'flows.json', path: 'flows', before: '{"from":"app","port":5432,"protocol":"tcp","to":"db"}' },
  ]);
});

test('first settings do not judge: nothing is declared in the base', async () => {
  put('first/flows.json', { flows: FLOWS });
  const report = await judge(plan('head.json', false), { settings: 'first' });
  expect([report.verdict.exitCode, report.problems.map(({ what }) => what)]).toEqual([
    2,
    [expect.stringContaining('nothing is declared yet')],
  ]);
  expect(report.proposed?.verdict.outcome).toBe('passed');
  expect(report.proposed?.changes.map(({ after }) => after)).toHaveLength(3);
});

test('settings that a change deletes or breaks still judge', async () => {
  rmSync(join(top, 'ours'), { recursive: true });
  const deleted = await judge(plan('head.json', false));
  expect([deleted.verdict.outcome, deleted.proposed?.verdict.outcome]).toEqual(['passed', 'could-not-judge']);
  put('ours/flows.json', 'not JSON');
  const broken = await judge(plan('head.json', false));
  expect([broken.verdict.outcome, broken.proposed?.verdict.outcome]).toEqual(['passed', 'could-not-judge']);
  expect(broken.proposed?.changes).toMatchObject([{ file: 'flows.json', path: '', after: 'not valid JSON' }]);
});

test('a switched-off rule does not switch itself off', async () => {
  put('ours/enforcement.json', { enforcement: { default: 'warn', rules: { 'NET-001': 'off' } } });
  const report = await judge(plan('head.json', true));
  expect([report.verdict.outcome, report.proposed?.verdict.outcome]).toEqual(['denied', 'passed']);
  expect(report.proposed?.changes).toEqual([
    { file: 'enforcement.json', path: 'enforcement.default', before: '"block"', after: '"warn"' },
    { file: 'enforcement.json', path: 'enforcement.rules.NET-001', after: '"off"' },
  ]);
});

test('waivers and a baseline of the change excuse nothing', async () => {
  const path = plan('head.json', true);
  const open = judgeApart([{ path }], { settings: 'ours' });
  put('baseline.json', jsonReport(open));
  const expires = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const entries = (open[0]?.report.findings ?? []).map(({ id, address, path: attribute, found }) => ({
    ...{ rule: id, address, path: attribute, found, expires, reason: 'It is only for today.', owner: 'me' },
  }));
  put('waivers.json', { waivers: { longest_lifetime_days: 90, entries } });
  const baseline = await judge(path, { settings: 'ours', baseline: 'baseline.json' });
  expect([baseline.verdict.outcome, baseline.proposed?.verdict.outcome]).toEqual(['denied', 'passed']);
  expect(baseline.proposed?.changes[0]).toMatchObject({ file: 'baseline.json', path: 'excused findings' });
  expect(baseline.proposed?.changes[0]?.after).toContain(`${RULE}.open`);
  const waivers = await judge(path, { settings: 'ours', waivers: 'waivers.json' });
  expect([waivers.verdict.outcome, waivers.proposed?.verdict.outcome]).toEqual(['denied', 'passed']);
  const merged = save();
  const after = await judge(path, { settings: 'ours', waivers: 'waivers.json', baseline: 'baseline.json' }, merged);
  expect([after.verdict.outcome, after.proposed]).toEqual(['passed', undefined]);
});

test('problems name the files as the command line does, and no copy is left', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('tollgate-base-'));
  put('ours/waivers.json', { waivers: { longest_lifetime_days: 90, entries: [{ rule: 'NET-001' }] } });
  const report = await judge(plan('head.json', false), { settings: 'ours' }, save());
  expect(report.problems[0]?.what).toMatch(/^ours\/waivers\.json is not valid:\n/);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('tollgate-base-'))).toEqual(before);
});

test.each(['settings', 'waivers', 'baseline'])('%s that are nowhere are misspelt', async (name) => {
  const report = await judge(plan('head.json', false), { settings: 'ours', [name]: 'nowhere' });
  expect([report.verdict.exitCode, report.problems[0]?.what]).toEqual([2, expect.stringContaining('nowhere')]);
});

test('files outside of the repository do not belong to the change', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'tollgate-outside-'));
  writeFileSync(join(outside, 'flows.json'), JSON.stringify({ flows: FLOWS }));
  const report = await judge(plan('head.json', false), { settings: outside });
  expect([report.verdict.outcome, report.proposed]).toEqual(['passed', undefined]);
  rmSync(outside, { recursive: true });
});

test('a repository within the repository is part of the change', async () => {
  put('inner/flows.json', { flows: [...FLOWS, WIDE] });
  execFileSync('git', ['init', '--quiet'], { cwd: join(top, 'inner') });
  const report = await judge(plan('head.json', true), { settings: 'inner' });
  expect(report.verdict.exitCode).toBe(2);
});

describe('the gate could not judge when', () => {
  const refused = async (from: string, settings: string): Promise<CouldNotJudge> => {
    const error: unknown = await judge(plan('head.json', false), { settings }, from).catch((reason: unknown) => reason);
    if (!(error instanceof CouldNotJudge)) throw new Error('it was judged');
    return error;
  };

  test.each(['0123456789012345678901234567890123456789', 'nowhere', '--help', ''])(
    'the commit %j is not there',
    async (from) => {
      const { what, why, fix } = await refused(from, 'ours');
      expect(what).toBe(`The commit ${from} is not in this checkout.`);
      expect(why).toContain('could allow itself what it opens');
      expect(fix).toContain('git fetch --no-tags --depth=1 origin');
    },
  );

  test('the settings of the base are a link, or behind one', async () => {
    put('other/flows.json', { flows: FLOWS });
    symlinkSync('other', join(top, 'link'));
    symlinkSync(join(top, 'other', 'flows.json'), join(top, 'ours', 'limits.json'));
    const linked = save();
    expect((await refused(linked, 'link')).what).toBe(
      `link is not a regular file in ${linked}, but a link or a submodule.`,
    );
    expect((await refused(linked, 'ours')).what).toContain('ours/limits.json is not a regular file');
    put('deep/inner/flows.json', { flows: FLOWS });
    symlinkSync('deep', join(top, 'shallow'));
    const report = await judge(plan('head.json', false), { settings: 'shallow/inner' }, save());
    expect(report.verdict.exitCode).toBe(2);
  });

  test('the directory is not a checkout', async () => {
    rmSync(join(top, '.git'), { recursive: true });
    expect((await refused(commit, 'ours')).what).toContain('is not a checkout of a git repository');
  });
});

describe('tollgate check --settings-from', () => {
  test('judges by the commit', async () => {
    weaken();
    plan('head.json', true);
    const without = await run(['check', '--settings', 'ours', 'head.json']);
    expect(without.code).toBe(0);
    const { code, out } = await run(['check', '--settings', 'ours', '--settings-from', 'HEAD', 'head.json']);
    expect(code).toBe(1);
    expect(out).toMatch(/^DENIED .*\n {2}The change alters what judges it: budgets\.json, flows\.json\./);
  });

  test('also from a directory below the top of the repository, and for several files', async () => {
    weaken();
    plan('head.json', true);
    plan('good.json', false);
    mkdirSync(join(top, 'below'));
    process.chdir(join(top, 'below'));
    const { code, out } = await run([
      ...['check', '--settings', '../ours', '--settings-from', 'HEAD', '../head.json', '../good.json'],
    ]);
    expect(code).toBe(1);
    expect(out).toContain('2 files: 1 passed, 1 denied, 0 could not be judged');
  });

  test('ends with 2 when the commit does not exist, and still writes the reports', async () => {
    plan('head.json', false);
    const { code, out } = await run([
      ...['check', '--settings', 'ours', '--settings-from', 'nowhere', '--format', 'json', 'head.json'],
    ]);
    expect(code).toBe(2);
    expect((JSON.parse(out) as Report).problems[0]?.what).toBe('The commit nowhere is not in this checkout.');
  });
});
