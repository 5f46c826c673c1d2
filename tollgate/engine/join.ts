import { fingerprint } from './fingerprint';
import type { OwnReport, RawFlow, RawProblem, RawReport, RawRule, RawState, RawUndecided } from './evaluate';
import {
  CouldNotJudge,
  SEVERITIES,
  SIDES,
  type CostItem,
  type Enforcement,
  type Finding,
  type FlowFact,
  type Judgement,
  type OpenRule,
  type PriceBasis,
  type Problem,
  type RuleInfo,
  type RuleOutcome,
  type RuleReport,
  type StackDocument,
  type Undecided,
  type Unpriced,
} from '../model';

/** The policy's answer, completed with the catalog, the settings and the readers' data, and sorted. */
export interface Outcome {
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly rules: readonly RuleReport[];
  readonly flows: readonly FlowFact[];
  readonly costs: readonly CostItem[];
  /** Resources that Terraform removes from the state but keeps in AWS. */
  readonly forgotten: readonly { readonly stack: string; readonly address: string }[];
  /** Settings without a declaration. */
  readonly undeclared: readonly string[];
  readonly openToInternet: readonly OpenRule[];
  readonly unpriced: readonly Unpriced[];
  /** Absent when the policy prices nothing. */
  readonly prices?: PriceBasis;
  /** Number of resources that cost nothing by themselves, by stack. */
  readonly free: ReadonlyMap<string, number>;
}

/**
 * Builds the outcome. Checks that the policy saw every resource that the readers read, and that every rule of the
 * catalog answered.
 *
 * @throws CouldNotJudge when one of the checks fails
 */
export function outcome(
  raw: RawReport,
  catalog: readonly RuleInfo[],
  enforcement: ReadonlyMap<string, Enforcement>,
  stacks: readonly StackDocument[],
): Outcome {
  requireSameRules(Object.keys(raw.rules), catalog);
  const empty = requireSameDocuments(raw, stacks);
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const rules: RuleReport[] = [];
  for (const info of catalog) {
    const answer = raw.rules[info.rule];
    if (answer === undefined) continue;
    const acts = enforcement.get(info.id) ?? 'block';
    const head = { id: info.id, rule: info.rule, title: info.title, severity: info.severity, enforcement: acts };
    let places: RuleReport['checked'] | undefined;
    rules.push({
      ...head,
      outcome: outcomeOf(answer, acts),
      // Sorted on access: most reports do not list the checked resources.
      get checked() {
        const addresses = acts === 'off' ? [] : answer.checked;
        return (places ??= sorted(
          addresses.map((address) => split(address, byName)),
          byPlace,
        ));
      },
    });
    if (acts === 'off') continue;
    const judge = (entry: RawUndecided): Judgement => {
      const place = split(entry.address, byName);
      const constructPath = byName.get(place.stack)?.constructPaths.get(place.address);
      return {
        ...head,
        ...place,
        ...(constructPath === undefined ? {} : { constructPath }),
        path: entry.path,
        why: inOwnStack(entry.why, place.stack),
        fix: info.fix,
        fingerprint: fingerprint({ id: info.id, ...place, path: entry.path }),
      };
    };
    findings.push(
      ...answer.deny.map((entry) => {
        const finding = judge(entry);
        const found = inOwnStack(entry.found, finding.stack);
        return { ...finding, found, allowed: inOwnStack(entry.allowed, finding.stack) };
      }),
    );
    undecided.push(...answer.undecided.map(judge));
  }
  return {
    problems: [...empty, ...sorted(raw.problems.map(policyProblem), (problem) => [problem.stack, problem.what])],
    findings: sorted(findings, (finding) => [...worstFirst(finding), finding.found, finding.allowed]),
    undecided: sorted(undecided, worstFirst),
    rules: sorted(rules, (rule) => [rule.id]),
    // Rebuilt property by property: the property order of the policy's output may change with the next build.
    flows: sorted(raw.facts.flows.map(flowFact), (flow) => [flow.stack, ...flowOrder(flow), flow.name]),
    costs: sorted(
      raw.facts.costs.map((cost) => costItem(cost, split(cost.address, byName).address)),
      (cost) => [cost.stack, cost.part, cost.address, cost.item, cost.usage],
    ),
    forgotten: sorted(
      raw.facts.forgotten.map((address) => split(address, byName)),
      byPlace,
    ),
    undeclared: sorted(raw.facts.undeclared, (name) => [name]),
    openToInternet: sorted(
      raw.facts.open_to_internet.map(({ address, path, opening }) => {
        const place = split(address, byName);
        return { ...place, path, opening: inOwnStack(opening, place.stack) };
      }),
      (rule) => [...byPlace(rule), rule.path, rule.opening],
    ),
    unpriced: sorted(
      raw.facts.unpriced.map(({ part, address, path, reason }) => {
        const place = split(address, byName);
        return { stack: place.stack, part, address: place.address, path, reason: inOwnStack(reason, place.stack) };
      }),
      (entry) => [...byPlace(entry), entry.path, entry.reason, entry.part],
    ),
    ...(raw.facts.prices === undefined ? {} : { prices: basisOf(raw.facts.prices) }),
    free: new Map(Object.entries(raw.facts.free ?? {})),
  };
}

