import * as fc from 'fast-check';
import { readStacks } from '../../tollgate/input/stacks';
import { isObject, type Json, type JsonObject } from '../../tollgate/model';
import { compiled } from '../opa/stock';
import { architecture } from '../plans/arbitrary';
import { build, type Architecture } from '../plans/architecture';
import { runs } from '../plans/runs';
import { planOf, type PlanOptions } from '../plans/terraform';
import { families } from '../variants/families';
import { withSynthesized } from '../variants/synthesis';
import { comparable, FACTS, regoFacts } from './rego-facts';
import { perhapsHiding, resolve, type Facts } from './resolver';

const ask = compiled(FACTS.file, FACTS.entrypoint);

function expectSame(plan: JsonObject): void {
  const unsure = perhapsHiding(plan);
  const told = (facts: Facts): Facts => ({
    ...facts,
    openings: facts.openings.filter(
      ({ address, peer }) => !(unsure.has(address) && peer.kind === 'unknown' && /^(in|e)gress$/.test(peer.path)),
    ),
  });
  expect(comparable(told(regoFacts(ask(plan))))).toEqual(comparable(told(resolve({ '': plan }))));
}

const options: fc.Arbitrary<PlanOptions> = fc.record({
  applied: fc.boolean(),
  syntax: fc.constantFrom('hcl' as const, 'json' as const),
});

/** Top-level keys that a plan may lack: old versions of Terraform do not write all of them, and tools prune plans. */
const withoutPart = fc.constantFrom(
  ...(['configuration', 'planned_values', 'prior_state', 'resource_changes'] as const),
);

/** Numbers that select parts of a generated plan. */
const picks = fc.array(fc.nat(), { maxLength: 3 });
const edits = fc.record({
  relevant: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
  updated: picks,
  forgotten: picks,
});

/** The plan with attributes that contributed to it, blocks that an update leaves unknown, and resources that are forgotten. */
function withHidden(
  plan: JsonObject,
  { relevant, updated, forgotten }: typeof edits extends fc.Arbitrary<infer T> ? T : never,
): JsonObject {
  const changes = structuredClone(plan['resource_changes']) as {
    address: string;
    change: Record<string, JsonObject | string[] | null>;
  }[];
  const at = (number: number): (typeof changes)[number]['change'] => changes[number % changes.length]?.change ?? {};
  const names = relevant.flatMap(([number, attribute]) => {
    const unknown = Object.keys(at(number)['after_unknown'] ?? {});
    const resource = changes[number % changes.length]?.address ?? '';
    return unknown.length === 0 ? [] : [{ resource, attribute: [unknown[attribute % unknown.length] ?? ''] }];
  });
  for (const number of updated) {
    const change = at(number);
    const { ingress, egress, ...after } = change['after'] as JsonObject;
    change['actions'] = ['update'];
    change['before'] = { ...after, ingress: ingress ?? [], ...(egress === undefined ? {} : { egress }) };
    change['after'] = after;
    change['after_unknown'] = { ...(change['after_unknown'] as JsonObject), ingress: true };
  }
  for (const number of forgotten) {
    const change = at(number);
    change['before'] = { ...(change['after'] as JsonObject), id: 'sg-0123456789abcdef0' };
    change['actions'] = ['create', 'forget'];
  }
  return { ...plan, resource_changes: changes, relevant_attributes: names };
}

interface Changed {
  readonly address: string;
  readonly type: string;
  readonly change: { actions: string[]; before: JsonObject | null; after: JsonObject | null };
}

const readBacks = fc.record({ gone: picks, narrowed: picks, updated: picks, rewritten: picks });

/**
 * The plan after an apply, in which groups show standalone rules inline as AWS gives them back, while some of these are
 * deleted or changed, and some groups are updated.
 */
