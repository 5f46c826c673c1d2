'use strict';
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
    for (var name in all) __defProp(target, name, { get: all[name], enumerable: !0 });
  },
  __copyProps = (to, from, except, desc) => {
    if ((from && typeof from == 'object') || typeof from == 'function')
      for (let key2 of __getOwnPropNames(from))
        !__hasOwnProp.call(to, key2) &&
          key2 !== except &&
          __defProp(to, key2, {
            get: () => from[key2],
            enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable,
          });
    return to;
  };
var __toCommonJS = (mod) => __copyProps(__defProp({}, '__esModule', { value: !0 }), mod);
var comment_exports = {};
__export(comment_exports, { comment: () => comment });
module.exports = __toCommonJS(comment_exports);
var import_node_fs2 = require('node:fs');
var SEVERITIES = ['critical', 'high', 'medium', 'low'];
var CouldNotJudge = class extends Error {
  constructor(what, why, fix, about = '') {
    super(`${what}
${why}
${fix}`);
    this.what = what;
    this.why = why;
    this.fix = fix;
    this.about = about;
  }
  what;
  why;
  fix;
  about;
  name = 'CouldNotJudge';
  get problem() {
    return { stack: this.about, what: this.what, why: this.why, fix: this.fix };
  }
};
function isObject(value) {
  return typeof value == 'object' && value !== null && !Array.isArray(value);
}
var EventError = class extends Error {
  name = 'EventError';
};
function readEvent(name, text2) {
  let payload = JSON.parse(text2);
  if (!isObject(payload)) throw new EventError('The event is no object.');
  let repository = () => repositoryName(member(payload, 'repository'), 'repository');
  if (name === 'pull_request') {
    let pullRequest2 = member(payload, 'pull_request');
    return {
      kind: 'pull_request',
      repository: repository(),
      headSha: commit(member(pullRequest2, 'head'), 'sha'),
      number: asNumber(pullRequest2.number),
    };
  }
  if (name === 'workflow_run') {
    let run = member(payload, 'workflow_run'),
      pullRequests = Array.isArray(run.pull_requests) ? run.pull_requests.filter(isObject) : [];
    return {
      kind: 'workflow_run',
      repository: repository(),
      headSha: commit(run, 'head_sha'),
      headRepository: repositoryName(member(run, 'head_repository'), 'workflow_run.head_repository'),
      event: word(run, 'event'),
      runUrl: word(run, 'html_url'),
      numbers: pullRequests
        .filter((each) => baseOf(each) === repositoryId(payload))
        .map(({ number }) => asNumber(number)),
    };
  }
  return { kind: 'other' };
}
function asNumber(value) {
  if (typeof value == 'number' && Number.isSafeInteger(value) && value > 0) return value;
  throw new EventError('That is no number of a pull request.');
}
function repositoryId(payload) {
  return member(payload, 'repository').id;
}
function baseOf({ base }) {
  let repo = isObject(base) ? base.repo : void 0;
  return isObject(repo) ? repo.id : void 0;
}
function member(parent, name) {
  let value = parent[name];
  if (isObject(value)) return value;
  throw new EventError(`The event has no ${name}.`);
}
function word(parent, name) {
  let value = parent[name];
  if (typeof value == 'string') return value;
  throw new EventError(`The event has no ${name}.`);
}
function commit(parent, name) {
  let sha = word(parent, name);
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) return sha;
  throw new EventError(`${name} is no commit.`);
}
function repositoryName(parent, where3) {
  let name = word(parent, 'full_name');
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return name;
  throw new EventError(`${where3}.full_name is no name of a repository.`);
}
var import_promises = require('node:timers/promises');
var RefusedError = class extends Error {
    constructor(status, message) {
      super(message);
      this.status = status;
    }
    status;
    name = 'RefusedError';
  },
  LONGEST_COMMENT = 65536,
  PAGE = 100,
  PAGES = 50,
  ATTEMPTS = 4;
