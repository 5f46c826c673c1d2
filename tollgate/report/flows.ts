import { SIDES, type FlowFact } from '../model';

const MARKS = { open: '──', closed: '─✗─', unknown: '─?─' } as const;

/**
 * Draws flows as lines such as `Internet ──80──▶ ALB ──8000──▶ EC2`. A flow that does not continue a chain starts a new
 * line.
 *
 * @param width maximum number of columns
 */
export function flowPicture(flows: readonly FlowFact[], width: number): string[] {
  const left = [...flows];
  const lines: string[] = [];
  while (left.length > 0) {
    const start = left.findIndex((flow) => left.every((other) => other === flow || other.to !== flow.from));
    const [first] = left.splice(Math.max(start, 0), 1);
    if (first === undefined) break;
    let line = tier(first.from, first) + arrow(first);
    let end = first.to;
    for (;;) {
      // Traffic out to the Internet is another connection than traffic in.
      const index = left.findIndex(
        (flow) => end !== 'internet' && flow.from === end && (line + arrow(flow)).length <= width,
      );
      const [next] = index < 0 ? [] : left.splice(index, 1);
      if (next === undefined) break;
      line += arrow(next);
      end = next.to;
    }
    lines.push(line);
  }
  if (flows.some((flow) => flow.state === 'closed')) lines.push('✗ closed: the flow is not open end to end');
  if (flows.some((flow) => flow.state === 'unknown'))
    lines.push('? unknown: the judged input does not decide whether the flow is open');
  return lines;
}

function arrow(flow: FlowFact): string {
  const { protocol, state, to } = flow;
  const ports = portText(flow);
  const label = ports === '' ? protocol : protocol === 'tcp' ? ports : `${ports}/${protocol}`;
  return ` ──${label === 'any' ? 'all' : label}${MARKS[state]}▶ ${tier(to, flow)}`;
}

/** `443`, `8000-8010`, or `''` for a protocol without ports. */
export function portText({ protocol, port, last }: Pick<FlowFact, 'protocol' | 'port' | 'last'>): string {
  if (protocol !== 'tcp' && protocol !== 'udp') return '';
  return last === undefined ? String(port) : `${port}-${last}`;
}

/** The team's own names stand as they are. */
function tier(name: string, { own }: FlowFact): string {
  if (own === true && name !== 'internet') return name;
  return Object.hasOwn(SIDES, name) ? (SIDES[name] ?? name) : name;
}
