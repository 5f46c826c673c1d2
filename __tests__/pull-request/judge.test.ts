import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFor, type Payload } from './payloads';
import { denied, passed } from './reports';
import type { Report } from '../../tollgate/model';
import { judgePlan } from '../../tollgate/action/judge-plan';
import { judgeProgram } from '../../tollgate/action/judge-program';

let directory: string;
let out: string;
let outputs: string;
let summary: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'judge-'));
  out = join(directory, 'reports');
  [outputs, summary] = [join(directory, 'outputs'), join(directory, 'summary')];
});
afterEach(() => rmSync(directory, { recursive: true }));

function environment(payload: Payload, more: Record<string, string> = {}): Record<string, string> {
  return { ...runFor(directory, payload), GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary, ...more };
}

/** The outputs as GitHub reads them from the file. */
function outputsSet(): Record<string, string> {
  const text = readFileSync(outputs, 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\n(.*)\n\2\n/gm)].map(([, name = '', , value = '']) => [name, value]),
  );
}

/** Writes the files of `--format json=FILE` and `--format sarif=FILE`. */
function answer(words: readonly string[], report: Report | undefined): number {
  for (const word of words) {
    const [, format, file] = /^(json|sarif)=(.*)$/.exec(word) ?? [];
    if (file !== undefined && report !== undefined)
      writeFileSync(file, format === 'json' ? JSON.stringify(report) : '{}');
  }
  return report?.verdict.exitCode ?? 2;
}

const BASE = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567';
/** Commits that were asked for. */
const fetched: string[] = [];
beforeEach(() => fetched.splice(0));
const fetchBase = (commit: string): void => void fetched.push(commit);

