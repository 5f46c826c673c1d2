import * as fc from 'fast-check';
import { readStacks } from '../../gate/input/stacks';
import { isObject, type Json, type JsonObject } from '../../gate/model';
import { compiled } from '../opa/stock';
import { architecture } from '../plans/arbitrary';
import { build, type Architecture } from '../plans/architecture';
import { runs } from '../plans/runs';
import { planOf, type PlanOptions } from '../plans/terraform';
import { families } from '../variants/families';
import { withSynthesized } from '../variants/synthesis';
import { comparable, FACTS, regoFacts } from './rego-facts';
import { resolve } from './resolver';

const ask = compiled(FACTS.file, FACTS.entrypoint);

function expectSame(plan: JsonObject): void {
  expect(comparable(regoFacts(ask(plan)))).toEqual(comparable(resolve({ '': plan })));
}

const options: fc.Arbitrary<PlanOptions> = fc.record({
  applied: fc.boolean(),
  syntax: fc.constantFrom('hcl' as const, 'json' as const),
});

/** What plans come without: some of it in old versions of Terraform, some after a tool has cut them down. */
const withoutPart = fc.constantFrom(
  ...(['configuration', 'planned_values', 'prior_state', 'resource_changes'] as const),
);

/** Numbers that pick out of what a made-up plan happens to hold. */
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

/** Attributes whose shape decides who is meant. */
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
  test('in made-up plans', () => {
    fc.assert(
      fc.property(architecture, options, (made, choices) => expectSame(planOf(build(made), choices))),
      runs(1500),
    );
  });

  test('in plans with dynamic blocks that hide something, and with what Terraform forgets', () => {
    fc.assert(
      fc.property(architecture, options, edits, (made, choices, hidden) => {
        const plan = planOf(build(made), choices);
        if ((plan['resource_changes'] as readonly JsonObject[]).length > 0) expectSame(withHidden(plan, hidden));
      }),
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

  test('in plans of which a part is missing', () => {
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

  test('so both must find what stands in a small plan', () => {
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