async function pullRequest(access, number) {
  let answer = await call(access, 'GET', `pulls/${number}`),
    head = isObject(answer) && isObject(answer.head) ? answer.head : {},
    { sha, repo } = head,
    name = isObject(repo) ? repo.full_name : void 0;
  return {
    open: isObject(answer) && answer.state === 'open',
    headSha: typeof sha == 'string' ? sha : '',
    headRepository: typeof name == 'string' ? name : void 0,
  };
}
async function writeSticky(access, number, marker, text2) {
  let body = `${marker}
${text2}`;
  if (body.length > LONGEST_COMMENT) throw new Error(`A comment of ${body.length} characters is too long.`);
  let own = await find(access, number, marker);
  return own === void 0
    ? (await call(access, 'POST', `issues/${number}/comments`, { body }), 'written')
    : own.body === body
      ? 'unchanged'
      : (await call(access, 'PATCH', `issues/comments/${own.id}`, { body }), 'changed');
}
async function find(access, number, marker) {
  for (let page = 1; page <= PAGES; page++) {
    let answer = await call(access, 'GET', `issues/${number}/comments?per_page=${PAGE}&page=${page}`),
      comments = Array.isArray(answer) ? answer.filter(isObject) : [];
    for (let { id, body, user } of comments) {
      if (typeof id != 'number' || typeof body != 'string' || !isObject(user) || user.type !== 'Bot') continue;
      let unified = body.replaceAll(
        `\r
`,
        `
`,
      );
      if (
        unified.startsWith(`${marker}
`)
      )
        return { id, body: unified };
    }
    if (comments.length < PAGE) return;
  }
}
async function call(access, method, path, body) {
  let { api, token, repository, wait = 1e3 } = access;
  for (let attempt = 1; ; attempt++) {
    let failure = await attemptCall();
    if (!(failure instanceof Failure)) return failure;
    if (!failure.passing || attempt === ATTEMPTS) throw failure.error;
    await (0, import_promises.setTimeout)(wait * 2 ** (attempt - 1));
  }
  async function attemptCall() {
    let what = `${method} /repos/${repository}/${path}`,
      response;
    try {
      response = await fetch(`${api}/repos/${repository}/${path}`, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'x-github-api-version': '2022-11-28',
          'user-agent': 'tollgate',
          ...(body === void 0 ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === void 0 ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(3e4),
      });
    } catch (error) {
      return new Failure(new Error(`${what}: ${String(error)}`), !0);
    }
    let text2 = await response.text();
    if (response.ok) return text2 === '' ? void 0 : JSON.parse(text2);
    let refusal = new RefusedError(response.status, `${what}: ${response.status} ${text2.slice(0, 300)}`);
    return new Failure(refusal, response.status >= 500 || response.status === 429);
  }
}
var Failure = class {
  constructor(error, passing) {
    this.error = error;
    this.passing = passing;
  }
  error;
  passing;
};
var import_node_fs = require('node:fs'),
  import_node_path = require('node:path');
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function coverageOf(rules2) {
  let number = (outcome2) => rules2.filter((rule) => rule.outcome === outcome2).length,
    [notApplicable, off] = [number('not-applicable'), number('off')];
  return { rules: rules2.length, applied: rules2.length - notApplicable - off, notApplicable, off };
}
function isEmptyPass({ verdict, rules: rules2 }) {
  return verdict.outcome === 'passed' && rules2.length > 0 && coverageOf(rules2).applied === 0;
}
var EMPTY_PASS = ', but no rule applied to what it holds';
function countsOf({ problems, findings: findings2, undecided, waived, known, rules: rules2 }) {
  let blocking = findings2.filter(({ enforcement: enforcement2 }) => enforcement2 === 'block').length,
    open = undecided.filter(({ enforcement: enforcement2 }) => enforcement2 === 'block').length,
    warnings = findings2.length - blocking,
    { off } = coverageOf(rules2);
  return [
    ...(problems.length > 0 ? [count(problems.length, 'problem')] : []),
    ...(blocking > 0 ? [count(blocking, 'blocking finding')] : []),
    ...(open > 0 ? [`${open} undecided`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
    ...(known.length > 0 ? [`${known.length} in the baseline`] : []),
    ...(off > 0 ? [`${count(off, 'rule')} off`] : []),
  ];
}
function notices(report2) {
  return [...scopeNotices(report2), ...waiverNotices(report2)];
}
function ofRun(reports) {
  let waivers2 = new Map();
  for (let entry of reports.flatMap((report2) => report2.waivers.entries)) {
    let { rule, address, stack = '', owner, expires } = entry,
      key2 = JSON.stringify([rule, address, stack, owner, expires]),
      { state = entry.state, findings: findings2 = 0 } = waivers2.get(key2) ?? {},
      worn = state === 'active' ? state : entry.state;
    waivers2.set(key2, { ...entry, state: worn, findings: findings2 + entry.findings });
  }
  let baselines = reports.flatMap(({ baseline }) => (baseline === void 0 ? [] : [baseline])),
    gone = baselines.reduce((sum2, baseline) => sum2 + baseline.gone, 0);
  return {
    failOn: reports.find(({ failOn }) => failOn !== 'low')?.failOn ?? 'low',
    known: reports.flatMap(({ known }) => known),
    stacks: reports.flatMap(({ stacks }) => stacks),
    ...(baselines[0] === void 0 ? {} : { baseline: { ...baselines[0], gone } }),
    waivers: { digest: '', entries: [...waivers2.values()] },
  };
}
var LESSER = {
  critical: ['Only critical violations fail; what is less severe is a warning.'],
  high: ['Only critical and high violations fail; what is less severe is a warning.'],
  medium: ['Violations of low severity are warnings.'],
  low: [],
};
function scopeNotices(report2) {
  return [
    ...LESSER[report2.failOn],
    ...baselineNotice(report2),
    ...forgottenNotice(report2),
    ...repairNotices(report2),
  ];
}
var NAMED = 10,
  SHOWN = 60;
function forgottenNotice({ stacks }) {
  let all = stacks.flatMap(({ forgotten = [] }) => forgotten);
  if (all.length === 0) return [];
  let more = all.length > NAMED ? [`${all.length - NAMED} more`] : [],
    names = [...all.slice(0, NAMED), ...more].join(', '),
    [them, stay] = all.length === 1 ? ['it', 'stays'] : ['them', 'stay'];
  return [
    `Terraform forgets ${count(all.length, 'resource')}, which ${stay} in AWS: ${names}. What ${them === 'it' ? 'it lets' : 'they let'} through still counts; nothing else of ${them} is judged or priced.`,
  ];
}
function repairNotices({ stacks }) {
  let all = stacks.flatMap(({ repairs = [] }) => repairs),
    more = all.length - NAMED;
  return [
    ...all.slice(0, NAMED).map(repairNotice),
    ...(more > 0 ? [`The plan repairs ${more} more of what was changed outside of Terraform.`] : []),
  ];
}
function repairNotice({ address, attribute, found = '', planned = '' }) {
  return attribute === void 0
    ? `Deleted outside of Terraform: ${address}. The plan creates it again.`
    : `Changed outside of Terraform: ${address} ${attribute} is ${short(found)}; the plan makes it ${short(planned)}.`;
}
function short(text2) {
  return text2.length > SHOWN ? `${Array.from(text2).slice(0, SHOWN).join('')}\u2026` : text2;
}
function baselineNotice({ known, baseline }) {
  if (baseline === void 0) return [];
  let { gone } = baseline,
    counted =
      known.length === 1
        ? '1 finding is in the baseline and does'
        : `${known.length} findings are in the baseline and do`,
    stale =
      gone === 0 ? '' : ` ${count(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} gone: write it anew.`;
  return [`${counted} not count.${stale}`];
}
function waiverNotices({ waivers: waivers2 }) {
  return waivers2.entries.flatMap(waiverNotice);
}
function waiverNotice(waiver) {
  let { rule, address, stack, owner, expires, state, findings: findings2 } = waiver,
    what = `The waiver of ${rule} for ${address}${stack === void 0 ? '' : ` in ${stack}`}`;
  if (state === 'active') return [];
  if (state === 'unused') return [`${what} is unused: nothing that was judged needs it. Remove it (${owner}).`];
  let back =
    findings2 === 0 ? 'Nothing needs it: remove it' : `${count(findings2, 'finding')} that it covered count again`;
  return [`${what} expired on ${expires}. ${back} (${owner}).`];
}
function usageTexts(costs2) {
  let entries = costs2
    .filter(({ usage }) => usage !== '')
    .map(({ part: part2, item, usage }) => [
      JSON.stringify([part2, item, usage]),
      { part: part2, text: `${item}: ${usage}` },
    ]);
  return [...new Map(entries).values()];
}
function worstOf(judged) {
  return judged
    .map(({ report: report2 }) => report2.verdict)
    .reduce((worst, verdict) => (verdict.exitCode > worst.exitCode ? verdict : worst));
}
function capital(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
function byRule(entries) {
  let groups = new Map();
  for (let entry of entries) {
    let group = groups.get(entry.id);
    group === void 0 ? groups.set(entry.id, [entry]) : group.push(entry);
  }
  return [...groups.values()];
}
function sentence(text2) {
  let trimmed = text2.trim();
  return /[.!?…]$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}
function acrossStacks(entries, place2) {
  let groups = new Map();
  for (let entry of entries) {
    let { stack, constructPath: _, fingerprint: __, ...rest } = entry,
      key2 = JSON.stringify([place2(entry), rest]),
      group = groups.get(key2);
    group === void 0
      ? groups.set(key2, { entry, stacks: [stack] })
      : group.stacks.includes(stack)
        ? groups.set(`${key2} ${groups.size}`, { entry, stacks: [stack] })
        : group.stacks.push(stack);
  }
  return [...groups.values()];
}
var COMPARISON_SCHEMA_VERSION = 1;
function compareReports(base, head) {
  let rename = soleStacks(base, head),
    before = flat(base, rename),
    after = flat(head),
    coverage = coverageOf(overAll(after.rules));
  return {
    schemaVersion: COMPARISON_SCHEMA_VERSION,
    verdict: head.verdict,
    before: base.verdict,
    coverage,
    blocking: after.findings.filter(({ enforcement: enforcement2 }) => enforcement2 === 'block').length,
    notes: [...notes(before, after), ...coverageNotes(head, coverage)],
    problems: difference(before.problems, after.problems, ({ stack, what }) => key(stack, what)),
    ...findings(before, after),
    undecided: difference(before.undecided, after.undecided, place),
    waivers: waivers(before.waivers, after.waivers),
    rules: rules(before.rules, after.rules),
    flows: flows(before, after),
    ...costs(before, after),
  };
}
function soleStacks(base, head) {
  let [before, after] = [base, head].map(({ inputs }) => {
    let stacks = inputs.flatMap(({ report: report2 }) => report2.stacks);
    return inputs.length === 1 && stacks.length === 1 ? stacks[0]?.name : void 0;
  });
  return (stack) => (stack === before && after !== void 0 ? after : stack);
}
function flat({ inputs }, rename = (stack) => stack) {
  let named = inputs.map(({ files, report: report2 }) => {
      let input = files.join(', '),
        name = (stack) =>
          inputs.length === 1
            ? rename(stack)
            : report2.stacks.length <= 1 || stack === ''
              ? input
              : `${input}: ${stack}`,
        all = (entries) => entries.map((entry) => ({ ...entry, stack: name(entry.stack) }));
      return {
        ...report2,
        stacks: report2.stacks.map((stack) => ({ ...stack, name: name(stack.name) })),
        problems: all(report2.problems),
        findings: all(report2.findings),
        undecided: all(report2.undecided),
        waived: all(report2.waived),
        known: all(report2.known),
        flows: all(report2.flows),
        costs: all(report2.costs),
      };
    }),
    joined = (of) => named.flatMap(of);
  return {
    stacks: joined(({ stacks }) => stacks),
    problems: joined(({ problems }) => problems),
    findings: joined(({ findings: entries }) => entries),
    undecided: joined(({ undecided }) => undecided),
    waived: joined(({ waived }) => waived),
    known: joined(({ known }) => known),
    rules: joined(({ rules: entries }) => entries),
    flows: joined(({ flows: entries }) => entries),
    costs: joined(({ costs: entries }) => entries),
    waivers: joined(({ waivers: { entries } }) => entries),
    waiverDigests: [...new Set(named.map(({ waivers: { digest } }) => digest))].sort().join(),
    policies: [...new Set(named.map(({ policy }) => policy))].sort().join(),
    failOn: [...new Set(named.map(({ failOn }) => failOn))],
  };
}
function key(...parts) {
  return JSON.stringify(parts);
}
function place({ id, stack, address, path }) {
  return key(id, stack, address, path);
}
function index(entries, keyOf) {
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}
function difference(before, after, keyOf) {
  let was = index(before, keyOf),
    is = index(after, keyOf);
  return {
    added: [...is].flatMap(([name, entry]) => (was.has(name) ? [] : [entry])),
    gone: [...was].flatMap(([name, entry]) => (is.has(name) ? [] : [entry])),
  };
}
var LEAST = {
  critical: 'critical violations fail',
  high: 'violations of high severity and above fail',
  medium: 'violations of medium severity and above fail',
  low: 'violations of every severity fail',
};
function overAll(rules2) {
  let looked = index(
    rules2.filter(({ outcome: outcome2 }) => outcome2 !== 'not-applicable' && outcome2 !== 'off'),
    ({ id }) => id,
  );
  return [...index(rules2, ({ id }) => id).values()].map((rule) => looked.get(rule.id) ?? rule);
}
function coverageNotes({ inputs }, { applied, off }) {
  return [
    ...(applied === 0 ? [] : inputs.filter(({ report: report2 }) => isEmptyPass(report2))).map(
      ({ files }) => `No rule applied to what ${files.join(', ')} holds.`,
    ),
    ...(off === 0 ? [] : [`${count(off, 'rule')} ${off === 1 ? 'is' : 'are'} off.`]),
  ];
}
function notes(before, after) {
  let least = ({ failOn }) => failOn.map((severity2) => LEAST[severity2]).join(' or '),
    sameWaivers = key(...before.waivers.map(waiverText)) === key(...after.waivers.map(waiverText));
  return [
    ...(before.problems.length > 0
      ? ['The base could not be judged as a whole: what counts as new here may have been there before.']
      : []),
    ...(after.problems.length > 0
      ? ['The head could not be judged as a whole: what is not reported any more may still be there.']
      : []),
    ...(before.policies !== after.policies && before.policies !== '' && after.policies !== ''
      ? ['The policy itself is another one: a difference may come from its rules.']
      : []),
    ...(least(before) === least(after) ? [] : [`Now ${least(after)}; before, ${least(before)}.`]),
    ...(sameWaivers && before.waiverDigests !== after.waiverDigests && before.waiverDigests !== ''
      ? ['The longest lifetime of waivers, or their order, is another one.']
      : []),
  ];
}
function findings(before, after) {
  let counted = index(before.findings, place),
    waived = index(before.waived, place),
    known = index(before.known, place),
    undecided = index(before.undecided, place),
    stays = new Set([...after.findings, ...after.waived, ...after.known, ...after.undecided].map(place)),
    stateBefore = (name) =>
      waived.has(name) ? 'waived' : known.has(name) ? 'known' : undecided.has(name) ? 'undecided' : 'nothing',
    excused = [
      ...after.waived.filter((finding) => !waived.has(place(finding))).map((finding) => excuse(finding, 'waiver')),
      ...after.known.filter((finding) => !known.has(place(finding))).map((finding) => excuse(finding, 'baseline')),
    ];
  function excuse(finding, by) {
    return { ...finding, by, counted: counted.has(place(finding)) };
  }
  return {
    added: after.findings.flatMap((finding) => {
      let name = place(finding);
      return counted.has(name) ? [] : [{ ...finding, before: stateBefore(name) }];
    }),
    changed: after.findings.flatMap((finding) => {
      let was = counted.get(place(finding));
      return was === void 0 || (was.actual === finding.actual && was.enforcement === finding.enforcement)
        ? []
        : [{ before: was, after: finding }];
    }),
    fixed: before.findings.filter((finding) => !stays.has(place(finding))),
    excused,
  };
}
function waiverText({ rule, address, stack = '*', reason, owner, expires }) {
  return key(rule, address, stack, reason, owner, expires);
}
function waivers(before, after) {
  let of = ({ rule, address, stack = '*' }) => key(rule, address, stack),
    was = index(before, of);
  return {
    ...difference(before, after, of),
    changed: [...index(after, of)].flatMap(([name, waiver]) => {
      let earlier = was.get(name);
      return earlier === void 0
        ? []
        : waiverText(earlier) === waiverText(waiver) && earlier.state === waiver.state
          ? []
          : [{ before: earlier, after: waiver }];
    }),
  };
}
function rules(before, after) {
  if (before.length === 0 || after.length === 0) return [];
  let was = index(before, ({ id }) => id),
    is = index(after, ({ id }) => id);
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id) => {
    let [earlier, later] = [was.get(id), is.get(id)],
      rule = later ?? earlier,
      change = { before: earlier?.enforcement ?? 'absent', after: later?.enforcement ?? 'absent' };
    return rule === void 0 || change.before === change.after
      ? []
      : [{ id, title: rule.title, severity: rule.severity, ...change }];
  });
}
var STATES = ['open', 'unknown', 'closed'];
function flows(before, after) {
  let of = ({ stack, from, to, protocol, port }) => key(stack, from, to, protocol, port),
    states = (entries) =>
      index(
        [...entries].sort((one, other) => STATES.indexOf(other.state) - STATES.indexOf(one.state)),
        of,
      ),
    [was, is] = [states(before.flows), states(after.flows)];
  return [...new Set([...after.flows, ...before.flows].map(of))].flatMap((name) => {
    let [earlier, later] = [was.get(name), is.get(name)],
      flow = later ?? earlier;
    if (flow === void 0 || earlier?.state === later?.state || !comparable(before, after, flow.stack)) return [];
    let { stack, from, to, protocol, port } = flow,
      change = { before: earlier?.state ?? 'absent', after: later?.state ?? 'absent' };
    return [{ stack, from, to, protocol, port, ...change }];
  });
}
function costs(before, after) {
  let compared = [...new Set([...after.stacks, ...before.stacks].map(({ name }) => name))].flatMap((stack) => {
      let pair = { before: costOf(before, stack), after: costOf(after, stack) };
      return [...before.costs, ...after.costs].some((cost) => cost.stack === stack) ? [{ stack, ...pair }] : [];
    }),
    total2 = (side, { problems }) => {
      let amounts = compared.map((cost) => cost[side]);
      return problems.length > 0 || amounts.includes('unknown')
        ? 'unknown'
        : sum(amounts.filter((amount2) => typeof amount2 == 'object'));
    };
  return {
    costs: compared,
    total: { before: total2('before', before), after: total2('after', after) },
    items: items(before, after),
  };
}
function sum(amounts) {
  return {
    desired: amounts.reduce((all, { desired }) => all + desired, 0),
    maximum: amounts.reduce((all, { maximum }) => all + maximum, 0),
  };
}
function costOf(side, stack) {
  let standing = standingOf(side, stack);
  return standing !== 'judged' ? standing : sum(side.costs.filter((cost) => cost.stack === stack && cost.usage === ''));
}
function standingOf({ stacks, problems }, stack) {
  return stacks.some(({ name }) => name === stack) && !problems.some((problem) => problem.stack === stack)
    ? 'judged'
    : problems.length > 0
      ? 'unknown'
      : 'absent';
}
function comparable(before, after, stack) {
  return standingOf(before, stack) !== 'unknown' && standingOf(after, stack) !== 'unknown';
}
function items(before, after) {
  let of = ({ stack, address, item }) => key(stack, address, item);
  return [...new Map([...after.costs, ...before.costs].map((cost) => [of(cost), cost]))].flatMap(
    ([name, { stack, address, item }]) => {
      if (!comparable(before, after, stack)) return [];
      let [was, is] = [before, after].map((side) => side.costs.filter((cost) => of(cost) === name)),
        [earlier, later] = [price(was), price(is)];
      if (JSON.stringify(earlier) === JSON.stringify(later)) return [];
      let usage = [...(is ?? []), ...(was ?? [])].find((cost) => cost.usage !== '')?.usage ?? '';
      return [{ stack, address, item, before: earlier, after: later, usage }];
    },
  );
}
function price(entries = []) {
  if (entries.length === 0) return 'absent';
  let fixed = entries.filter(({ usage }) => usage === '');
  return fixed.length === 0 ? 'usage' : sum(fixed);
}
function formatUsd(microDollars) {
  let cents = (BigInt(microDollars) + 5000n) / 10000n;
  return `$${String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(cents % 100n).padStart(2, '0')}`;
}
function headline(comparison) {
  let { verdict, added, blocking, fixed, problems } = comparison,
    news = added.filter(({ enforcement: enforcement2 }) => enforcement2 === 'block').length,
    adds = news === 0 ? [] : [`adds ${count(news, 'blocking finding')}`],
    fixes = fixed.length === 0 || problems.added.length > 0 ? [] : [`fixes ${count(fixed.length, 'finding')}`],
    about = (words) => (words.length === 0 ? '' : `: ${words.join(', ')}`);
  switch (verdict.outcome) {
    case 'passed':
      return `Passed${nothingApplied(comparison) ? EMPTY_PASS : ''}${about(fixes)}`;
    case 'denied':
      return `Denied${about(news > 0 ? [...adds, ...fixes] : [`${count(blocking, 'blocking finding')}, none of them new`, ...fixes])}`;
    case 'could-not-judge':
      return `Could not judge${about(adds)}`;
  }
}
function nothingApplied({ verdict, coverage }) {
  return verdict.outcome === 'passed' && coverage.rules > 0 && coverage.applied === 0;
}
var BASE = { passed: 'passed', denied: 'was denied', 'could-not-judge': 'could not be judged' };
function changeSentence(comparison) {
  let {
      added,
      changed,
      fixed,
      excused,
      undecided,
      problems,
      waivers: waivers2,
      rules: rules2,
      flows: flows2,
      verdict,
      before,
    } = comparison,
    parts = [
      ...part(problems.added.length, 'problem', 'adds'),
      ...part(problems.gone.length, 'problem', 'solves'),
      ...part(added.length, 'finding', 'adds'),
      ...part(changed.length, 'finding', 'changes'),
      ...part(fixed.length, 'finding', comparison.problems.added.length > 0 ? 'no longer reports' : 'fixes'),
      ...part(excused.length, 'finding', 'excuses'),
      ...part(undecided.added.length, 'undecided value', 'adds'),
      ...part(undecided.gone.length, 'undecided value', 'settles'),
      ...part(waivers2.added.length + waivers2.gone.length + waivers2.changed.length, 'waiver', 'changes'),
      ...part(rules2.length, 'rule', 'changes'),
      ...part(flows2.length, 'flow', 'changes'),
    ],
    what =
      parts.length === 0
        ? 'Changes nothing of what the gate reports, costs aside.'
        : `${capitalFirst(parts.join(', '))}.`;
  return verdict.outcome === before.outcome ? what : `${what} The base ${BASE[before.outcome]}.`;
}
function part(number, noun, verb) {
  return number === 0 ? [] : [`${verb} ${count(number, noun)}`];
}
function capitalFirst(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
function signedUsd(microDollars) {
  return microDollars === 0 ? '\xB1$0.00' : `${microDollars > 0 ? '+' : '\u2212'}${formatUsd(Math.abs(microDollars))}`;
}
function usd(amount2, size) {
  return typeof amount2 == 'object'
    ? formatUsd(amount2[size])
    : { absent: '\u2013', unknown: 'unknown', usage: 'depends on use' }[amount2];
}
function differenceUsd(before, after, size) {
  let [was, is] = [before, after].map((amount2) =>
    amount2 === 'absent' ? 0 : typeof amount2 == 'object' ? amount2[size] : void 0,
  );
  return was === void 0 || is === void 0 ? '' : signedUsd(is - was);
}
function stepUsd(before, after, size) {
  let [was, is] = [usd(before, size), usd(after, size)];
  if (was === is && typeof after == 'object') return `${is}, as before`;
  let difference2 = differenceUsd(before, after, size);
  return `${was} \u2192 ${is}${difference2 === '' ? '' : ` (${difference2})`}`;
}
function totalSentence({ costs: costs2, total: { before, after } }) {
  if (costs2.length !== 0)
    return `Fixed prices a month: at desired size ${stepUsd(before, after, 'desired')}; at maximum size ${stepUsd(before, after, 'maximum')}.`;
}
function flowText({ from, to, protocol, port }) {
  return `${from} \u2192 ${to} ${protocol} ${port}`;
}
function stateText(state) {
  return state === 'absent' ? 'not there' : state;
}
function enforcementText(enforcement2) {
  return { block: 'blocks', warn: 'warns', off: 'off', absent: 'not there' }[enforcement2];
}
function itemText(amount2, usage) {
  if (amount2 === 'usage') return `depends on use: ${usage}`;
  if (amount2 === 'absent') return '\u2013';
  let [desired, maximum] = [usd(amount2, 'desired'), usd(amount2, 'maximum')];
  return desired === maximum ? desired : `${desired}, at most ${maximum}`;
}
var WAIVER_STATES = { active: 'active', expired: 'expired', unused: 'unused' };
function waiverChanges(before, after) {
  return [
    ['until', before.expires, after.expires],
    ['owner', before.owner, after.owner],
    ['reason', before.reason, after.reason],
    ['state', WAIVER_STATES[before.state], WAIVER_STATES[after.state]],
  ].flatMap(([name, was, is]) => (was === is ? [] : [`${name}: ${was} \u2192 ${is}`]));
}
function oneLine(text2) {
  return text2.replace(/\s+/g, ' ').trim();
}
function plain(text2) {
  return oneLine(text2)
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200B')
    .replaceAll('://', ':\\//')
    .replace(/\bwww\./gi, (word2) => `${word2.slice(0, -1)}\\.`);
}
function prose(text2) {
  return oneLine(text2)
    .split(/(`[^`]+`)/)
    .map((part2, position) => {
      if (position % 2 === 1) return code(part2.slice(1, -1));
      let words = plain(part2);
      return `${/^\s/.test(part2) ? ' ' : ''}${words}${words !== '' && /\s$/.test(part2) ? ' ' : ''}`;
    })
    .join('');
}
function code(text2) {
  let line = oneLine(text2);
  if (line === '') return '(empty)';
  let longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)),
    fence = '`'.repeat(longest + 1),
    space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
function cell(text2) {
  return code(text2).replaceAll('|', '\\|');
}
function html(text2) {
  return oneLine(text2)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');
}
var LIMIT = 64e3,
  RESERVE = 600,
  FOLD = 120,
  OPEN = 5,
  BREAK = `<br>
`,
  EMPTY_MARK = '\u26AA',
  MARKS = { passed: '\u2705', denied: '\u274C', 'could-not-judge': '\u26A0\uFE0F' };
function compareMarkdown(comparison, { limit = LIMIT } = {}) {
  let total2 = totalSentence(comparison),
    head = [
      `## ${nothingApplied(comparison) ? EMPTY_MARK : MARKS[comparison.verdict.outcome]} ${headline(comparison)}`,
      changeSentence(comparison),
      ...(total2 === void 0 ? [] : [total2]),
      ...comparison.notes.map((note) => `> ${note}`),
    ].join(`

`),
    { last, first } = sectionsOf(comparison),
    room = limit - head.length - RESERVE,
    fitted = new Map(
      [...last, ...first].map((section) => {
        room -= section.heading.length + 2 * (section.table?.join('   ').length ?? 0) + FOLD;
        let entries = section.entries.filter((entry) => {
          let fits = entry.length + 2 <= room;
          return (fits && (room -= entry.length + 2), fits);
        });
        return [section, entries];
      }),
    ),
    sections = [...first, ...last],
    left = sections.flatMap((section) => {
      let missing = section.entries.length - (fitted.get(section) ?? []).length;
      return missing === 0 ? [] : [count(missing, section.kind)];
    });
  return `${[
    head,
    ...sections.flatMap((section) => sectionText(section, fitted.get(section) ?? [])),
    ...(left.length === 0
      ? []
      : [
          `**Left out, because a comment can hold no more: ${left.join(', ')}.** \`tollgate compare\` shows all of it.`,
        ]),
  ].join(`

`)}
`;
}
function sectionText({ heading, kind, table, open = OPEN }, entries) {
  if (entries.length === 0) return [];
  let together = (some) =>
      table === void 0
        ? some.join(`

`)
        : [row(table), row(table.map(() => ':--')), ...some].join(`
`),
    [shown, hidden] = [entries.slice(0, open), entries.slice(open)],
    more = shown.length === 0 ? count(hidden.length, kind) : `${hidden.length} more`;
  return [
    ...(heading === '' ? [] : [`### ${heading}`]),
    ...(shown.length === 0 ? [] : [together(shown)]),
    ...(hidden.length === 0
      ? []
      : [
          `<details><summary>${more}</summary>

${together(hidden)}

</details>`,
        ]),
  ];
}
function row(cells) {
  return `| ${cells.join(' | ')} |`;
}
function sectionsOf(comparison) {
  let { problems, added, changed, fixed, excused, undecided } = comparison,
    { waivers: waivers2, rules: rules2, flows: flows2, costs: costs2, items: items2 } = comparison,
    complete = problems.added.length === 0,
    first = [
      { heading: 'Could not judge', kind: 'problem', entries: problems.added.map(problemText) },
      { heading: 'Adds', kind: 'added finding', entries: added.map(addedText) },
      {
        heading: 'Still wrong, in another way',
        kind: 'changed finding',
        entries: changed.map(({ before, after }) =>
          findingText(after, `Before: ${code(before.actual)}, which ${enforcementText(before.enforcement)}.`),
        ),
      },
      { heading: 'Excuses', kind: 'excused finding', entries: excused.map(excusedText) },
      {
        heading: 'Undecided now',
        kind: 'undecided value',
        entries: undecided.added.map((entry) =>
          [ruleAnd(entry), plain(sentence(entry.message)), fixText(entry)].join(BREAK),
        ),
      },
      {
        heading: complete ? 'Fixes' : 'Not reported any more',
        kind: 'fixed finding',
        entries: fixed.map((finding) => `- ${shortText(finding)}: ${code(finding.actual)}`),
      },
      {
        heading: complete ? 'Settles' : 'Not reported as undecided any more',
        kind: 'settled value',
        entries: undecided.gone.map((entry) => `- ${shortText(entry)}`),
      },
      {
        heading: 'Could be judged now',
        kind: 'solved problem',
        entries: problems.gone.map(({ stack, what }) => `- ${stack === '' ? '' : `${code(stack)}: `}${plain(what)}`),
      },
    ],
    last = [
      {
        heading: 'Waivers',
        kind: 'waiver',
        table: ['', 'rule', 'address', 'owner', 'until', 'reason'],
        entries: [
          ...waivers2.added.map((waiver) => waiverRow('added', waiver)),
          ...waivers2.changed.map(({ before, after }) => waiverRow('changed', after, waiverChanges(before, after))),
          ...waivers2.gone.map((waiver) => waiverRow('removed', waiver)),
        ],
      },
      {
        heading: 'Rules',
        kind: 'rule',
        table: ['rule', '', 'severity', 'before', 'now'],
        entries: rules2.map(({ id, title, severity: severity2, before, after }) =>
          row([plain(id), plain(title), severity2, enforcementText(before), `**${enforcementText(after)}**`]),
        ),
      },
      {
        heading: 'Flows',
        kind: 'flow',
        table: ['stack', 'flow', 'before', 'now'],
        entries: flows2.map((flow) =>
          row([cell(flow.stack), plain(flowText(flow)), stateText(flow.before), `**${stateText(flow.after)}**`]),
        ),
      },
      {
        heading: 'Cost a month',
        kind: 'stack with its cost',
        table: ['stack', 'desired before', 'now', '', 'maximum before', 'now', ''],
        entries: costs2
          .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
          .map(({ stack, before, after }) =>
            row([
              cell(stack),
              ...['desired', 'maximum'].flatMap((size) => [
                usd(before, size),
                `**${usd(after, size)}**`,
                differenceUsd(before, after, size),
              ]),
            ]),
          ),
      },
      {
        heading: '',
        kind: 'changed price',
        open: 0,
        table: ['stack', 'resource', 'item', 'before', 'now'],
        entries: items2.map(({ stack, address, item, before, after, usage }) =>
          row([cell(stack), cell(address), plain(item), plain(itemText(before, usage)), plain(itemText(after, usage))]),
        ),
      },
    ];
  return { first, last };
}
function where({ address, stack, path, source }) {
  return [
    `**${code(address)}**`,
    ...(stack === '' ? [] : [` in ${code(stack)}`]),
    ...(path === '' ? [] : [`, ${code(path)}`]),
    ...(source === void 0 ? [] : [`, made at ${code(`${source.file}:${source.line}`)}`]),
  ].join('');
}
function ruleAnd(entry) {
  let warns = entry.enforcement === 'block' ? '' : ' (warning)';
  return `**${capital(entry.severity)} \xB7 ${plain(entry.id)} \xB7 ${plain(entry.title)}**${warns}${BREAK}${where(entry)}`;
}
function fixText({ remediation }) {
  return `_Fix:_ ${prose(remediation)}`;
}
function findingText(finding, ...more) {
  return [
    ruleAnd(finding),
    `There: ${code(finding.actual)}. Allowed: ${code(finding.allowed)}.`,
    ...more,
    plain(sentence(finding.message)),
    fixText(finding),
  ].join(BREAK);
}
var COUNTS_AGAIN = {
  nothing: [],
  undecided: ['Before, this was undecided.'],
  waived: ['Before, a waiver let it through.'],
  known: ['Before, it was in the baseline.'],
};
function addedText(finding) {
  return findingText(finding, ...COUNTS_AGAIN[finding.before]);
}
function excusedText(finding) {
  let { waiver, by, counted } = finding,
    how =
      waiver === void 0
        ? `It is in the ${by} now.`
        : `Waived until ${plain(waiver.expires)} by ${plain(waiver.owner)}: ${plain(waiver.reason)}`;
  return [
    ruleAnd(finding),
    `There: ${code(finding.actual)}. Allowed: ${code(finding.allowed)}.`,
    `${counted ? 'Before, it counted.' : '**This violation is new.**'} ${how}`,
  ].join(BREAK);
}
function shortText({ id, stack, address, path }) {
  return `${plain(id)}: ${[stack, address, path]
    .filter((part2) => part2 !== '')
    .map(code)
    .join(', ')}`;
}
function problemText({ stack, what, why, fix }) {
  return [`**${stack === '' ? '' : `${plain(stack)}: `}${plain(what)}**`, plain(why), `_Fix:_ ${prose(fix)}`].join(
    BREAK,
  );
}
function waiverRow(what, waiver, changes = []) {
  let { rule, address, stack, owner, expires, reason, state } = waiver,
    word2 = changes.length === 0 ? `**${what}**` : `**${what}**, ${changes.map(plain).join('; ')}`,
    scope = stack === void 0 ? cell(address) : `${cell(address)} in ${cell(stack)}`;
  return row([
    word2,
    plain(rule),
    scope,
    plain(owner),
    `${plain(expires)}${state === 'active' || changes.length > 0 ? '' : `, ${state}`}`,
    plain(reason),
  ]);
}
var TIERS = { internet: 'Internet', alb: 'ALB', app: 'EC2', db: 'RDS', endpoint: 'Endpoint' },
  MARKS2 = { open: '\u2500\u2500', closed: '\u2500\u2717\u2500', unknown: '\u2500?\u2500' };