describe('the plan of another repository', () => {
  const asked: { readonly words: readonly string[]; readonly show: boolean }[] = [];
  beforeEach(() => asked.splice(0));

  function judge(payload: Payload, more: Record<string, string>, reports: readonly (Report | undefined)[]): number {
    const left = [...reports];
    return judgePlan(
      environment(payload, { TOLLGATE_DIRECTORY: out, ...more }),
      (words, show) => {
        asked.push({ words, show });
        return answer(words, left.shift());
      },
      fetchBase,
    );
  }

  test('is judged as asked, once', () => {
    expect(judge('pull_request', { TOLLGATE_PLAN: 'plan.json' }, [denied])).toBe(1);
    expect(asked).toEqual([
      { words: ['check', '--format', `json=${out}/head.json`, '--format', 'github', '--', 'plan.json'], show: true },
    ]);
    expect(outputsSet()).toEqual({
      ...{ verdict: 'denied', 'exit-code': '1', report: `${out}/head.json`, directory: out, sarif: '' },
    });
    expect(readFileSync(summary, 'utf8')).toContain('## ❌ Denied: 1 blocking finding');
    expect(readFileSync(join(out, 'pull-request.json'), 'utf8')).toBe('{"number":7}\n');
  });

  test('is judged with every input, and its base with all that is for both', () => {
    const more = {
      ...{ TOLLGATE_PLAN: 'network.json\n  service.json\n\n', TOLLGATE_TOGETHER: 'true', TOLLGATE_SETTINGS: '-s/' },
      ...{ TOLLGATE_WAIVERS: 'w.json', TOLLGATE_BASELINE: 'b.json', TOLLGATE_FAIL_ON: 'high' },
      ...{ TOLLGATE_BASE_PLAN: 'base.json', TOLLGATE_SARIF: join(directory, 'log.sarif'), TOLLGATE_SOURCE: '.' },
    };
    expect(judge('pull_request', more, [denied, passed])).toBe(1);
    const shared = [
      ...['--settings=-s/', '--waivers=w.json', `--settings-from=${BASE}`, '--fail-on=high', '--together'],
    ];
    expect(asked.map(({ words }) => words)).toEqual([
      [
        ...['check', ...shared, '--baseline=b.json', '--source=.', '--format', `json=${out}/head.json`],
        ...['--format', `sarif=${directory}/log.sarif`, '--format', 'github', '--', 'network.json', 'service.json'],
      ],
      ['check', ...shared, '--format', `json=${out}/base.json`, '--', 'base.json'],
    ]);
    expect(outputsSet()).toMatchObject({ verdict: 'denied', sarif: `${directory}/log.sarif` });
    expect(readFileSync(summary, 'utf8')).toContain('## ❌ Denied: adds 1 blocking finding');
  });

  test.each<[string, Record<string, string>, Payload, readonly string[]]>([
    ['of the base in a pull request', { TOLLGATE_SETTINGS: 'ours' }, 'pull_request', [BASE]],
    ['of the base in a pull request of a fork', { TOLLGATE_BASELINE: 'b.json' }, 'pull_request-fork', [BASE]],
    ['of a named commit', { TOLLGATE_WAIVERS: 'w', TOLLGATE_SETTINGS_FROM: 'main' }, 'workflow_run', ['main']],
    ['of the checkout, where the event has no base', { TOLLGATE_SETTINGS: 'ours' }, 'workflow_run', []],
    ['of the gate, where none are named', {}, 'pull_request', []],
  ])('is judged by the settings %s', (_, more, payload, commits) => {
    judge(payload, { TOLLGATE_PLAN: 'plan.json', ...more }, [passed]);
    const [first] = asked;
    expect(first?.words.filter((word) => word.startsWith('--settings-from'))).toEqual(
      commits.map((commit) => `--settings-from=${commit}`),
    );
    expect(fetched).toEqual(commits);
  });

  test('is not judged when the event has a pull request without a base', () => {
    const named = environment('pull_request', { TOLLGATE_PLAN: 'plan.json', TOLLGATE_DIRECTORY: out });
    const event = JSON.parse(readFileSync(named['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as { pull_request: object };
    writeFileSync(
      named['GITHUB_EVENT_PATH'] ?? '',
      JSON.stringify({ ...event, pull_request: { ...event.pull_request, base: {} } }),
    );
    expect(() => judgePlan({ ...named, TOLLGATE_SETTINGS: 'ours' }, () => 0, fetchBase)).toThrow('no string sha');
  });

  test('in the merge queue is judged by the settings of the base of the group', () => {
    const named = environment('workflow_run', { TOLLGATE_PLAN: 'plan.json', TOLLGATE_DIRECTORY: out });
    writeFileSync(named['GITHUB_EVENT_PATH'] ?? '', JSON.stringify({ merge_group: { base_sha: BASE } }));
    const group = { ...named, GITHUB_EVENT_NAME: 'merge_group', TOLLGATE_SETTINGS: 'ours' };
    const words: string[] = [];
    judgePlan(group, (all) => words.push(...all), fetchBase);
    expect(words).toContain(`--settings-from=${BASE}`);
  });

  test('a run that leaves no report does not pass, with any exit code, and an older report is not taken in its place', () => {
    mkdirSync(out);
    writeFileSync(join(out, 'head.json'), JSON.stringify(passed));
    const silent = environment('pull_request', { TOLLGATE_PLAN: 'plan.json', TOLLGATE_DIRECTORY: out });
    expect(judgePlan(silent, () => 0, fetchBase)).toBe(2);
    expect(outputsSet()).toMatchObject({ verdict: 'could-not-judge', 'exit-code': '2' });
  });

  test('in a run for no pull request no number is written', () => {
    judge('pull_request', { TOLLGATE_PLAN: 'plan.json', GITHUB_EVENT_NAME: 'push' }, [passed]);
    expect(readdirSync(out)).toEqual(['head.json']);
  });

  test('without a plan nothing is judged', () => {
    expect(() => judge('pull_request', { TOLLGATE_PLAN: '' }, [])).toThrow('TOLLGATE_PLAN is not set.');
    expect(asked).toEqual([]);
  });
});

describe('this repository', () => {
  function judge(payload: Payload, reports: Readonly<Record<string, Report | undefined>>, more = {}): number {
    const base = 'base' in reports ? { base: 'base' } : {};
    return judgeProgram(
      { head: 'head', ...base, directory: out },
      environment(payload, more),
      (checkout, words, show) => {
        expect(show).toBe(checkout === 'head');
        // The base judges by its own settings, which are those of the base.
        expect(words.slice(0, 2)).toEqual(checkout === 'head' ? ['--settings-from', BASE] : [words[0], words[1]]);
        expect(words.includes('--settings-from')).toBe(checkout === 'head');
        return answer(words, reports[checkout]);
      },
      fetchBase,
    );
  }

  test('is judged on both sides; the head decides', () => {
    expect(judge('pull_request-fork', { head: denied, base: passed })).toBe(1);
    expect(readdirSync(out).sort()).toEqual(['base.json', 'head.json', 'head.sarif', 'pull-request.json']);
    expect(readFileSync(summary, 'utf8')).toContain('## ❌ Denied: adds 1 blocking finding');
    expect(judge('pull_request', { head: passed, base: denied })).toBe(0);
    expect(readFileSync(join(out, 'pull-request.json'), 'utf8')).toBe('{"number":7}\n');
  });

  test('is judged without a base as well', () => {
    expect(judge('pull_request', { head: passed, base: undefined })).toBe(0);
    expect(judge('pull_request', { head: passed })).toBe(0);
    expect(existsSync(join(out, 'base.json'))).toBe(false);
  });

  test('does not pass without a report, and does not take an older report in its place', () => {
    mkdirSync(out);
    writeFileSync(join(out, 'head.json'), JSON.stringify(passed));
    const silent = judgeProgram({ head: 'head', directory: out }, environment('pull_request'), () => 0, fetchBase);
    expect(silent).toBe(2);
    expect(readFileSync(summary, 'utf8')).toContain('The run left no report.');
  });

  test('is judged outside of GitHub', () => {
    const program = (_: string, words: readonly string[]): number => answer(words, passed);
    expect(judgeProgram({ head: 'head', base: 'base', directory: out }, {}, program)).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['base.json', 'head.json', 'head.sarif']);
  });
});
