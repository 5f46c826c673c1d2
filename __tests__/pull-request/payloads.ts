import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const EVENTS = join(__dirname, 'events');

/** Of acme/infrastructure: pull request 7 from the repository itself, 8 from a fork, and the runs that judged them. */
export const COMMITS = {
  own: '5d1c2f0a9b8e7d6c5f4a3b2c1d0e9f8a7b6c5d4e',
  fork: 'c0ffee0123456789abcdef0123456789abcdef01',
} as const;

/** Name of a recorded event, and of its file. */
export type Payload = 'pull_request' | 'pull_request-fork' | 'workflow_run' | 'workflow_run-fork';

/** Names of all recorded events. */
export const PAYLOADS = ['pull_request', 'pull_request-fork', 'workflow_run', 'workflow_run-fork'] as const;

/** Name of the event, as GitHub gives it to the runner. */
export function eventName(payload: Payload): string {
  return payload.replace('-fork', '');
}

/** The text of an event as GitHub leaves it for a run. */
export function payloadText(payload: Payload): string {
  return readFileSync(join(EVENTS, `${payload}.json`), 'utf8');
}

/** Environment of a run for an event, with changes to its payload. */
export function runFor(
  directory: string,
  payload: Payload,
  change: (event: Record<string, Record<string, unknown>>) => void = () => undefined,
): Record<string, string> {
  const event = JSON.parse(payloadText(payload)) as Record<string, Record<string, unknown>>;
  change(event);
  const path = join(mkdtempSync(join(directory, 'event-')), 'event.json');
  writeFileSync(path, JSON.stringify(event));
  return {
    GITHUB_EVENT_NAME: eventName(payload),
    GITHUB_EVENT_PATH: path,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/infrastructure',
    GITHUB_RUN_ID: '7300000042',
    GITHUB_TOKEN: 'not-a-token',
    TOLLGATE_WAIT: '1',
  };
}