function flowPicture(flows2, width) {
  let left = [...flows2],
    lines = [];
  for (; left.length > 0;) {
    let start = left.findIndex((flow) => left.every((other) => other === flow || other.to !== flow.from)),
      [first] = left.splice(Math.max(start, 0), 1);
    if (first === void 0) break;
    let line = tier(first.from) + arrow(first),
      end = first.to;
    for (;;) {
      let index2 = left.findIndex((flow) => flow.from === end && (line + arrow(flow)).length <= width),
        [next] = index2 < 0 ? [] : left.splice(index2, 1);
      if (next === void 0) break;
      ((line += arrow(next)), (end = next.to));
    }
    lines.push(line);
  }
  return (
    flows2.some((flow) => flow.state === 'closed') && lines.push('\u2717 closed: nothing gets through'),
    flows2.some((flow) => flow.state === 'unknown') && lines.push('? unknown: not decided by what was judged'),
    lines
  );
}
function arrow({ port, protocol, state, to }) {
  return ` \u2500\u2500${protocol === 'tcp' ? String(port) : `${String(port)}/${protocol}`}${MARKS2[state]}\u25B6 ${tier(to)}`;
}
function tier(name) {
  return Object.hasOwn(TIERS, name) ? (TIERS[name] ?? name) : name;
}
function placeOf({ source, stack }, { files, report: report2 }) {
  if (source !== void 0) return source;
  let file = report2.stacks.find(({ name }) => name === stack)?.file ?? files[0];
  return file === void 0 ? void 0 : { file: file.replaceAll('\\', '/') };
}
function placeText({ file, line }) {
  return line === void 0 ? file : `${file}:${line}`;
}
var LIMIT2 = 65e3,
  RESERVE2 = 400,
  OPEN2 = 3,
  LONG = 600,
  FLOW_WIDTH = 100;