function withReadBacks(
  plan: JsonObject,
  { gone, narrowed, updated, rewritten }: typeof readBacks extends fc.Arbitrary<infer T> ? T : never,
): JsonObject {
  const changes = structuredClone(plan['resource_changes']) as unknown as Changed[];
  const valuesOf = ({ change }: Changed): JsonObject => change.after ?? {};
  const rules = changes.filter(({ type }) => /security_group_((in|e)gress_)?rule$/.test(type));
  const groups = changes.filter(({ type }) => /^aws_(default_)?security_group$/.test(type));
  const some = (list: readonly Changed[], numbers: readonly number[]): Changed[] =>
    numbers.flatMap((number) => list[number % list.length] ?? []);
  const wasThere = ({ change }: Changed): void => void (change.before = structuredClone(change.after));
  for (const rule of rules) {
    const values = valuesOf(rule);
    const group = groups.find((it) => valuesOf(it)['id'] === values['security_group_id']);
    const direction = /(in|e)gress/.exec(rule.type)?.[0] ?? values['type'];
    if (group === undefined || typeof direction !== 'string') continue;
    const list = (...members: string[]): Json[] =>
      members.flatMap((member) => values[member] ?? []).filter((text) => typeof text === 'string');
    const sources = list('referenced_security_group_id', 'source_security_group_id');
    const own = valuesOf(group)['id'] ?? '';
    const entry = {
      protocol: values['protocol'] ?? values['ip_protocol'] ?? '-1',
      from_port: values['from_port'] ?? 0,
      to_port: values['to_port'] ?? 0,
      cidr_blocks: list('cidr_blocks', 'cidr_ipv4'),
      ipv6_cidr_blocks: list('ipv6_cidr_blocks', 'cidr_ipv6'),
      prefix_list_ids: list('prefix_list_ids', 'prefix_list_id'),
      security_groups: sources.filter((id) => id !== own),
      self: values['self'] === true || sources.includes(own),
    };
    const before = valuesOf(group)[direction];
    valuesOf(group)[direction] = [...(Array.isArray(before) ? before : []), entry];
  }
  for (const group of some(groups, [...updated, ...rewritten])) {
    wasThere(group);
    group.change.actions = ['update'];
  }
  for (const { change } of some(groups, rewritten)) change.before = { ...change.before, ingress: [] };
  for (const rule of some(rules, narrowed)) {
    wasThere(rule);
    Object.assign(rule.change, { actions: ['update'], after: { ...rule.change.after, from_port: 7, to_port: 7 } });
  }
  for (const rule of some(rules, gone)) {
    if (rule.change.after === null) continue;
    if (rule.change.before === null || rule.change.actions[0] === 'no-op') wasThere(rule);
    Object.assign(rule.change, { actions: ['delete'], after: null });
  }
  return { ...plan, resource_changes: changes as unknown as Json };
}

/** Attributes whose shape decides which groups a rule or a resource refers to. */
const SHAPED = new Set([
  ...['cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids', 'security_groups', 'self', 'cidr_ipv4', 'cidr_ipv6'],
  ...['prefix_list_id', 'security_group_id', 'referenced_security_group_id', 'source_security_group_id'],
  'vpc_security_group_ids',
]);

const shapes: readonly ((value: Json) => Json)[] = [
  (value) => [value],
  (value) => ({ value }),
  (value) => [[value]],
  (value) => (Array.isArray(value) ? (value[0] ?? '') : 7),
  () => 'true',
  () => '::/0',
];

/** The plan with values of shapes that no provider writes. */
function misshapen(plan: JsonObject, numbers: readonly (readonly [number, number])[]): JsonObject {
  const changed = structuredClone(plan);
  const found: (readonly [JsonObject, string])[] = [];
  const look = (value: Json | undefined): void => {
    if (Array.isArray(value)) for (const element of value) look(element);
    else if (isObject(value))
      for (const [name, member] of Object.entries(value)) {
        if (SHAPED.has(name)) found.push([value, name]);
        else look(member);
      }
  };
  for (const entry of changed['resource_changes'] as readonly JsonObject[])
    look((entry['change'] as JsonObject)['after']);
  for (const [number, shape] of numbers) {
    const [holder, name = ''] = found[number % found.length] ?? [];
    if (holder !== undefined)
      (holder as Record<string, Json>)[name] = shapes[shape % shapes.length]?.(holder[name] ?? null) ?? null;
  }
  return changed;
}