function basisOf({ region, date, hours }: PriceBasis): PriceBasis {
  return { region, date, hours };
}

function flowFact({ stack, from, to, protocol, port, last, own, state, name }: RawState): FlowFact {
  const range = last === undefined || last === port ? {} : { last };
  return { stack, from, to, protocol, port, ...range, ...(own === true ? { own } : {}), state, name };
}

/**
 * The answer of the policy with the answers of a team's rules. A rule of the gate is never replaced.
 *
 * @throws CouldNotJudge when the rules of the team saw other resources than the policy
 */
export function withOwn(raw: RawReport, own: OwnReport): RawReport {
  const names = new Set([...Object.keys(raw.documents), ...Object.keys(own.documents)]);
  for (const name of names) {
    const [seen, ownSeen] = [raw.documents[name]?.resources, own.documents[name]?.resources];
    if (seen === ownSeen) continue;
    throw new CouldNotJudge(
      `The rules of the team saw ${String(ownSeen ?? 'no')} resources, but the policy saw ${String(seen ?? 'none')}.`,
      'A rule cannot deny a resource that it does not see.',
      'Compile the rules again with `tollgate rules build`.',
      name,
    );
  }
  const known = new Set(raw.problems.map((problem) => JSON.stringify([problem.stack, problem.message])));
  const more = own.problems.filter(({ stack, message }) => !known.has(JSON.stringify([stack, message])));
  return { ...raw, problems: [...raw.problems, ...more], rules: { ...own.rules, ...raw.rules } };
}

function costItem({ stack, part, item, minimum, desired, maximum, usage }: CostItem, address: string): CostItem {
  return { stack, part, address, item, minimum, desired, maximum, usage };
}

/** Removes the prefix of the own stack from all addresses; addresses of other stacks keep theirs. */
function inOwnStack(text: string, stack: string): string {
  return stack === '' ? text : text.replaceAll(`${stack}::`, '');
}

function outcomeOf(answer: RawRule, enforcement: Enforcement): RuleOutcome {
  if (enforcement === 'off') return 'off';
  if (answer.deny.length > 0) return 'denied';
  if (answer.undecided.length > 0) return 'undecided';
  return answer.checked.length > 0 ? 'passed' : 'not-applicable';
}

/**
 * Checks both directions: a rule without an answer judged nothing, and a report cannot name a rule without metadata.
 */