function markdownReport(judged, { limit = LIMIT2 } = {}) {
  let head = headText(judged),
    blocks = judged.flatMap((each) => blocksOf(each, judged.length > 1)),
    shown = [],
    left = new Map(),
    room = limit - head.length - RESERVE2;
  for (let block of blocks) {
    let previous = shown.at(-1),
      needed = newHeads(block, previous).join(`

`).length,
      joins = previous?.folded === !0 && previous.group === block.group,
      length = block.text.length + needed + 2 * block.heads.length + (block.folded && !joins ? 80 : 0) + 2;
    if (length > room) {
      left.set(block.kind, (left.get(block.kind) ?? 0) + block.size);
      continue;
    }
    ((room -= length), shown.push(block));
  }
  return `${[head, ...bodyText(shown), ...leftText(left)].join(`

`)}
`;
}
var MARKS3 = { passed: '\u2705', denied: '\u274C', 'could-not-judge': '\u26A0\uFE0F' },
  EMPTY_MARK2 = '\u26AA',
  WORDS = { passed: 'Passed', denied: 'Denied', 'could-not-judge': 'Could not judge' };
function headText(judged) {
  let { outcome: outcome2 } = worstOf(judged),
    [only] = judged,
    reports = judged.map(({ report: report2 }) => report2),
    empty = reports.filter(isEmptyPass).length,
    all = empty === reports.length,
    about =
      judged.length === 1 && only !== void 0
        ? countsOf(only.report)
        : [`${count(judged.length, 'input')}${empty === 0 || all ? '' : `, and no rule applied to ${empty} of them`}`],
    stacks = reports.flatMap((report2) => report2.stacks),
    resources = stacks.reduce((sum2, stack) => sum2 + stack.resources, 0),
    rules2 = new Set(reports.flatMap((report2) => report2.rules.map(({ id }) => id))),
    seen = [count(stacks.length, 'stack'), count(resources, 'resource'), count(rules2.size, 'rule')].join(', '),
    remarks = notices(ofRun(reports)).map((notice) => `> ${plain(notice)}`);
  return [
    `## ${all ? EMPTY_MARK2 : MARKS3[outcome2]} ${WORDS[outcome2]}${all ? EMPTY_PASS : ''}${about.length === 0 ? '' : `: ${about.join(', ')}`}`,
    `${seen}.`,
    ...(remarks.length === 0
      ? []
      : [
          remarks.join(`
>
`),
        ]),
  ].join(`

`);
}
function newHeads({ heads }, previous) {
  let first = heads.findIndex((head, index2) => head !== previous?.heads[index2]);
  return first < 0 ? [] : heads.slice(first);
}
function bodyText(blocks) {
  let lines = [];
  for (let at = 0; at < blocks.length; at++) {
    let block = blocks[at];
    if (block === void 0) break;
    if ((lines.push(...newHeads(block, blocks[at - 1])), !block.folded)) {
      lines.push(block.text);
      continue;
    }
    let fold2 = [block];
    for (let next = blocks[at + 1]; next?.folded === !0 && next.group === block.group; next = blocks[at + 1])
      (fold2.push(next), (at += 1));
    let number = fold2.reduce((sum2, { size }) => sum2 + size, 0),
      name = blocks.some(({ group, folded }) => group === block.group && !folded)
        ? `${number} more`
        : count(number, block.kind);
    lines.push(`<details><summary>${name}</summary>`, ...fold2.map(({ text: text2 }) => text2), '</details>');
  }
  return lines;
}
function leftText(left) {
  return left.size === 0
    ? []
    : [
        `**Left out, because a comment can hold no more: ${[...left].map(([kind, number]) => count(number, kind)).join(', ')}.** The other reports of this run have all of it.`,
      ];
}
function blocksOf(judged, several) {
  let { report: report2, files } = judged,
    empty = isEmptyPass(report2),
    said = [...(empty ? [`passed${EMPTY_PASS}`] : []), ...countsOf(report2)].join(', ') || 'passed',
    title = several
      ? [`## ${empty ? EMPTY_MARK2 : MARKS3[report2.verdict.outcome]} ${code(files.join(', '))}: ${said}`]
      : [],
    of = (entries, section, kind, show, folded = !1) =>
      byRule(entries).flatMap((rule) =>
        acrossStacks(rule, (entry) => placeText(placeOf(entry, judged) ?? { file: '' })).map((shared, index2) => {
          let text2 = show(shared);
          return {
            kind,
            text: text2,
            size: shared.stacks.length,
            group: `${title.join('')}${section}${folded ? '' : shared.entry.id}`,
            folded: folded || index2 >= OPEN2 || text2.length > LONG,
            heads: [...title, ...(folded ? [] : [...(section === '' ? [] : [section]), ruleHead(shared.entry)])],
          };
        }),
      ),
    whole = (kind, text2, summaryText) =>
      text2 === ''
        ? []
        : [
            {
              kind,
              size: 1,
              folded: !1,
              group: kind,
              heads: title,
              text: summaryText === void 0 ? text2 : fold(summaryText, text2),
            },
          ],
    blocks = [
      ...report2.problems.map((problem) => ({
        kind: 'problem',
        size: 1,
        text: problemText2(problem),
        heads: title,
        folded: !1,
        group: 'problem',
      })),
      ...of(
        report2.findings.filter(({ enforcement: enforcement2 }) => enforcement2 === 'block'),
        '',
        'finding',
        (shared) => findingText2(shared, judged),
      ),
      ...of(report2.undecided, '### Undecided', 'undecided value', (shared) => undecidedText(shared, judged)),
      ...of(
        report2.findings.filter(({ enforcement: enforcement2 }) => enforcement2 !== 'block'),
        '### Warnings',
        'warning',
        (shared) => findingText2(shared, judged),
      ),
      ...of(report2.waived, 'Waived', 'waived finding', (shared) => waivedText(shared, judged), !0),
      ...of(report2.known, 'Known', 'known finding', shortText2, !0),
      ...whole('picture of flows', flowsText(judged)),
      ...report2.stacks.flatMap(({ name }) => {
        let costs2 = report2.costs.filter(({ stack }) => stack === name);
        return costs2.length === 0 ? [] : whole('table of costs', costTable(costs2), costSummary(name, costs2));
      }),
      ...whole('list of rules', rulesList(report2.rules), rulesSummary(report2.rules)),
    ];
  return blocks.length > 0
    ? blocks
    : title.map((text2) => ({ kind: 'input', size: 1, text: text2, heads: [], folded: !1, group: text2 }));
}
function ruleHead({ severity: severity2, id, title, remediation }) {
  return `#### ${capital(severity2)} \xB7 ${id} \xB7 ${plain(title)}

_Fix:_ ${prose(remediation)}`;
}
var BREAK2 = `<br>
`;
function where2({ entry, stacks }, judged) {
  let place2 = placeOf(entry, judged),
    named = stacks.filter((stack) => stack !== '' && stack !== place2?.file);
  return [
    `**${code(entry.address)}**`,
    ...(named.length === 0 ? [] : [` in ${named.map(code).join(' and ')}`]),
    ...(entry.path === '' ? [] : [`, ${code(entry.path)}`]),
    ...(place2?.line === void 0 ? [] : [`, made at ${code(placeText(place2))}`]),
  ].join('');
}
function findingText2(shared, judged) {
  let { actual, allowed, message } = shared.entry;
  return [where2(shared, judged), `There: ${code(actual)}. Allowed: ${code(allowed)}.`, plain(sentence(message))].join(
    BREAK2,
  );
}
function undecidedText(shared, judged) {
  return [where2(shared, judged), plain(sentence(shared.entry.message))].join(BREAK2);
}
function waivedText(shared, judged) {
  let { id, actual, allowed, waiver } = shared.entry;
  return [
    `${id}: ${where2(shared, judged)}`,
    `There: ${code(actual)}. Allowed: ${code(allowed)}.`,
    `Waived until ${waiver.expires} by ${plain(waiver.owner)}: ${plain(sentence(waiver.reason))}`,
  ].join(BREAK2);
}
function shortText2({ entry: { id, address, path, actual }, stacks }) {
  let at = [...stacks, address, path].filter((part2) => part2 !== '').map(code);
  return `${id}: ${at.join(', ')}: ${code(actual)}`;
}
function problemText2({ stack, what, why, fix }) {
  return [`**${stack === '' ? '' : `${plain(stack)}: `}${plain(what)}**`, plain(why), `_Fix:_ ${plain(fix)}`].join(
    BREAK2,
  );
}
function flowsText({ report: report2 }) {
  let pictures = new Map();
  for (let { name } of report2.stacks) {
    let lines = flowPicture(
      report2.flows.filter(({ stack }) => stack === name),
      FLOW_WIDTH,
    );
    if (lines.length === 0) continue;
    let picture = lines.join(`
`);
    pictures.set(picture, [...(pictures.get(picture) ?? []), name]);
  }
  return [...pictures].map(
    ([picture, names]) => `**Flows** of ${names.map(code).join(' and ')}

\`\`\`text
${picture}
\`\`\``,
  ).join(`

`);
}
var AMOUNTS = ['minimum', 'desired', 'maximum'];
function total(costs2) {
  return AMOUNTS.map((amount2) => formatUsd(costs2.reduce((sum2, cost) => sum2 + cost[amount2], 0)));
}
function costSummary(name, costs2) {
  let fixed = costs2.filter(({ usage }) => usage === ''),
    [, desired = '', maximum = ''] = total(fixed),
    price2 = fixed.length === 0 ? 'depends on use' : `${desired} a month, at most ${maximum}`;
  return `Cost of <code>${html(name)}</code>: ${price2}${fixed.length < costs2.length && fixed.length > 0 ? ', and what depends on use' : ''}`;
}
function costTable(costs2) {
  let fixed = costs2.filter(({ usage }) => usage === ''),
    row2 = (cells) => `| ${cells.join(' | ')} |`,
    parts = [...new Set(fixed.map(({ part: part2 }) => part2))],
    table = [
      row2(['US dollars a month', ...AMOUNTS]),
      '| :-- | --: | --: | --: |',
      ...parts.map((part2) => row2([plain(part2), ...total(fixed.filter((cost) => cost.part === part2))])),
      row2(['**total of fixed prices**', ...total(fixed).map((amount2) => `**${amount2}**`)]),
    ].join(`
`),
    unknown = usageTexts(costs2).map(({ part: part2, text: text2 }) => `- ${plain(part2)}: ${plain(text2)}`);
  return [
    ...(fixed.length === 0 ? [] : [table]),
    ...(unknown.length === 0
      ? []
      : [
          `Depends on use:

${unknown.join(`
`)}`,
        ]),
  ].join(`

`);
}
var OUTCOMES = {
  denied: 'denied',
  undecided: 'undecided',
  accepted: 'accepted',
  passed: 'passed',
  'not-applicable': 'not applicable',
  off: 'off',
};
function rulesSummary(rules2) {
  let counts = Object.entries(OUTCOMES).map(([outcome2, word2]) => {
    let number = rules2.filter((rule) => rule.outcome === outcome2).length;
    return number === 0 ? [] : [`${number} ${word2}`];
  });
  return `${count(rules2.length, 'rule')}: ${counts.flat().join(', ')}`;
}
function rulesList(rules2) {
  return rules2.length === 0
    ? ''
    : [
        '| id | rule | severity | outcome |',
        '| :-- | :-- | :-- | :-- |',
        ...rules2.map(({ id, title, severity: severity2, enforcement: enforcement2, outcome: outcome2 }) => {
          let warned =
            enforcement2 === 'warn' && (outcome2 === 'denied' || outcome2 === 'undecided') ? ' (warning)' : '';
          return `| ${id} | ${plain(title)} | ${severity2} | ${OUTCOMES[outcome2]}${warned} |`;
        }),
      ].join(`
`);
}
function fold(summaryText, text2) {
  return `<details><summary>${summaryText}</summary>

${text2}

</details>`;
}
function readReport(path, text2) {
  let content;
  try {
    content = JSON.parse(text2);
  } catch (error) {
    throw refuse(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!isObject(content)) throw refuse(`${path} is no report of the gate.`);
  let { schemaVersion, reports } = content;
  if (schemaVersion !== 1) {
    let has = schemaVersion === void 0 ? 'no schemaVersion' : `schemaVersion ${JSON.stringify(schemaVersion)}`;
    throw refuse(`${path} has ${has}; this gate writes and reads ${1}.`);
  }
  let wrong = (reports === void 0 ? REPORT : REPORTS)(content);
  if (wrong !== void 0) throw refuse(`${path} is no report of the gate: ${wrong}.`);
  if (reports === void 0) {
    let report2 = content;
    return { verdict: report2.verdict, inputs: [{ files: [], report: report2 }] };
  }
  let { verdict } = content;
  return { verdict, inputs: reports };
}
function refuse(what) {
  return new CouldNotJudge(
    what,
    'Only reports that are exactly understood can be compared.',
    'Write both with `--format json=FILE`, by versions of the gate that write the same schemaVersion.',
  );
}
var text = (value) => (typeof value == 'string' ? void 0 : 'is no text'),
  identifier = (value) => (typeof value == 'string' && /^[\w.-]{1,40}$/.test(value) ? void 0 : 'is no id of a rule'),
  day = (value) =>
    typeof value == 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? void 0 : 'is no day such as 2026-03-31',
  amount = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? void 0 : 'is no whole number');