describe('the policies find the facts that an independent reading of the plan finds', () => {
  test('in generated plans', () => {
    fc.assert(
      fc.property(architecture, options, (made, choices) => expectSame(planOf(build(made), choices))),
      runs(1500),
    );
  });

  test('in plans with dynamic blocks that hide something, and with forgotten resources', () => {
    fc.assert(
      fc.property(architecture, options, edits, (made, choices, hidden) => {
        const plan = planOf(build(made), choices);
        if ((plan['resource_changes'] as readonly JsonObject[]).length > 0) expectSame(withHidden(plan, hidden));
      }),
      runs(800),
    );
  });

  test('in plans that delete and change rules which AWS gives back inline', () => {
    fc.assert(
      fc.property(architecture, options, readBacks, (made, choices, edited) =>
        expectSame(withReadBacks(planOf(build(made), { ...choices, applied: true }), edited)),
      ),
      runs(800),
    );
  });

  test('in plans with values of another shape', () => {
    const numbers = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(architecture, options, numbers, (made, choices, picked) =>
        expectSame(misshapen(planOf(build(made), choices), picked)),
      ),
      runs(500),
    );
  });

  test('in plans with a missing part', () => {
    fc.assert(
      fc.property(architecture, options, withoutPart, (made, choices, part) => {
        const { [part]: gone, ...rest } = planOf(build(made), choices);
        expectSame(rest);
      }),
      runs(500),
    );
  });

  test('in states', () => {
    fc.assert(
      fc.property(architecture, (made) => {
        const { planned_values: values, format_version: version } = planOf(build(made), { applied: true });
        expectSame({ format_version: version ?? '1.0', ...(values as JsonObject), values: values });
      }),
      runs(300),
    );
  });

  const variants = families.flatMap((family) => family.variants);

  test.each(variants)('where $name', (variant) => {
    const { stacks } = withSynthesized(variant, readStacks);
    const documents = Object.fromEntries(stacks.map(({ name, document }) => [name, document]));
    expect(comparable(regoFacts(ask({ stacks: documents })))).toEqual(comparable(resolve(documents)));
  });
});

describe('an oracle that finds nothing would agree with a policy that finds nothing', () => {
  const made: Architecture = {
    repeated: {},
    groups: [
      { name: 'web', home: 'edge', kind: 'managed', instances: 'one', exists: false },
      { name: 'db', home: 'data', kind: 'managed', instances: 'one', exists: false },
    ],
    rules: [
      {
        ...{ name: 'from_web', home: '', form: 'modern', direction: 'ingress', instances: 'one' },
        ...{ group: { group: 'db', via: 'reference' }, protocol: 'tcp', from: 5432, to: 5432 },
        peers: [{ kind: 'group', use: { group: 'web', via: 'reference' } }],
      },
    ],
    holders: [{ name: 'store', home: 'data', kind: 'database', groups: [{ group: 'db', via: 'reference' }] }],
  };

  test('so both must find the expected facts of a small plan', () => {
    const plan = planOf(build(made));
    const web = { groups: ['module.edge.aws_security_group.web'], ids: [], unsure: false };
    const db = { groups: ['module.data.aws_security_group.db'], ids: [], unsure: false };
    const expected = {
      groups: [
        { address: 'module.data.aws_security_group.db', kind: 'managed' as const },
        { address: 'module.edge.aws_security_group.web', kind: 'managed' as const },
      ],
      openings: [
        {
          ...{ address: 'aws_vpc_security_group_ingress_rule.from_web', direction: 'ingress', group: db },
          ...{ protocol: 'tcp', ports: { from: 5432, to: 5432, known: true } },
          peer: { kind: 'group' as const, cidr: '', means: web, path: 'referenced_security_group_id' },
        },
      ],
      attachments: [
        {
          ...{ tier: 'db', address: 'module.data.aws_db_instance.store', path: 'vpc_security_group_ids' },
          ...{ means: db, state: 'known' as const },
        },
      ],
    };
    expect(comparable(resolve({ '': plan }))).toEqual(comparable(expected));
    expect(comparable(regoFacts(ask(plan)))).toEqual(comparable(expected));
  });
});
