/** Waivers, the baseline and the severity that fails, from the files to the verdict, with the policies of the fixtures. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { fingerprint } from '../../tollgate/engine/fingerprint';
import { isAbout } from '../../tollgate/engine/waivers';
import { judgeApart, judgeTogether, type JudgeOptions } from '../../tollgate/judge';
import type { Judged, Report, Waiver } from '../../tollgate/model';
import { FORMATS, render } from '../../tollgate/report/formats';
import { jsonReport } from '../../tollgate/report/json';
import { DEFAULTS } from '../settings';

const FIXTURES = join(__dirname, '..', 'fixtures');
const TODAY = '2026-02-01';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-exceptions-'));
  cpSync(join(FIXTURES, 'policies', 'settings'), join(directory, 'settings'), { recursive: true });
  for (const name of ['waivers.json', 'waivers.schema.json']) {
    cpSync(join(DEFAULTS, name), join(directory, 'settings', name));
  }
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

const put = (name: string, content: unknown): string => {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

type Volume = readonly [name: string, after: object, unknown?: object, from?: string];

/** A plan of volumes. STO-001 (high): they are encrypted; STO-002 (low): they are small. */
const plan = (name: string, ...volumes: readonly Volume[]): string =>
  put(name, {
    format_version: '1.2',
    resource_changes: volumes.map(([volume, after, unknown = {}, from]) => ({
      address: `aws_ebs_volume.${volume}`,
      ...(from === undefined ? {} : { previous_address: `aws_ebs_volume.${from}` }),
      ...{ mode: 'managed', type: 'aws_ebs_volume', name: volume },
      change: { actions: ['create'], before: null, after, after_unknown: unknown },
    })),
    configuration: { root_module: {} },
  });

const GOOD = { encrypted: true, size: 10 };
const OPEN = { encrypted: false, size: 10 };
const LARGE = { encrypted: true, size: 500 };

const options = (extra: Partial<JudgeOptions> = {}): JudgeOptions => ({
  artifact: join(FIXTURES, 'artifact'),
  defaults: join(directory, 'settings'),
  today: TODAY,
  ...extra,
});

const judge = (path: string, extra: Partial<JudgeOptions> = {}): Report => {
  const [judged] = judgeApart([{ path }], options(extra));
  if (judged === undefined) throw new Error('no answer');
  return judged.report;
};

const waiver = (rest: Partial<Waiver> = {}): Waiver => ({
  ...{
    rule: 'STO-001',
    address: 'aws_ebs_volume.a',
    path: 'encrypted',
    found: ['false'],
    reason: 'It holds nothing secret.',
    owner: 'data team',
  },
  ...{ expires: '2026-03-31', ...rest },
});

const waivers = (...entries: readonly object[]): string =>
  put('waivers.json', { waivers: { longest_lifetime_days: 90, entries } });

const ids = (entries: readonly { readonly id: string; readonly address: string }[]) =>
  entries.map(({ id, address }) => `${id} ${address.replace('aws_ebs_volume.', '')}`);

const outcomeOf = (report: Report, id: string) => report.rules.find((rule) => rule.id === id)?.outcome;

