/**
 * No report may print values that Terraform marks as sensitive, or strings of the input that a terminal, a GitHub
 * runner or a reader would take for something else.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareReports } from '../../../tollgate/compare/compare';
import { compareHuman } from '../../../tollgate/compare/human';
import { readReport } from '../../../tollgate/compare/read-report';
import { compareMarkdown } from '../../../tollgate/comment/text';
import { sensitiveValues } from '../../../tollgate/input/sensitive';
import { couldNotJudge, judgeApart } from '../../../tollgate/judge';
import type { Json, JsonObject, Judged, Report } from '../../../tollgate/model';
import { clean, cleanLines, cleanValue } from '../../../tollgate/report/clean';
import { FORMATS, render } from '../../../tollgate/report/formats';
import { concealer } from '../../../tollgate/report/sensitive';
import { SETTINGS } from '../../settings';
import { run } from '../../cli/run';
import { catalog } from './example';

const PLANS = join(__dirname, '..', '..', 'fixtures', 'plans');

interface Change {
  readonly address: string;
  readonly type: string;
  readonly change: { actions: string[]; before?: Json; after: JsonObject; [marks: string]: unknown };
}

interface Plan extends JsonObject {
  resource_changes: Change[] & Json;
}

const system = (): Plan => JSON.parse(readFileSync(join(PLANS, 'existing-system.json'), 'utf8')) as Plan;

function judged(plan: JsonObject, settings = SETTINGS): Judged {
  const [found] = judgeApart([{ path: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) }], { settings });
  if (found === undefined) throw new Error('nothing was judged');
  return found;
}

/** The report in every format, by name, and compared with itself and with nothing. */
function outputs(one: Judged): Record<string, string> {
  const style = { colour: false, width: 100, details: true };
  const formats = FORMATS.map(
    (format) => [format, render(format, [one], { version: '1.2.3', catalog, style })] as const,
  );
  const json = formats.find(([format]) => format === 'json')?.[1] ?? '';
  const passed = JSON.stringify({ ...(JSON.parse(json) as object), findings: [], undecided: [], problems: [] });
  const comparison = compareReports(readReport('base.json', passed), readReport('head.json', json));
  return {
    ...Object.fromEntries(formats),
    'compare in Markdown': compareMarkdown(comparison),
    'compare for people': compareHuman(comparison, style),
  };
}

const blamed = ({ findings, undecided }: Report): string[] =>
  [...findings, ...undecided].map(({ id, address, path }) => `${id} ${address} ${path}`);

/** Values that break rules, each of them in no other text. */
const broken: Readonly<Record<string, readonly [type: string, values: JsonObject]>> = {
  range: ['aws_vpc_security_group_ingress_rule', { cidr_ipv4: '203.0.113.77/32', from_port: 2347, to_port: 2351 }],
  address: ['aws_vpc_security_group_ingress_rule', { cidr_ipv4: 'no-address-at-all', from_port: 5, to_port: 5 }],
  instances: ['aws_launch_template', { instance_type: 'x9.canary', image_id: 'ami-0ca11a47ca11a47' }],
  database: ['aws_db_instance', { instance_class: 'db.canary.9xlarge', backup_retention_period: 3.25, port: 5999 }],
  balancer: ['aws_lb_listener', { port: 8443, protocol: 'CANARY' }],
  health: [
    'aws_lb_target_group',
    { port: 8111, health_check: [{ path: '/canary-path', interval: 123, protocol: 'GOPHER' }] },
  ],
  group: ['aws_autoscaling_group', { health_check_type: 'CANARIES', max_size: 977, health_check_grace_period: 7771 }],
};

const canaries = [
  ...['203.0.113.77', '2347', '2351', 'no-address-at-all', 'x9.canary', 'ami-0ca11a47ca11a47', 'db.canary.9xlarge'],
  ...[
    '3.25',
    '5999',
    '8443',
    'canary',
    '8111',
    '/canary-path',
    '123',
    'gopher',
    'canaries',
    '977',
    '7771',
    'zq-secret',
  ],
];

function breaking(marks: boolean): Plan {
  const plan = system();
  for (const [, [type, values]] of Object.entries(broken)) {
    const found = plan.resource_changes.filter((change) => change.type === type);
    const at = type === 'aws_vpc_security_group_ingress_rule' && values['from_port'] === 5 ? 1 : 0;
    Object.assign(found[at]?.change.after ?? {}, values);
  }
  for (const { change } of plan.resource_changes) {
    change.after['description'] = 'zq-secret description';
    change.before ??= change.actions[0] === 'no-op' ? change.after : null;
    if (marks) Object.assign(change, { before_sensitive: true, after_sensitive: true });
  }
  return plan;
}

