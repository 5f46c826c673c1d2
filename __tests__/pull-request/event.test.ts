import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { COMMITS, eventName, PAYLOADS, payloadText, type Payload } from './payloads';
import { asNumber, EventError, readEvent } from '../../tollgate/comment/event';

describe('the recorded events have the shape that GitHub publishes', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(
    JSON.parse(readFileSync(require.resolve('@octokit/webhooks-schemas/schema.json'), 'utf8')) as object,
    'webhooks',
  );

  test.each(PAYLOADS)('%s', (payload) => {
    const definition = eventName(payload) === 'pull_request' ? 'pull_request$opened' : 'workflow_run$completed';
    const validate = ajv.getSchema(`webhooks#/definitions/${definition}`);
    expect(validate?.(JSON.parse(payloadText(payload)))).toBe(true);
  });
});

const read = (payload: Payload, text = payloadText(payload)): unknown => readEvent(eventName(payload), text);

test('a pull request is known by its number and its commit, from wherever it comes', () => {
  const repository = 'acme/infrastructure';
  expect(read('pull_request')).toEqual({ kind: 'pull_request', repository, number: 7, headSha: COMMITS.own });
  expect(read('pull_request-fork')).toEqual({ kind: 'pull_request', repository, number: 8, headSha: COMMITS.fork });
});

test('a run is known by its commit and where that comes from', () => {
  const shared = {
    ...{ kind: 'workflow_run', repository: 'acme/infrastructure', event: 'pull_request' },
    runUrl: 'https://github.com/acme/infrastructure/actions/runs/7300000042',
  };
  expect(read('workflow_run')).toEqual({
    ...{ ...shared, headSha: COMMITS.own, headRepository: 'acme/infrastructure', numbers: [7] },
  });
  expect(read('workflow_run-fork')).toEqual({
    ...{ ...shared, headSha: COMMITS.fork, headRepository: 'mallory/infrastructure', numbers: [] },
  });
});

test('pull requests that the commit has in other repositories are not counted', () => {
  const event = JSON.parse(payloadText('workflow_run')) as {
    workflow_run: { pull_requests: { base: { repo: { id: number } } }[] };
  };
  for (const { base } of event.workflow_run.pull_requests) base.repo.id = 801;
  expect(read('workflow_run', JSON.stringify(event))).toMatchObject({ numbers: [] });
});

test('other events are for no pull request', () => {
  expect(readEvent('push', '{"ref": "refs/heads/main"}')).toEqual({ kind: 'other' });
  expect(readEvent('pull_request_target', payloadText('pull_request'))).toEqual({ kind: 'other' });
});

test.each([
  ['pull_request', '[]', 'The event payload is not a JSON object.'],
  ['pull_request', '{}', 'The event payload has no object pull_request.'],
  [
    'pull_request',
    '{"pull_request": {"number": 1, "head": {}}, "repository": {"full_name": "a/b"}}',
    'The event payload has no string sha.',
  ],
  [
    'workflow_run',
    '{"workflow_run": {"head_sha": "../../x"}, "repository": {"full_name": "a/b"}}',
    'head_sha of the event payload is not a commit id.',
  ],
  [
    'workflow_run',
    '{"workflow_run": {}, "repository": {"full_name": "a/b/../c"}}',
    'repository.full_name of the event payload is not a repository name such as owner/name.',
  ],
])('a %s event that is not as GitHub writes it is refused: %s', (name, text, message) => {
  expect(() => readEvent(name, text)).toThrow(new EventError(message));
});

test.each([0, -1, 1.5, 2 ** 60, '7', '7; rm -rf /', null, undefined, [7], { number: 7 }, true])(
  '%j is not a number of a pull request',
  (value) => {
    expect(() => asNumber(value)).toThrow(EventError);
  },
);