function oneOf(...words) {
  return (value) => (words.includes(value) ? void 0 : `is none of ${words.join(', ')}`);
}
function list(check) {
  return (value) => {
    if (!Array.isArray(value)) return 'is no list';
    for (let [index2, entry] of value.entries()) {
      let wrong = check(entry);
      if (wrong !== void 0) return within(`[${index2}]`, wrong);
    }
  };
}
function object(members) {
  return (value) => {
    if (!isObject(value)) return 'is no object';
    for (let [name, check] of Object.entries(members)) {
      let wrong = check(value[name]);
      if (wrong !== void 0) return within(name, wrong);
    }
  };
}
function within(name, wrong) {
  return wrong.startsWith('[') ? `${name}${wrong}` : wrong.startsWith('is ') ? `${name} ${wrong}` : `${name}.${wrong}`;
}
function optional(check) {
  return (value) => (value === void 0 ? void 0 : check(value));
}
var severity = oneOf(...SEVERITIES),
  enforcement = oneOf('block', 'warn', 'off'),
  outcome = oneOf('passed', 'accepted', 'denied', 'undecided', 'not-applicable', 'off'),
  JUDGEMENT = {
    id: identifier,
    title: text,
    stack: text,
    address: text,
    path: text,
    message: text,
    remediation: text,
    severity,
    enforcement,
    source: optional(object({ file: text, line: amount })),
  },
  FINDING = { ...JUDGEMENT, actual: text, allowed: text },
  WAIVER = { rule: identifier, address: text, stack: optional(text), reason: text, owner: text, expires: day },
  VERDICT = object({ exitCode: oneOf(0, 1, 2), outcome: oneOf('passed', 'denied', 'could-not-judge') }),
  REPAIR = object({ address: text, attribute: optional(text), found: optional(text), planned: optional(text) }),
  REPORT = object({
    schemaVersion: oneOf(1),
    verdict: VERDICT,
    policy: text,
    failOn: severity,
    stacks: list(
      object({
        name: text,
        resources: amount,
        file: optional(text),
        forgotten: optional(list(text)),
        repairs: optional(list(REPAIR)),
      }),
    ),
    problems: list(object({ stack: text, what: text, why: text, fix: text })),
    findings: list(object(FINDING)),
    undecided: list(object(JUDGEMENT)),
    waived: list(object({ ...FINDING, waiver: object(WAIVER) })),
    known: list(object(FINDING)),
    waivers: object({
      digest: text,
      entries: list(object({ ...WAIVER, state: oneOf('active', 'expired', 'unused'), findings: amount })),
    }),
    baseline: optional(object({ gone: amount })),
    rules: list(object({ id: identifier, title: text, severity, enforcement, outcome })),
    flows: list(
      object({
        stack: text,
        from: text,
        to: text,
        protocol: text,
        port: amount,
        state: oneOf('open', 'closed', 'unknown'),
      }),
    ),
    costs: list(
      object({
        stack: text,
        part: text,
        address: text,
        item: text,
        usage: text,
        minimum: amount,
        desired: amount,
        maximum: amount,
      }),
    ),
  }),
  REPORTS = object({ verdict: VERDICT, reports: list(object({ files: list(text), report: REPORT })) });
