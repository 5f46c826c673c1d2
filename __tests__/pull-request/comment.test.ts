import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from './api';
import { COMMITS, runFor, type Payload } from './payloads';
import { denied, passed } from './reports';
import { comment, type Outcome } from '../../tollgate/comment/comment';
import { writeNumber } from '../../tollgate/comment/handover';

let directory: string;
let reports: string;
let api: Api;
let address: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'comment-'));
  reports = join(directory, 'reports');
  mkdirSync(reports);
  api = new Api();
  address = await api.start();
  api.pull(7, COMMITS.own, 'acme/infrastructure');
  api.pull(8, COMMITS.fork, 'mallory/infrastructure');
});
afterEach(async () => {
  await api.stop();
  rmSync(directory, { recursive: true });
});

function hand(files: Readonly<Record<string, unknown>>): void {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(reports, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

function write(
  payload: Payload,
  more: Record<string, string> = {},
  change?: Parameters<typeof runFor>[2],
): Promise<Outcome> {
  return comment(reports, { ...runFor(directory, payload, change), GITHUB_API_URL: address, ...more });
}

const BODY = `<!-- tollgate: tollgate -->
## ❌ Denied: adds 1 blocking finding

Adds 1 finding. The base passed.

### Adds

**Critical · NET-001 · Only declared flows are open**<br>
**\`aws_security_group.app\`** in \`web\`, \`ingress.0\`<br>
Found: \`tcp 22\`. Allowed: \`tcp 8000\`.<br>
Everybody gets in.<br>
_Fix:_ Remove it.

<sub>tollgate: judged 5d1c2f0 in [this run](https://github.com/acme/infrastructure/actions/runs/7300000042), whose check decides.</sub>
`;

const WRITTEN = ['GET pulls/7', 'GET issues/7/comments?per_page=100&page=1', 'POST issues/7/comments'];

describe.each(['pull_request', 'workflow_run'] as const)('in a run for %s', (payload) => {
  beforeEach(() => {
    hand({ 'base.json': passed, 'head.json': denied });
    writeNumber(reports, 7);
  });

  test('the comment is written', async () => {
    expect(await write(payload)).toEqual({
      code: 0,
      message: '::notice title=tollgate::The comment of pull request 7 is written.\n',
    });
    expect(api.requests).toEqual(WRITTEN);
    expect(api.comments.map(({ body }) => body)).toEqual([BODY]);
    expect(api.authorization).toBe('Bearer not-a-token');
  });

  test('the same comment is changed the next time, and left alone when it says the same', async () => {
    await write(payload);
    hand({ 'head.json': passed });
    expect((await write(payload)).message).toContain('is changed');
    expect((await write(payload)).message).toContain('is unchanged');
    expect(api.comments).toHaveLength(1);
    expect(api.comments[0]?.body).toContain('## ✅ Passed\n');
    expect(api.requests.filter((request) => !request.startsWith('GET'))).toEqual([
      'POST issues/7/comments',
      'PATCH issues/comments/1000',
    ]);
  });

  test('a commit that is not the head any more writes nothing', async () => {
    api.pull(7, COMMITS.fork, 'acme/infrastructure');
    const { code, message } = await write(payload);
    expect([code, message]).toEqual([0, expect.stringContaining(`is no longer ${COMMITS.own}`)]);
    expect(api.comments).toEqual([]);
  });

  test('a closed pull request gets none', async () => {
    api.pull(7, COMMITS.own, 'acme/infrastructure', 'closed');
    expect(await write(payload)).toMatchObject({ code: 0, message: expect.stringContaining('is closed') });
    expect(api.comments).toEqual([]);
  });
});

describe('which comment is the one', () => {
  beforeEach(() => hand({ 'base.json': passed, 'head.json': denied }));
  const marker = '<!-- tollgate: tollgate -->\n';
  const bot = { login: 'github-actions[bot]', type: 'Bot' } as const;
  const other = { login: 'mallory', type: 'User' } as const;

  test('not one that a person began with the marker, nor one that quotes it', async () => {
    api.comments.push({ id: 1, body: `${marker}x`, user: other }, { id: 2, body: `> ${marker}x`, user: bot });
    await write('pull_request');
    expect(api.comments.map(({ id }) => id)).toEqual([1, 2, 1002]);
  });

  test('not that of another name', async () => {
    await write('pull_request', { TOLLGATE_NAME: 'network' });
    await write('pull_request');
    await write('pull_request', { TOLLGATE_NAME: 'network' });
    expect(api.comments.map(({ body }) => body.split('\n')[0])).toEqual([
      '<!-- tollgate: network -->',
      '<!-- tollgate: tollgate -->',
    ]);
    expect(api.comments[0]?.body).toContain('<sub>tollgate, network: judged 5d1c2f0');
  });

  test('on whatever page it stands, with whatever ends its lines have', async () => {
    for (let id = 1; id <= 250; id++) api.comments.push({ id, body: 'Nice!', user: other });
    api.comments.splice(230, 0, { id: 999, body: `${marker}x`.replaceAll('\n', '\r\n'), user: bot });
    await write('pull_request');
    expect(api.requests.slice(1)).toEqual([
      ...[1, 2, 3].map((page) => `GET issues/7/comments?per_page=100&page=${page}`),
      'PATCH issues/comments/999',
    ]);
  });

  test.each(['a --> b', 'a--b', '<b>', '-a', 'x'.repeat(81)])('a name such as %j is refused', async (name) => {
    expect(await write('pull_request', { TOLLGATE_NAME: name })).toMatchObject({ code: 1 });
    expect(api.comments).toEqual([]);
  });
});

describe('the files of a stranger', () => {
  beforeEach(() => hand({ 'base.json': passed, 'head.json': denied }));

  test('from a fork, the comment is written by the run that comes after', async () => {
    writeNumber(reports, 8);
    expect(await write('workflow_run-fork')).toMatchObject({ code: 0 });
    expect(api.requests.at(-1)).toBe('POST issues/8/comments');
    expect(api.comments[0]?.body).toContain('judged c0ffee0 in [this run]');
  });

  test('the number of a pull request that the commit is not of gets nothing', async () => {
    writeNumber(reports, 7);
    expect(await write('workflow_run-fork')).toEqual({
      code: 1,
      message: expect.stringContaining(
        'judged a commit of mallory/infrastructure, but pull request 7 comes from acme/infrastructure',
      ),
    });
    expect(api.requests).toEqual(['GET pulls/7']);
  });

  test('the number of another pull request of the same fork gets nothing', async () => {
    api.pull(9, COMMITS.own, 'mallory/infrastructure');
    writeNumber(reports, 9);
    expect((await write('workflow_run-fork')).message).toContain('is no longer');
    expect(api.comments).toEqual([]);
  });

  test.each([
    ['a string', '{"number": "8"}'],
    ['a path', '{"number": "8/../../../user"}'],
    ['a fraction', '{"number": 8.5}'],
    ['no JSON', '8; echo'],
    ['nothing', ''],
    ['a list', '[8]'],
  ])('%s as the number is refused, and nothing is asked for', async (_, text) => {
    hand({ 'pull-request.json': text });
    expect(await write('workflow_run-fork')).toEqual({
      code: 1,
      message: '::error title=tollgate::pull-request.json contains no valid pull request number.\n',
    });
    expect(api.requests).toEqual([]);
  });

  test('a link is not followed', async () => {
    writeNumber(reports, 8);
    const secret = join(directory, 'secret');
    writeFileSync(secret, JSON.stringify({ ...denied, findings: [{ ...denied.findings[0], found: 'secret' }] }));
    rmSync(join(reports, 'head.json'));
    symlinkSync(secret, join(reports, 'head.json'));
    expect(await write('workflow_run-fork')).toMatchObject({ code: 0 });
    expect(api.comments[0]?.body).toContain('cannot be read: head.json is not a regular file.');
    expect(api.comments[0]?.body).not.toContain('secret');
  });

  test('a file that is larger than any report is not read', async () => {
    writeNumber(reports, 8);
    truncateSync(join(reports, 'head.json'), 64 * 1024 * 1024 + 1);
    await write('workflow_run-fork');
    expect(api.comments[0]?.body).toContain('head.json exceeds the maximum size of a report (64 MiB).');
  });

  test.each<[string, unknown, string]>([
    ['of another version', { ...denied, schemaVersion: '`@acme/all`' }, 'has schemaVersion "\\`@\u200bacme/all\\`"'],
    [
      'that is not a report',
      { schemaVersion: 1 },
      'head.json is not a JSON report of the gate: verdict is not an object.',
    ],
    [
      'with properties of other types',
      { ...denied, findings: [{ ...denied.findings[0], found: {} }] },
      'findings\\[0\\].found is not a string',
    ],
  ])('a report %s is said to be unreadable, in words that do nothing', async (_, content, words) => {
    writeNumber(reports, 8);
    hand({ 'head.json': content });
    expect(await write('workflow_run-fork')).toMatchObject({ code: 0 });
    expect(api.comments[0]?.body).toContain('## ⚠️ Could not judge\n\nThe report on this change cannot be read: ');
    expect(api.comments[0]?.body).toContain(words);
  });

  test('words that would notify people or close issues stay words', async () => {
    writeNumber(reports, 8);
    const [finding] = denied.findings;
    const message = 'Hi @acme/all, <img src=x onerror=x> closes #1';
    hand({ 'head.json': { ...denied, findings: [{ ...finding, why: message, title: message, fix: message }] } });
    await write('workflow_run-fork');
    expect(api.comments[0]?.body).not.toMatch(/@acme|[^\\]<img|[^\\]#1/);
  });

  test('a report of very many findings still makes a comment that GitHub takes', async () => {
    writeNumber(reports, 8);
    const [finding] = denied.findings;
    const findings = Array.from({ length: 5_000 }, (_, index) => ({ ...finding, address: `aws_lb.l${index}` }));
    hand({ 'head.json': { ...denied, findings } });
    expect(await write('workflow_run-fork')).toMatchObject({ code: 0 });
    rmSync(join(reports, 'base.json'));
    expect(await write('workflow_run-fork')).toMatchObject({ code: 0 });
    expect(api.comments[0]?.body.length).toBeLessThanOrEqual(65_536);
  });
});

describe('when something is missing', () => {
  test('without a report of the base, the head is told by itself', async () => {
    hand({ 'head.json': denied });
    await write('pull_request');
    expect(api.comments[0]?.body).toContain('## ❌ Denied: 1 blocking finding\n');
    expect(api.comments[0]?.body).toContain('> No comparison with the base branch: the base branch has no report\n');
  });

  test('without a report of the head, an old comment does not stay', async () => {
    hand({ 'base.json': passed, 'head.json': passed });
    writeNumber(reports, 7);
    await write('workflow_run');
    rmSync(reports, { recursive: true });
    // Nothing came at all: GitHub says which pull request of this repository the commit is of.
    expect((await write('workflow_run')).message).toContain('is changed');
    expect(api.comments[0]?.body).toContain('## ⚠️ Could not judge\n\nThe run left no report.');
  });

  test('without anything from a fork, there is nothing to write to', async () => {
    expect(await write('workflow_run-fork')).toMatchObject({
      code: 0,
      message: expect.stringContaining('left no reports'),
    });
    expect(api.requests).toEqual([]);
  });

  test('a run for a push, or after one, is for no pull request', async () => {
    expect(await write('pull_request', { GITHUB_EVENT_NAME: 'push' })).toMatchObject({ code: 0 });
    const after = await write('workflow_run', {}, ({ workflow_run: run }) => {
      if (run !== undefined) run['event'] = 'push';
    });
    expect(after).toMatchObject({ code: 0, message: expect.stringContaining('The run was triggered by push') });
    expect(api.requests).toEqual([]);
  });

  test('without a token nothing is asked for', async () => {
    expect(await write('pull_request', { GITHUB_TOKEN: '' })).toMatchObject({ code: 1 });
    expect(api.requests).toEqual([]);
  });
});

describe('when GitHub refuses', () => {
  beforeEach(() => {
    hand({ 'base.json': passed, 'head.json': denied });
    writeNumber(reports, 8);
  });

  test('the token of a fork may not write: the run tells so and does not fail', async () => {
    api.failures.push({ request: 'POST', status: 403 });
    const { code, message } = await write('pull_request-fork');
    expect([code, message]).toEqual([0, expect.stringContaining('docs/pull-requests.md')]);
  });

  test('where it should be able to write, that is a failure', async () => {
    api.failures.push({ request: 'POST', status: 403 });
    const { code, message } = await write('workflow_run-fork');
    expect([code, message]).toEqual([1, expect.stringContaining('403')]);
  });

  test.each([500, 502, 429])('%i is asked again', async (status) => {
    api.failures.push({ request: 'GET pulls', status }, { request: 'POST', status });
    expect(await write('workflow_run-fork')).toMatchObject({ code: 0 });
    expect(api.comments).toHaveLength(1);
  });

  test('not for ever', async () => {
    for (let time = 0; time < 9; time++) api.failures.push({ request: 'GET pulls', status: 500 });
    expect(await write('workflow_run-fork')).toMatchObject({ code: 1 });
    expect(api.requests).toHaveLength(4);
  });
});

test('as a process of its own it does the same, in any directory', async () => {
  hand({ 'base.json': passed, 'head.json': denied });
  writeNumber(reports, 7);
  const step = join(__dirname, '..', '..', 'tollgate', 'dist', 'js', 'comment.js');
  const child = spawn(process.execPath, [step, reports], {
    cwd: directory,
    env: { PATH: process.env['PATH'], ...runFor(directory, 'workflow_run'), GITHUB_API_URL: address },
  });
  let out = '';
  child.stdout.on('data', (part) => (out += String(part)));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  expect(out).toBe('::notice title=tollgate::The comment of pull request 7 is written.\n');
  expect(api.comments.map(({ body }) => body)).toEqual([BODY]);
});
