import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

import { REPAIRS, type Repair } from './repairs';

/** A requested instance refresh. */
export interface InstanceRefresh {
  readonly id: string;
  readonly group: string;
  /** All parameters of StartInstanceRefresh by AWS's names, such as `Preferences.MinHealthyPercentage`. */
  readonly asked: Readonly<Record<string, string>>;
  /** AWS's name of the state: `Pending`, `InProgress`, `Successful`, `Cancelled`, `RollbackSuccessful` and others. */
  status: string;
}

/** The HTTP server in front of moto. */
export interface Front {
  readonly port: number;
  /** Every instance refresh so far, oldest first. A test may change a status. */
  readonly refreshes: InstanceRefresh[];
  /** Status of new refreshes. @default 'Successful' */
  newStatus: string;
  /** Ids in configurations mapped to ids of moto; the server translates requests and answers. */
  readonly aliases: Map<string, string>;
  /** State of the repairs. */
  readonly memory: Map<string, string>;
  /** Names of the repairs that changed a call. */
  readonly repaired: Set<string>;
  readonly stop: () => Promise<void>;
}

const NAMESPACE = 'http://autoscaling.amazonaws.com/doc/2011-01-01/';
const RUNNING = /^(Pending|InProgress|Baking|Cancelling|RollbackInProgress)$/;

/**
 * Answers the four calls about instance refreshes, which moto does not support, and passes other calls on. Corrects
 * answers of moto that differ from AWS, see `repairs.ts`.
 *
 * @param target port of moto
 */
export async function startFront(target: number): Promise<Front> {
  const refreshes: InstanceRefresh[] = [];
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => {
      const parameters = new URLSearchParams(body);
      const answer = answerTo(parameters, front);
      if (answer !== undefined) {
        outgoing.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.xml);
      } else {
        pass(incoming, body, outgoing, target, front);
      }
    });
  });
  const front: Front = {
    port: await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    }),
    refreshes,
    newStatus: 'Successful',
    aliases: new Map(),
    memory: new Map(),
    repaired: new Set(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return front;
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

/** Passes a call on to moto, with ids translated and differences corrected. */
function pass(incoming: IncomingMessage, body: string, outgoing: ServerResponse, port: number, front: Front): void {
  const action = new URLSearchParams(body).get('Action') ?? '';
  const repairs = Object.entries<Repair>(REPAIRS).filter(([, { actions }]) => actions.includes(action));
  let asked = body;
  for (const [alias, id] of front.aliases) asked = asked.replaceAll(alias, id);
  const parameters = new URLSearchParams(asked);
  for (const [name, { request: repair }] of repairs) {
    repair?.(parameters);
    const repaired = parameters.toString();
    if (repair !== undefined && repaired !== new URLSearchParams(asked).toString()) {
      front.repaired.add(name);
      asked = repaired;
    }
  }
  const bytes = Buffer.from(asked, 'latin1');
  const { 'transfer-encoding': _, ...headers } = incoming.headers;
  const passed = request(
    {
      ...{ host: '127.0.0.1', port, method: incoming.method, path: incoming.url },
      headers: { ...headers, 'content-length': String(bytes.length), 'accept-encoding': 'identity' },
    },
    (answer) => {
      void bodyOf(answer).then((text) => {
        let given = text;
        for (const [name, { answer: repair }] of repairs) {
          const repaired = repair?.(given, parameters, front.memory) ?? given;
          if (repaired !== given) front.repaired.add(name);
          given = repaired;
        }
        for (const [alias, id] of front.aliases) given = given.replaceAll(id, alias);
        const { 'transfer-encoding': _encoding, 'content-length': length, ...rest } = answer.headers;
        const sent = Buffer.from(given, 'latin1');
        // A HEAD answer has a length and no body.
        const size = incoming.method === 'HEAD' ? (length ?? '0') : String(sent.length);
        outgoing.writeHead(answer.statusCode ?? 502, { ...rest, 'content-length': size });
        outgoing.end(sent);
      });
    },
  );
  passed.on('error', (error) => outgoing.writeHead(502).end(error.message));
  passed.end(bytes);
}

/** AWS's answer to a call about instance refreshes; undefined for other calls. */
function answerTo(parameters: URLSearchParams, front: Front): { status: number; xml: string } | undefined {
  const action = parameters.get('Action') ?? '';
  const group = parameters.get('AutoScalingGroupName') ?? '';
  const own = front.refreshes.filter((refresh) => refresh.group === group);
  const running = own.find(({ status }) => RUNNING.test(status));
  switch (action) {
    case 'StartInstanceRefresh': {
      if (running !== undefined)
        return refusal('InstanceRefreshInProgress', 'An Instance Refresh is already in progress');
      const id = `00000000-0000-4000-8000-${String(front.refreshes.length + 1).padStart(12, '0')}`;
      front.refreshes.push({ id, group, asked: Object.fromEntries(parameters), status: front.newStatus });
      return result(action, `<InstanceRefreshId>${id}</InstanceRefreshId>`);
    }
    case 'DescribeInstanceRefreshes':
      return result(action, `<InstanceRefreshes>${[...own].reverse().map(described).join('')}</InstanceRefreshes>`);
    case 'CancelInstanceRefresh':
    case 'RollbackInstanceRefresh': {
      if (running === undefined)
        return refusal('ActiveInstanceRefreshNotFound', 'No in progress instance refresh found');
      running.status = action === 'CancelInstanceRefresh' ? 'Cancelled' : 'RollbackSuccessful';
      return result(action, `<InstanceRefreshId>${running.id}</InstanceRefreshId>`);
    }
    default:
      return undefined;
  }
}

function described({ id, group, status }: InstanceRefresh): string {
  const percentage = RUNNING.test(status) ? 50 : 100;
  return (
    `<member><InstanceRefreshId>${id}</InstanceRefreshId><AutoScalingGroupName>${group}</AutoScalingGroupName>` +
    `<Status>${status}</Status><PercentageComplete>${percentage}</PercentageComplete></member>`
  );
}

function result(action: string, body: string): { status: number; xml: string } {
  const metadata = '<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata>';
  const xml = `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${body}</${action}Result>${metadata}</${action}Response>`;
  return { status: 200, xml };
}

function refusal(code: string, message: string): { status: number; xml: string } {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status: 400, xml: `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>0</RequestId></ErrorResponse>` };
}
