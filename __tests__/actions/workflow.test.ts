import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evaluate } from './expression';
import { checkout, runSteps, type Step } from './steps';
import { actionlint } from '../../test/actionlint/run';
import { runFor } from '../pull-request/payloads';

const ROOT = join(__dirname, '..', '..');

let directory: string;
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'workflow-'))));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('actionlint', () => {
  /** Runs it where a repository would be. */
  async function lint(repository: string): Promise<{ code: number; text: string }> {
    execFileSync('git', ['init', '--quiet', repository]);
    try {
      // Without shellcheck and pyflakes: a runner that has them installed must get the same answer.
      const text = execFileSync(await actionlint(), ['-no-color', '-shellcheck=', '-pyflakes='], { cwd: repository });
      return { code: 0, text: text.toString() };
    } catch (error) {
      const { status, stdout } = error as { readonly status: number; readonly stdout: Buffer };
      return { code: status, text: stdout.toString() };
    }
  }

  function copy(name: string): string {
    const repository = join(directory, name);
    for (const part of ['.github', join('tollgate', 'comment'), 'action.yml']) {
      cpSync(join(ROOT, part), join(repository, part), { recursive: true });
    }
    return repository;
  }

  test('finds nothing in the workflows', async () => {
    expect(await lint(copy('good'))).toEqual({ code: 0, text: '' });
  });

  test('would find an input that an action does not have, and a value that is not there', async () => {
    const repository = copy('bad');
    const file = join(repository, '.github', 'workflows', 'tollgate-comment.yml');
    const text = readFileSync(file, 'utf8').replace(
      '- uses: ./tollgate/comment',
      '- uses: ./tollgate/comment\n        with: { nam: x }',
    );
    writeFileSync(file, text.replace('github.event.workflow_run.event', 'github.evnt.workflow_run.event'));
    const { code, text: found } = await lint(repository);
    expect(code).toBe(1);
    expect(found).toContain('input "nam" is not defined in action "tollgate comment"');
    expect(found).toContain('property "evnt" is not defined');
  });
});

describe('tollgate.yml', () => {
  const { jobs } = parse(readFileSync(join(ROOT, '.github', 'workflows', 'tollgate.yml'), 'utf8')) as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly if?: string }>>;
  };

  test('judges the merge of a pull request against its base', async () => {
    const workspace = join(directory, 'merge');
    checkout(workspace);
    const git = (...words: string[]): string => {
      const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', '-c', 'commit.gpgsign=false'];
      return execFileSync('git', [...identity, ...words], { cwd: workspace, encoding: 'utf8', stdio: 'pipe' });
    };
    git('init', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--message=Base');
    git('checkout', '-b', 'change');
    const file = join(workspace, 'config', 'environments', 'production.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace('maximum: 10,', 'maximum: 40,'));
    git('commit', '--all', '--message=More');
    git('checkout', 'main');
    git('merge', '--no-ff', '--message=Merge', 'change');

    const sha = git('rev-parse', 'HEAD^1').trim();
    const environment = runFor(directory, 'pull_request-fork', ({ pull_request: request }) => {
      if (request !== undefined) request['base'] = { sha };
    });
    const temp = mkdtempSync(join(directory, 'temp-'));
    const { conclusion, codes, log } = await runSteps(jobs['judge']?.steps ?? [], {
      ...{ workspace, temp, environment },
      context: { 'github.event_name': 'pull_request', 'runner.temp': temp },
    });
    expect([conclusion, codes]).toEqual(['failure', { Install: 0, 'Install the base': 0, Judge: 1 }]);
    // On the line that made the group, which the pull request shows.
    expect(log).toMatch(/^::error file=stacks\/tiers\/web-fleet\.ts,line=\d+,title=COST-003 /m);
    expect(readFileSync(join(temp, 'reports', 'pull-request.json'), 'utf8')).toBe('{"number":8}\n');
    const summary = readFileSync(join(temp, 'summary.md'), 'utf8');
    expect(summary).toMatch(/^## ❌ Denied: adds 2 blocking findings\n/);
    expect(summary).toMatch(/at desired size \$\d+\.\d\d, as before; at maximum size \$\d+\.\d\d → \$\d+\.\d\d \(\+\$/);
    // The comment that docs/pull-requests.md shows.
    const page = readFileSync(join(ROOT, 'docs', 'pull-requests.md'), 'utf8');
    const quoted = page.split('\n').flatMap((line) => (line.startsWith('>') ? [line.replace(/^> ?/, '')] : []));
    expect(words(quoted.join('\n'))).toBe(words(summary));
    for (const name of ['base.json', 'head.json', 'head.sarif'])
      expect(existsSync(join(temp, 'reports', name))).toBe(true);
  });

  test('sends to code scanning wherever there is any', () => {
    const condition = jobs['code-scanning']?.if ?? '';
    const runs = (context: Readonly<Record<string, string>>): unknown =>
      evaluate(condition, (path) => context[path], { failed: true });
    expect(runs({})).toBe(true);
    expect(runs({ 'github.event.repository.private': 'true' })).toBe(false);
    expect(runs({ 'github.event.repository.private': 'true', 'vars.CODE_SCANNING': 'true' })).toBe(true);
  });
});

/** Markdown without the differences that a formatter makes: escapes, widths of columns, empty lines. */
function words(markdown: string): string {
  return markdown
    .replaceAll('\\', '')
    .replace(/:?-{2,}:?/g, '--')
    .replace(/\s+/g, ' ')
    .trim();
}