var FILES = { number: 'pull-request.json', base: 'base.json', head: 'head.json' },
  LARGEST = 64 * 1024 * 1024,
  LIMIT3 = 64e3,
  HandoverError = class extends Error {
    name = 'HandoverError';
  };
function readNumber(directory) {
  let text2 = read(directory, FILES.number);
  if (text2 !== void 0)
    try {
      let content = JSON.parse(text2);
      return asNumber(isObject(content) ? content.number : void 0);
    } catch {
      throw new HandoverError(`${FILES.number} holds no number of a pull request.`);
    }
}
function commentText(directory) {
  let head = report(directory, FILES.head),
    base = report(directory, FILES.base);
  if (head === void 0)
    return `## \u26A0\uFE0F Could not judge

The run left no report. Its log says why.
`;
  if (head instanceof Error)
    return `## \u26A0\uFE0F Could not judge

The report of this change cannot be read here: ${plain(head.message)}
`;
  if (base === void 0 || base instanceof Error) {
    let note = `> What was there before cannot be compared: ${base === void 0 ? 'there is none' : plain(base.message)}
`;
    return `${markdownReport(head.inputs, { limit: LIMIT3 - note.length - 2 })}
${note}`;
  }
  return compareMarkdown(compareReports(base, head), { limit: LIMIT3 });
}
function report(directory, name) {
  try {
    let text2 = read(directory, name);
    return text2 === void 0 ? void 0 : readReport(name, text2);
  } catch (error) {
    if (error instanceof CouldNotJudge) return new Error(error.what);
    if (error instanceof HandoverError) return error;
    throw error;
  }
}
function read(directory, name) {
  let path = (0, import_node_path.join)(directory, name),
    found = (0, import_node_fs.lstatSync)(path, { throwIfNoEntry: !1 });
  if (found !== void 0) {
    if (!found.isFile()) throw new HandoverError(`${name} is no file.`);
    if (found.size > LARGEST) throw new HandoverError(`${name} is larger than any report.`);
    return (0, import_node_fs.readFileSync)(path, 'utf8');
  }
}
function required(environment, name) {
  let value = environment[name];
  if (value === void 0 || value === '') throw new Error(`${name} is not set.`);
  return value;
}
function annotate(level, message) {
  let text2 = message
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll(
      `
`,
      '%0A',
    );
  return `::${level} title=tollgate::${text2}
`;
}
var Nothing = class extends Error {};
async function comment(directory, environment) {
  try {
    let event = readEvent(
      required(environment, 'GITHUB_EVENT_NAME'),
      (0, import_node_fs2.readFileSync)(required(environment, 'GITHUB_EVENT_PATH'), 'utf8'),
    );
    if (event.kind === 'other') throw new Nothing('This run is for no pull request: there is nothing to comment on.');
    return { code: 0, message: annotate('notice', await write(event, directory, environment)) };
  } catch (error) {
    return error instanceof Nothing
      ? { code: 0, message: annotate('notice', error.message) }
      : { code: 1, message: annotate('error', error instanceof Error ? error.message : String(error)) };
  }
}
async function write(event, directory, environment) {
  let number = numberOf(event, directory),
    access = {
      api: environment.GITHUB_API_URL ?? 'https://api.github.com',
      token: required(environment, 'GITHUB_TOKEN'),
      repository: event.repository,
      ...(environment.TOLLGATE_WAIT === void 0 ? {} : { wait: Number(environment.TOLLGATE_WAIT) }),
    };
  try {
    await requireHead(event, access, number);
    let marker = `<!-- tollgate: ${nameOf(environment)} -->`,
      done = await writeSticky(
        access,
        number,
        marker,
        `${commentText(directory)}
${footer(event, environment)}`,
      );
    return `The comment of pull request ${number} is ${done}.`;
  } catch (error) {
    throw error instanceof RefusedError && error.status === 403 && event.kind === 'pull_request'
      ? new Nothing(
          'The token of this run may not write comments, as for every fork: the summary of the run has the text. docs/pull-requests.md says how a second workflow writes it.',
        )
      : error;
  }
}
function numberOf(event, directory) {
  if (event.kind === 'pull_request') return event.number;
  if (event.event !== 'pull_request')
    throw new Nothing(`The run was for ${event.event}: there is nothing to comment on.`);
  let number = readNumber(directory) ?? event.numbers[0];
  if (number === void 0) throw new Nothing('The run left nothing, not even the number of its pull request.');
  return number;
}
async function requireHead(event, access, number) {
  let { open, headSha, headRepository } = await pullRequest(access, number);
  if (event.kind === 'workflow_run' && headRepository !== void 0 && headRepository !== event.headRepository)
    throw new Error(
      `The run judged a commit of ${event.headRepository}, and pull request ${number} comes from ${headRepository}: nothing is written there.`,
    );
  if (!open) throw new Nothing(`Pull request ${number} is closed.`);
  if (headSha !== event.headSha)
    throw new Nothing(
      `Pull request ${number} has another head than ${event.headSha}: the run of that one writes the comment.`,
    );
}
function nameOf(environment) {
  let name = environment.TOLLGATE_NAME ?? '';
  if (name === '') return 'tollgate';
  if (/^\w([\w ./]|-(?!-)){0,79}$/.test(name)) return name;
  throw new Error('The name of the comment may have letters, digits, spaces, dots, slashes and single dashes.');
}
function footer(event, environment) {
  let { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = environment,
    url = event.kind === 'workflow_run' ? event.runUrl : `${server ?? ''}/${repository ?? ''}/actions/runs/${id ?? ''}`,
    name = nameOf(environment);
  return `<sub>${name === 'tollgate' ? 'tollgate' : `tollgate, ${name}`}, of ${event.headSha.slice(0, 7)} by [this run](${url}), whose check decides.</sub>
`;
}
if (require.main === module) {
  let [directory = '.'] = process.argv.slice(2);
  comment(directory, process.env).then(({ code: code2, message }) => {
    (process.stdout.write(message), (process.exitCode = code2));
  });
}
0 && (module.exports = { comment });