describe('a waiver', () => {
  test('lets one violation through, which stays visible with its waiver', () => {
    const report = judge(plan('plan.json', ['a', OPEN], ['b', GOOD]), { waivers: waivers(waiver()) });
    expect(report.verdict).toEqual({ exitCode: 0, outcome: 'passed' });
    expect([ids(report.findings), ids(report.waived)]).toEqual([[], ['STO-001 a']]);
    expect(report.waived[0]?.waiver).toEqual(waiver());
    expect(outcomeOf(report, 'STO-001')).toBe('accepted');
    expect(report.waivers.entries).toEqual([{ ...waiver(), state: 'active', findings: 1 }]);
    expect(report.waivers.today).toBe(TODAY);
  });

  test('is not shipped: the file of the settings has none', () => {
    const report = judge(plan('plan.json', ['a', GOOD]));
    expect(report.waivers).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{64}$/), entries: [] });
  });

  test('is for its own address and rule only', () => {
    const report = judge(plan('plan.json', ['a', { ...OPEN, size: 500 }], ['ab', OPEN]), {
      waivers: waivers(waiver()),
    });
    expect(report.verdict.outcome).toBe('denied');
    expect([ids(report.findings), ids(report.waived)]).toEqual([['STO-001 ab', 'STO-002 a'], ['STO-001 a']]);
    expect(outcomeOf(report, 'STO-001')).toBe('denied');
  });

  test('is for its own stack only, when it names one', () => {
    const paths = [plan('one.json', ['a', OPEN]), plan('two.json', ['a', OPEN])];
    const { report } = judgeTogether(
      paths.map((path) => ({ path })),
      options({ waivers: waivers(waiver({ stack: 'one*' })) }),
    );
    expect(report.findings.map(({ stack }) => stack)).toEqual(['two.json']);
    expect(report.waived.map(({ stack }) => stack)).toEqual(['one.json']);
  });

  test('never hides what is undecided', () => {
    const path = plan('plan.json', ['a', { size: 10 }, { encrypted: true }]);
    const report = judge(path, { waivers: waivers(waiver({ address: '*' })) });
    expect(report.verdict).toEqual({ exitCode: 2, outcome: 'could-not-judge' });
    expect([ids(report.undecided), ids(report.waived)]).toEqual([['STO-001 a'], []]);
    // The plan after this one may show a violation: the waiver is not called unused.
    expect(report.waivers.entries).toMatchObject([{ state: 'active', findings: 0 }]);
  });

  test('never hides an undecided value beside a waived violation', () => {
    const path = plan('plan.json', ['a', OPEN], ['b', { size: 10 }, { encrypted: true }]);
    const report = judge(path, { waivers: waivers(waiver()) });
    expect(outcomeOf(report, 'STO-001')).toBe('undecided');
    expect(report.verdict.exitCode).toBe(2);
  });

  test('counts on its last day, and no longer', () => {
    const path = plan('plan.json', ['a', OPEN]);
    const file = waivers(waiver({ expires: TODAY }));
    expect(judge(path, { waivers: file }).verdict.exitCode).toBe(0);
    const after = judge(path, { waivers: file, today: '2026-02-02' });
    expect(after.verdict.exitCode).toBe(1);
    expect(ids(after.findings)).toEqual(['STO-001 a']);
    expect(after.waivers.entries).toMatchObject([{ state: 'expired', findings: 1 }]);
  });

  test('is called unused when nothing needs it', () => {
    const report = judge(plan('plan.json', ['a', GOOD]), { waivers: waivers(waiver()) });
    expect(report.verdict.exitCode).toBe(0);
    expect(report.waivers.entries).toMatchObject([{ state: 'unused', findings: 0 }]);
  });

  test('is not unused when another input of the run needs it', () => {
    const paths = [plan('one.json', ['a', OPEN]), plan('two.json', ['a', GOOD])];
    const judged = judgeApart(
      paths.map((path) => ({ path })),
      options({ waivers: waivers(waiver(), waiver({ address: 'aws_ebs_volume.gone' })) }),
    );
    expect(judged.map(({ report }) => report.waivers.entries.map(({ state }) => state))).toEqual([
      ['active', 'unused'],
      ['active', 'unused'],
    ]);
  });

  test('that expired is not called needless when another input of the run needs it', () => {
    const paths = [plan('one.json', ['a', GOOD]), plan('two.json', ['a', OPEN])];
    const judged = judgeApart(
      paths.map((path) => ({ path })),
      options({ waivers: waivers(waiver({ expires: '2026-01-31' }), waiver({ address: 'aws_ebs_volume.gone' })) }),
    );
    const style = { colour: false, width: 200 };
    for (const format of FORMATS.filter((name) => name !== 'json')) {
      const text = render(format, judged, { version: '1.2.3', catalog: [], style });
      expect([format, text.match(/expired on/g)?.length, text.match(/is unused/g)?.length]).toEqual([format, 1, 1]);
      expect(text).toContain('1 finding that it covered count');
      expect(text).not.toContain('No finding matches it: remove the waiver');
    }
  });

  test('covers its own value only, and its own attribute', () => {
    const size = { rule: 'STO-002', path: 'size', found: ['500'] };
    const path = plan('plan.json', ['a', LARGE]);
    expect(judge(path, { waivers: waivers(waiver(size)) }).verdict.exitCode).toBe(0);
    for (const other of [{ found: ['50'] }, { found: ['5000'] }, { path: 'sizes' }, { path: '' }]) {
      const report = judge(path, { waivers: waivers(waiver({ ...size, ...other })) });
      expect([ids(report.findings), ids(report.waived)]).toEqual([['STO-002 a'], []]);
      expect(report.waivers.entries).toMatchObject([{ state: 'unused', findings: 0 }]);
    }
    const wider = judge(plan('plan.json', ['a', { ...LARGE, size: 16000 }]), { waivers: waivers(waiver(size)) });
    expect([wider.verdict.exitCode, ids(wider.findings)]).toEqual([1, ['STO-002 a']]);
  });

  test('may list several values, and a single one without brackets', () => {
    const path = plan('plan.json', ['a', LARGE], ['b', { ...LARGE, size: 700 }]);
    const all = { ...waiver({ rule: 'STO-002', address: '*', path: 'size' }), found: ['500', '700'] };
    expect(judge(path, { waivers: waivers(all) }).verdict.exitCode).toBe(0);
    const one = judge(path, { waivers: waivers({ ...all, found: '500' }) });
    expect([ids(one.findings), ids(one.waived)]).toEqual([['STO-002 b'], ['STO-002 a']]);
    expect(one.waivers.entries[0]?.found).toEqual(['500']);
  });

  test.each<[string, object, string]>([
    ['attribute and value', { path: undefined, found: undefined }, 'names no attribute (path) and no value (found).'],
    ['value', { found: undefined }, 'names no value (found).'],
    ['attribute', { path: undefined }, 'names no attribute (path).'],
  ])('of the old form, without %s, ends with 2 and the line to add', (_, without, what) => {
    const entry = { ...waiver({ rule: 'STO-002' }), path: 'size', found: '500', ...without };
    const path = plan('plan.json', ['a', LARGE]);
    const report = judge(path, { waivers: waivers(entry) });
    expect(report.verdict.exitCode).toBe(2);
    expect(ids(report.findings)).toEqual(['STO-002 a']);
    expect(report.problems).toHaveLength(1);
    const [problem] = report.problems;
    expect(problem?.what).toMatch(/waivers\.json:1:\d+ the waiver of STO-002 for aws_ebs_volume\.a /);
    expect(problem?.what).toContain(what);
    expect(problem?.example).toBe('"path": "size", "found": "500",');
    // Pasted, the line makes the waiver whole.
    const pasted = JSON.parse(`{${problem?.example ?? ''} "rest": ${JSON.stringify(entry)}}`) as { rest: object };
    const { rest, ...line } = pasted;
    expect(judge(path, { waivers: waivers({ ...rest, ...line }) }).verdict.exitCode).toBe(0);
    const human = render('human', [{ files: [path], report }], {
      ...{ version: '1.2.3', catalog: [], style: { colour: false, width: 80 } },
    });
    expect(human).toContain('\nTo add\n');
    expect(human).toContain('\n  "path": "size", "found": "500",\n');
    expect(human).not.toContain('unused');
  });

  test('of the old form has a line for each attribute, and all values in one line', () => {
    const entry = { ...waiver({ rule: 'STO-002', address: '*' }), path: undefined, found: undefined };
    const path = plan('plan.json', ['a', LARGE], ['b', LARGE], ['c', { ...LARGE, size: 700 }]);
    const [problem] = judge(path, { waivers: waivers(entry) }).problems;
    expect(problem?.example).toBe('"path": "size", "found": ["500", "700"],');
  });

  test('of the old form that nothing needs ends with 2 as well', () => {
    const entry = { ...waiver(), path: undefined, found: undefined };
    const report = judge(plan('plan.json', ['a', GOOD]), { waivers: waivers(entry) });
    expect([report.verdict.exitCode, report.problems[0]?.fix]).toEqual([
      2,
      'Remove the waiver: no finding here matches it.',
    ]);
  });

  test('follows a resource that Terraform moved', () => {
    const path = plan('plan.json', ['new', OPEN, {}, 'a']);
    const report = judge(path, { waivers: waivers(waiver()) });
    expect([report.verdict.exitCode, ids(report.waived)]).toEqual([0, ['STO-001 new']]);
    const already = judge(path, { waivers: waivers(waiver({ address: 'aws_ebs_volume.new' })) });
    expect(already.verdict.exitCode).toBe(0);
  });

  test('does not cover another resource at an address that its resource has left', () => {
    const path = plan('plan.json', ['new', GOOD, {}, 'a'], ['a', OPEN]);
    expect(ids(judge(path, { waivers: waivers(waiver()) }).findings)).toEqual(['STO-001 a']);
  });

  test('of the settings counts without being named, and a file in its place counts instead', () => {
    writeFileSync(
      join(directory, 'settings', 'waivers.json'),
      JSON.stringify({ waivers: { longest_lifetime_days: 90, entries: [waiver()] } }),
    );
    const path = plan('plan.json', ['a', OPEN]);
    expect(judge(path).verdict.exitCode).toBe(0);
    expect(judge(path, { waivers: waivers() }).verdict.exitCode).toBe(1);
  });

  test.each<[string, object, string]>([
    ['of a rule that there is not', waiver({ rule: 'STO-999' }), 'waives the rule STO-999, which does not exist'],
    ['that lasts too long', waiver({ expires: '2026-05-03' }), 'the last day allowed is 2026-05-02'],
    ['that ends on no day', waiver({ expires: '2026-02-30' }), '2026-02-30 is not a day of the calendar'],
    ['that ends in no month', waiver({ expires: '2026-13-01' }), '2026-13-01 is not a day of the calendar'],
    ['that ends some time', waiver({ expires: 'soon' }), '/waivers/entries/0/expires must match pattern'],
    ['without an owner', { ...waiver(), owner: undefined }, "must have required property 'owner'"],
    ['without a reason', { ...waiver(), reason: '' }, '/waivers/entries/0/reason must NOT have fewer'],
    ['with more than that', { ...waiver(), until: '2026' }, '/waivers/entries/0/until is not allowed'],
  ])('%s is refused, and nothing is judged', (_, entry, message) => {
    const report = judge(plan('plan.json', ['a', GOOD]), { waivers: waivers(entry) });
    expect(report.verdict.exitCode).toBe(2);
    expect(report.problems[0]?.what).toContain(message);
    expect(report.problems[0]?.what).toMatch(/waivers\.json:1:\d+/);
    expect(report.problems[0]?.why).toBe('An invalid waiver could cover the wrong finding, or never end.');
  });

  test.each<[string, () => string, string, string]>([
    [
      'that does not exist',
      () => join(directory, 'gone.json'),
      'gone.json does not exist.',
      `Check the path. Relative paths start at ${process.cwd()}.`,
    ],
    ['that is a directory', () => directory, ' is a directory.', 'Name a file instead.'],
    ['that is not JSON', () => put('waivers.json', 'none'), 'waivers.json is not JSON: ', 'Correct it.'],
    [
      'of other settings',
      () => put('waivers.json', { limits: {} }),
      'waivers.json is not valid:',
      'Correct the file. The schema ',
    ],
  ])('a file of waivers %s is refused, and says what, why and how to fix it', (_, make, what, fix) => {
    const report = judge(plan('plan.json', ['a', GOOD]), { waivers: make() });
    expect(report.verdict.exitCode).toBe(2);
    expect(report.problems[0]?.what).toContain(what);
    expect(report.problems[0]?.why).toBe('An invalid waiver could cover the wrong finding, or never end.');
    expect(report.problems[0]?.fix).toContain(fix);
  });

  test('may last as long as the settings allow, to the day', () => {
    const report = judge(plan('plan.json', ['a', OPEN]), { waivers: waivers(waiver({ expires: '2026-05-02' })) });
    expect(report.verdict.exitCode).toBe(0);
  });

  test('changes the digest, and the order of its keys does not', () => {
    const path = plan('plan.json', ['a', GOOD]);
    const digest = (...entries: object[]): string => judge(path, { waivers: waivers(...entries) }).waivers.digest;
    const { owner, reason, ...rest } = waiver();
    expect(digest(waiver())).toMatch(/^[0-9a-f]{64}$/);
    expect(digest({ owner, reason, ...rest })).toBe(digest(waiver()));
    expect(digest(waiver({ reason: 'Another good reason.' }))).not.toBe(digest(waiver()));
    expect(digest()).not.toBe(digest(waiver()));
  });

  test('a report without waivers is the same on every day', () => {
    const path = plan('plan.json', ['a', OPEN]);
    expect(judge(path, { waivers: waivers(), today: '2031-01-01' })).toEqual(judge(path, { waivers: waivers() }));
  });
});