describe('sensitive values', () => {
  test('are printed where nothing marks them', () => {
    const texts = outputs(judged(breaking(false)));
    for (const canary of ['203.0.113.77', 'x9.canary', 'db.canary.9xlarge', '8443']) {
      for (const text of Object.values(texts)) expect(text).toContain(canary);
    }
  });

  test('are judged, and printed in no format', () => {
    const [open, hidden] = [judged(breaking(false)), judged(breaking(true))];
    expect(hidden.report.verdict).toEqual(open.report.verdict);
    expect(blamed(hidden.report).sort()).toEqual(blamed(open.report).sort());
    for (const [name, text] of Object.entries(outputs(hidden))) {
      const words = text.toLowerCase().replaceAll('\\', '');
      // Times, prices and digests hold digits of their own.
      const printed = canaries.filter((canary) =>
        /^[\d.]+$/.test(canary) ? new RegExp(`(?<![\\w.$])${canary}(?![\\w.])`).test(words) : words.includes(canary),
      );
      expect([name, printed]).toEqual([name, []]);
    }
  });

  test('are in no flow that is found where none is declared', () => {
    const plan = (marks: boolean): Plan => {
      const found = system();
      for (const { type, change } of found.resource_changes) {
        if (!type.startsWith('aws_vpc_security_group_') || change.after['from_port'] !== 5432) continue;
        Object.assign(change.after, { from_port: 45_432, to_port: 45_432 });
        if (marks) Object.assign(change, { after_sensitive: { from_port: true, to_port: true } });
      }
      return found;
    };
    for (const [marks, matcher] of [
      [false, expect.stringContaining('45432')],
      [true, expect.not.stringContaining('45432')],
    ] as const) {
      const [one] = judgeApart([{ path: 'plan.json', bytes: Buffer.from(JSON.stringify(plan(marks))) }]);
      if (one === undefined) throw new Error('nothing was judged');
      const printed = outputs(one);
      for (const format of ['human', 'json', 'markdown']) expect(printed[format]).toEqual(matcher);
    }
  });

  test('are known wherever Terraform marks them', () => {
    const resource = { address: 'aws_lb.a', mode: 'managed', type: 'aws_lb', name: 'a' };
    const root = (value: string): JsonObject => ({
      outputs: { o: { sensitive: true, value: `${value}-output` }, p: { sensitive: false, value: 'open-output' } },
      root_module: {
        child_modules: [
          {
            address: 'module.m',
            resources: [{ ...resource, values: { list: [value, 'open'] }, sensitive_values: { list: [true, false] } }],
          },
        ],
      },
    });
    const change = { actions: ['create'], before: null, after: { a: { b: 'in-after' }, c: 'open' }, after_unknown: {} };
    const sensitive = sensitiveValues({
      format_version: '1.2',
      resource_changes: [{ ...resource, change: { ...change, after_sensitive: { a: true } } }],
      resource_drift: [
        { ...resource, change: { ...change, before: { d: 'in-drift' }, before_sensitive: { d: true } } },
      ],
      output_changes: { o: { actions: ['create'], after: 'in-output-change', after_sensitive: true } },
      planned_values: root('planned'),
      prior_state: { values: root('prior') },
      variables: { pw: { value: 'given' }, open: { value: 'open' } },
      configuration: {
        root_module: {
          variables: { pw: { default: 'default', sensitive: true }, open: { default: 'open' } },
          module_calls: {
            m: {
              expressions: { inner: { constant_value: 'constant' } },
              module: { variables: { inner: { sensitive: true } } },
            },
          },
        },
      },
    });
    expect([...sensitive].sort()).toEqual([
      ...['constant', 'default', 'given', 'in-after', 'in-drift', 'in-output-change'],
      ...['planned', 'planned-output', 'prior', 'prior-output'],
    ]);
  });

  test('that are short or numbers are hidden as whole words', () => {
    const hide = concealer(['22', 'abc', 'long-secret', 'tcp', '', 'x.y']);
    expect(hide.within('tcp 22 and 20-22, (abc) in abcd 220 LONG-SECRET-2')).toBe(
      'tcp (sensitive value) and (sensitive value), ((sensitive value)) in abcd 220 (sensitive value)-2',
    );
    expect([hide.whole('tcp 80'), hide.whole('tcp 22')]).toEqual(['tcp 80', '(sensitive value)']);
    expect(concealer(['secret']).within('İ secret')).toBe('(sensitive value)');
    expect(concealer(['ab12', 'ab12-longer']).within('x ab12-longer ab12')).toBe(
      'x (sensitive value) (sensitive value)',
    );
  });
});