function requireSameRules(reported: readonly string[], catalog: readonly RuleInfo[]): void {
  const known = new Set(catalog.map((info) => info.rule));
  const answered = new Set(reported);
  const silent = [...known].filter((rule) => !answered.has(rule));
  const unknown = reported.filter((rule) => !known.has(rule));
  if (silent.length === 0 && unknown.length === 0) return;
  const parts = [
    ...silent.map((rule) => `${rule} is in the catalog and did not report`),
    ...unknown.map((rule) => `${rule} reported and is not in the catalog`),
  ];
  throw new CouldNotJudge(
    `The rules that reported differ from the rules of the catalog: ${parts.sort().join('; ')}.`,
    'A rule that does not report looks like a rule that found nothing wrong.',
    'Run `npm run policies`. Every rule must export checked, deny and undecided and have METADATA with scope package.',
  );
}

function requireSameDocuments(raw: RawReport, stacks: readonly StackDocument[]): Problem[] {
  const names = new Set([...Object.keys(raw.documents), ...stacks.map((stack) => stack.name)]);
  for (const name of names) {
    const seen = raw.documents[name]?.resources;
    const read = stacks.find((stack) => stack.name === name)?.resources;
    if (seen !== read) {
      throw new CouldNotJudge(
        `The policy saw ${String(seen ?? 'no')} resources, but the reader read ${String(read ?? 'none')}.`,
        'The policy cannot deny a resource that it does not see.',
        'This is a bug in the gate: please report it with the input.',
        name,
      );
    }
  }
  if (stacks.length === 0) return [nothing('')];
  return stacks.filter((stack) => stack.resources === 0).map((stack) => nothing(stack.name));
}

function nothing(stack: string): Problem {
  return {
    stack,
    what: stack === '' ? 'The input contains no stack.' : `The stack ${stack} has no resources.`,
    why: 'Without resources, the rules check nothing, so a pass would mean nothing.',
    fix: 'Check that the app adds its resources to the stack, or remove the stack.',
  };
}

function policyProblem({ stack, message, why, fix, flows }: RawProblem): Problem {
  return {
    stack,
    what: message,
    why: why ?? 'The policies could not read all of the input, so a pass would be a guess.',
    fix: fix ?? 'Rewrite that part in a form that the gate can read, or judge the plan: `terraform show -json`.',
    ...(flows === undefined ? {} : { example: flowsFile(flows) }),
  };
}

/** The content of `flows.json` with these flows. */
function flowsFile(flows: readonly RawFlow[]): string {
  const lines = sorted(flows, flowOrder).map(
    ({ from, to, protocol, port }) =>
      `    { "from": ${JSON.stringify(from)}, "to": ${JSON.stringify(to)}, "protocol": ${JSON.stringify(protocol)}, "port": ${port} }`,
  );
  return `{\n  "flows": [\n${lines.join(',\n')}\n  ]\n}`;
}

function flowOrder({ from, to, protocol, port }: RawFlow): string[] {
  return [tierOrder(from), from, to, pad(port), protocol];
}

/** A stack name may contain `::`, so the longest matching stack name wins. */
function split(address: string, stacks: ReadonlyMap<string, StackDocument>): { stack: string; address: string } {
  for (let at = address.lastIndexOf('::'); at > 0; at = address.lastIndexOf('::', at - 1)) {
    const stack = address.slice(0, at);
    if (stacks.has(stack)) return { stack, address: address.slice(at + 2) };
  }
  return { stack: '', address };
}

function worstFirst(entry: Judgement): string[] {
  return [String(SEVERITIES.indexOf(entry.severity)), entry.id, entry.stack, entry.address, entry.path, entry.why];
}

function byPlace(place: { readonly stack: string; readonly address: string }): string[] {
  return [place.stack, place.address];
}

const ORDER_OF_SIDES = Object.keys(SIDES);

function tierOrder(tier: string): string {
  const index = ORDER_OF_SIDES.indexOf(tier);
  return String(index < 0 ? ORDER_OF_SIDES.length + 1 : index + 1);
}

function pad(port: number): string {
  return String(port).padStart(6, '0');
}

// Compares code units: a locale would sort differently on another machine.
function sorted<T>(entries: readonly T[], key: (entry: T) => readonly string[]): T[] {
  const keyed = entries.map((entry) => ({ entry, key: key(entry).join('\u0000') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ entry }) => entry);
}