describe('an address of a waiver', () => {
  const about = (pattern: string, address: string): boolean =>
    isAbout(waiver({ address: pattern }), { id: 'STO-001', stack: 'web', address });

  test.each<[string, string, boolean]>([
    ['aws_lb.alb', 'aws_lb.alb', true],
    ['aws_lb.alb', 'aws_lb.alb2', false],
    ['aws_lb.alb', 'module.x.aws_lb.alb', false],
    ['*', 'anything.at_all', true],
    ['aws_lb.*', 'aws_lb.alb', true],
    ['aws_lb.*', 'aws_lb_listener.alb', false],
    ['*.alb', 'aws_lb.alb', true],
    ['module.*.aws_lb.*', 'module.a.module.b.aws_lb.alb', true],
    ['aws_lb.a*a', 'aws_lb.a', false],
    ['aws_lb.x["*"]', 'aws_lb.x["eu"]', true],
    ['aws_lb.x[*]', 'aws_lb.x[0]', true],
    ['aws_lb.a.b', 'aws_lb.aXb', false],
  ])('%s for %s: %s', (pattern, address, expected) => {
    expect(about(pattern, address)).toBe(expected);
  });

  test('matches as a regular expression of the same meaning does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    const glob = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(glob, text, (pattern, address) => {
        const same = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
        expect(about(pattern, address)).toBe(same.test(address));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a baseline', () => {
  const baselineOf = (judged: readonly Judged[]): string => put('baseline.json', jsonReport(judged));
  const accept = (path: string, extra: Partial<JudgeOptions> = {}): string =>
    baselineOf([{ files: [path], report: judge(path, extra) }]);

  test('lets what was there before through, listed, and what is new fails', () => {
    const baseline = accept(plan('plan.json', ['a', OPEN]));
    const report = judge(plan('plan.json', ['a', OPEN], ['b', OPEN]), { baseline });
    expect([ids(report.findings), ids(report.known)]).toEqual([['STO-001 b'], ['STO-001 a']]);
    expect(report.verdict.exitCode).toBe(1);
    const same = judge(plan('plan.json', ['a', OPEN]), { baseline });
    expect([same.verdict.exitCode, outcomeOf(same, 'STO-001'), same.baseline?.gone]).toEqual([0, 'accepted', 0]);
  });

  test('does not cover another value at the same place, which may be worse', () => {
    const baseline = accept(plan('plan.json', ['a', LARGE]));
    const report = judge(plan('plan.json', ['a', { ...LARGE, size: 16000 }]), { baseline });
    expect([ids(report.findings), ids(report.known)]).toEqual([['STO-002 a'], []]);
  });

  test('does not depend on the name of the plan', () => {
    const baseline = accept(plan('a.json', ['a', OPEN]));
    const report = judge(plan('b.json', ['a', OPEN]), { baseline });
    expect([report.verdict.exitCode, ids(report.known), report.baseline?.gone]).toEqual([0, ['STO-001 a'], 0]);
  });

  test('of several inputs finds each by its path, however that is written', () => {
    const paths = [plan('one.json', ['a', OPEN]), plan('two.json', ['a', OPEN])];
    const run = (names: readonly string[], extra: Partial<JudgeOptions> = {}): Judged[] =>
      judgeApart(
        names.map((path) => ({ path })),
        options(extra),
      );
    const baseline = baselineOf(run(paths));
    const other = paths.map((path) => path.replace(directory, `${directory}/.`));
    expect(run(other, { baseline }).map(({ report }) => report.verdict.exitCode)).toEqual([0, 0]);
  });

  test('keeps two stacks apart by their names', () => {
    const together = (first: string, second: string, extra: Partial<JudgeOptions> = {}): Judged =>
      judgeTogether([{ path: first }, { path: second }], options(extra));
    const baseline = baselineOf([together(plan('one.json', ['a', OPEN]), plan('two.json', ['a', GOOD]))]);
    const { report } = together(plan('one.json', ['a', GOOD]), plan('two.json', ['a', OPEN]), { baseline });
    expect([report.findings.map(({ stack }) => stack), report.known]).toEqual([['two.json'], []]);
  });

  test('follows resources that Terraform moved, also when two change places', () => {
    const baseline = accept(plan('plan.json', ['a', OPEN], ['b', GOOD]));
    const moved = judge(plan('plan.json', ['new', OPEN, {}, 'a'], ['b', GOOD]), { baseline });
    expect([moved.verdict.exitCode, ids(moved.known), moved.baseline?.gone]).toEqual([0, ['STO-001 new'], 0]);
    expect(moved.stacks[0]?.moved).toEqual([{ address: 'aws_ebs_volume.new', from: 'aws_ebs_volume.a' }]);
    const swapped = judge(plan('plan.json', ['a', GOOD, {}, 'b'], ['b', OPEN, {}, 'a']), { baseline });
    expect([ids(swapped.findings), ids(swapped.known)]).toEqual([[], ['STO-001 b']]);
    const opened = judge(plan('plan.json', ['a', OPEN, {}, 'b'], ['b', GOOD, {}, 'a']), { baseline });
    expect([ids(opened.findings), ids(opened.known)]).toEqual([['STO-001 a'], []]);
  });

  test('does not cover another resource at an address that a known one has left', () => {
    const baseline = accept(plan('plan.json', ['a', OPEN]));
    const report = judge(plan('plan.json', ['new', OPEN, {}, 'a'], ['a', OPEN]), { baseline });
    expect([ids(report.findings), ids(report.known)]).toEqual([['STO-001 a'], ['STO-001 new']]);
  });

  test('written after a move works with the plan that moves', () => {
    const path = plan('plan.json', ['new', OPEN, {}, 'a']);
    expect(judge(path, { baseline: accept(path) }).verdict.exitCode).toBe(0);
  });

  test.each(['id', 'stack', 'address', 'path', 'found'])('with a finding without %s is refused', (member) => {
    const path = plan('plan.json', ['a', OPEN]);
    const report = judge(path);
    const findings = report.findings.map((finding) => ({ ...finding, [member]: undefined }));
    const again = judge(path, { baseline: put('baseline.json', { ...report, findings }) });
    expect([again.verdict.exitCode, again.problems[0]?.what]).toEqual([2, expect.stringContaining('older gate')]);
    expect(again.problems[0]?.fix).toContain('Write the baseline again with `--format json=FILE`');
  });

  test('counts what is gone', () => {
    const baseline = accept(plan('plan.json', ['a', OPEN], ['b', OPEN]));
    expect(judge(plan('plan.json', ['a', OPEN], ['b', GOOD]), { baseline }).baseline?.gone).toBe(1);
  });

  test('never covers what is undecided', () => {
    const undecided = plan('plan.json', ['a', { size: 10 }, { encrypted: true }]);
    const report = judge(undecided, { baseline: accept(undecided) });
    expect([report.verdict.exitCode, ids(report.undecided), ids(report.known)]).toEqual([2, ['STO-001 a'], []]);
  });

  test('made with a baseline keeps what was known', () => {
    const first = accept(plan('plan.json', ['a', OPEN]));
    const path = plan('plan.json', ['a', OPEN], ['b', OPEN]);
    expect(judge(path, { baseline: accept(path, { baseline: first }) }).verdict.exitCode).toBe(0);
  });

  test('does not hold what was waived: that comes back when the waiver ends', () => {
    const path = plan('plan.json', ['a', OPEN]);
    const file = waivers(waiver());
    const baseline = accept(path, { waivers: file });
    expect(judge(path, { waivers: file, baseline }).verdict.exitCode).toBe(0);
    const after = judge(path, { waivers: file, baseline, today: '2026-04-01' });
    expect([after.verdict.exitCode, ids(after.findings)]).toEqual([1, ['STO-001 a']]);
  });

  test('does not call gone what is waived now', () => {
    const path = plan('plan.json', ['a', OPEN]);
    const report = judge(path, { baseline: accept(path), waivers: waivers(waiver()) });
    expect([ids(report.waived), ids(report.known), report.baseline?.gone]).toEqual([['STO-001 a'], [], 0]);
  });

  test('of several inputs covers each by itself', () => {
    const paths = [plan('one.json', ['a', OPEN]), plan('two.json', ['a', GOOD])];
    const run = (extra: Partial<JudgeOptions> = {}): Judged[] =>
      judgeApart(
        paths.map((path) => ({ path })),
        options(extra),
      );
    const baseline = baselineOf(run());
    plan('two.json', ['a', OPEN]);
    expect(run({ baseline }).map(({ report }) => [ids(report.findings), ids(report.known)])).toEqual([
      [[], ['STO-001 a']],
      [['STO-001 a'], []],
    ]);
  });

  test.each<[string, () => string, string]>([
    [
      'of another version',
      () => put('baseline.json', { schemaVersion: 2, findings: [], known: [] }),
      'schemaVersion 2',
    ],
    ['without a version', () => put('baseline.json', { findings: [], known: [] }), 'no schemaVersion'],
    ['that is not a report', () => put('baseline.json', { schemaVersion: 1 }), 'is not a JSON report'],
    ['that is a list', () => put('baseline.json', []), 'is not a JSON report'],
    ['that is not JSON', () => put('baseline.json', 'DENIED'), 'is not valid JSON'],
    ['that does not exist', () => join(directory, 'gone.json'), 'gone.json does not exist.'],
    ['that is a directory', () => directory, ' is a directory.'],
    [
      'with findings of another shape',
      () => put('baseline.json', { schemaVersion: 1, stacks: [], findings: [{}], known: [] }),
      'a finding without rule, address, path or found value: an older gate wrote it',
    ],
  ])('%s is refused, and nothing is judged', (_, make, message) => {
    const report = judge(plan('plan.json', ['a', GOOD]), { baseline: make() });
    expect(report.verdict.exitCode).toBe(2);
    expect(report.problems[0]?.what).toContain(message);
  });

  test('of one input is refused for several', () => {
    const path = plan('one.json', ['a', OPEN]);
    const baseline = accept(path);
    const judged = judgeApart([{ path }, { path: plan('two.json', ['a', OPEN]) }], options({ baseline }));
    expect(judged.map(({ report }) => report.verdict.exitCode)).toEqual([2, 2]);
  });
});

describe('the severity that fails', () => {
  const path = (): string => plan('plan.json', ['a', LARGE]);

  test('makes a warning of what is less severe', () => {
    const report = judge(path(), { failOn: 'high' });
    expect([report.verdict.exitCode, report.failOn]).toEqual([0, 'high']);
    expect(report.findings).toMatchObject([{ id: 'STO-002', severity: 'low', enforcement: 'warn' }]);
    expect(judge(path(), { failOn: 'low' }).verdict.exitCode).toBe(1);
    expect(judge(path()).failOn).toBe('low');
  });

  test('leaves what could not be judged at 2', () => {
    const undecided = plan('plan.json', ['a', { size: 10 }, { encrypted: true }]);
    expect(judge(undecided, { failOn: 'high' }).verdict.exitCode).toBe(2);
    expect(judge(join(directory, 'missing.json'), { failOn: 'critical' }).verdict.exitCode).toBe(2);
  });
});

test('a fingerprint depends on the rule and the place alone', () => {
  const place = { id: 'STO-001', stack: 'web', address: 'aws_ebs_volume.a', path: 'encrypted' };
  const other = { id: 'STO-002', stack: 'api', address: 'aws_ebs_volume.b', path: 'size' };
  const all = new Set(Object.entries(other).map(([member, value]) => fingerprint({ ...place, [member]: value })));
  expect(all.add(fingerprint(place)).size).toBe(5);
});