/** A terminal, a runner, a browser or a reader would take each of these for something else. */
const hostile = [
  '\u001b[2J\u001b]0;title\u0007',
  '\n::stop-commands::x\n::add-mask::y',
  '\r::error title=x::y',
  ' ::warning file=a::b ##[error]c',
  '\u202egnp.exe\u2066\u200f\u061c',
  '`](javascript:x) <img src=x onerror=y> @octocat | </details> <!--',
  '\u0085\u2028\u2029\u0000\u009b31m\ufeff\u200b',
  'x'.repeat(50_000),
].join('');

/** Characters and commands that no output may hold: the first may be made by a format itself. */
function harm(name: string, text: string): string[] {
  // In Markdown, a zero-width space separates @ and a name.
  const own = text.replaceAll('@\u200b', '@').replaceAll('\n', '');
  const characters = [...own.matchAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu)].map(([found]) => JSON.stringify(found));
  const commands = text
    .split(/[\r\n]/)
    .filter((line) => /^\s*::(stop-commands|add-mask)::/.test(line) || line.includes('##['))
    .concat(name === 'github' ? [] : text.split('\n').filter((line) => /^\s*::[a-z-]+( [^:]*)?::/i.test(line)));
  const prose = text.replace(/\\[^\w\s]/g, '').replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
  const markup = name.includes('arkdown') && /<img|@octocat|\]\(javascript/.test(prose) ? ['markup or a mention'] : [];
  return [...new Set(characters), ...commands.map((line) => line.slice(0, 80)), ...markup];
}

describe('hostile strings', () => {
  const everywhere = (): Plan => {
    const plan = breaking(false);
    for (const { type, change } of plan.resource_changes) {
      if (type === 'aws_launch_template') change.after['instance_type'] = hostile;
      if (type === 'aws_db_instance') change.after['instance_class'] = hostile;
      if (type === 'aws_lb_listener') change.after['protocol'] = hostile;
      if (type === 'aws_vpc_security_group_ingress_rule') change.after['cidr_ipv4'] = hostile;
      if (type === 'aws_autoscaling_group') change.after['health_check_type'] = hostile;
    }
    const one = plan.resource_changes.find(({ type }) => type === 'aws_vpc_security_group_ingress_rule');
    if (one !== undefined) (one as { address: string }).address = `${one.address}["${hostile.slice(0, 500)}"]`;
    return plan;
  };

  test.each(Object.keys(outputs(judged(everywhere()))))('of a plan do no harm in %s', (name) => {
    const text = outputs(judged(everywhere()))[name] ?? '';
    expect(text).toContain('stop-commands');
    expect(harm(name, text)).toEqual([]);
    expect(text).not.toContain('x'.repeat(2_000));
  });

  test('of problems, files, stacks and waivers do no harm', () => {
    const problem = { stack: hostile, what: hostile, why: hostile, fix: hostile };
    const report = couldNotJudge([problem]);
    for (const [name, text] of Object.entries(outputs({ files: ['plan.json'], report }))) {
      expect([name, harm(name, text)]).toEqual([name, []]);
    }
    const [unread] = judgeApart([{ path: hostile, bytes: Buffer.from('{"a": ') }], { settings: SETTINGS });
    const [named] = judgeApart([{ path: hostile, bytes: Buffer.from(JSON.stringify(everywhere())) }], {
      settings: SETTINGS,
    });
    for (const found of [unread, named]) {
      if (found === undefined) throw new Error('nothing was judged');
      for (const [name, text] of Object.entries(outputs(found))) expect([name, harm(name, text)]).toEqual([name, []]);
    }
  });

  test('of an error do no harm', async () => {
    const { code, error } = await run(['check', `no-such-file-${hostile.slice(0, 200)}`, '--format', hostile]);
    expect(code).toBe(2);
    expect(harm('error', error)).toEqual([]);
    const explained = await run(['explain', hostile.slice(0, 200)]);
    expect(harm('error', explained.error)).toEqual([]);
  });

  test('stay readable, with their addresses of IPv6', () => {
    expect(clean('a\u001b[31m\tb\u202e')).toBe('a\\u001b[31m\\tb\\u202e');
    expect(cleanLines('a\n  ::error::b')).toBe('a\n  : :error::b');
    expect(clean('tcp 22 from ::/0, ::1/128 and ::ffff:10.0.0.0/104')).toBe(
      'tcp 22 from ::/0, ::1/128 and ::ffff:10.0.0.0/104',
    );
    expect(clean('grüße, 日本語, 👍')).toBe('grüße, 日本語, 👍');
    expect(cleanValue('y'.repeat(1_500))).toMatch(/^y{1000}… \(1500 characters, SHA-256 [0-9a-f]{12}\)$/);
  });
});
