/** Plans at random: resources of read and unread types in modules, with references, unknown values and every action. */
import fc from 'fast-check';
import type { Json, JsonObject } from '../../../tollgate/model';
import { change, configured, value, type PlannedResource } from './plans';

const TYPES = [
  ...['aws_security_group', 'aws_security_group_rule', 'aws_vpc_security_group_ingress_rule', 'aws_instance', 'aws_lb'],
  ...['aws_launch_template', 'aws_autoscaling_group', 'aws_db_instance', 'aws_subnet', 'aws_vpc', 'aws_ami'],
  ...['aws_sqs_queue', 'aws_iam_role', 'null_resource', 'random_password'],
];

const MODULES = ['', 'module.m', 'module.m.module.n', 'module.k["x y"]', 'module.k["z"]'];

const name = fc.constantFrom('a', 'b', 'c');
const reference = fc
  .record({ type: fc.constantFrom(...TYPES), name, prefix: fc.constantFrom('', 'data.') })
  .map((to) => `${to.prefix}${to.type}.${to.name}`);
const references = fc
  .oneof(
    reference.map((to) => [`${to}.id`, to]),
    fc.constantFrom<string[]>(
      ['var.group'],
      ['module.m.id', 'module.m'],
      ['each.value', 'local.x'],
      ['module.n.id', 'module.n'],
    ),
  )
  .map((list): JsonObject => ({ references: list }));

const rule = fc.record({
  from_port: fc.constantFrom(0, 22, 80, 443, 8000),
  to_port: fc.constantFrom(22, 80, 443, 8000, 65535),
  protocol: fc.constantFrom('tcp', '-1', 'udp'),
  cidr_blocks: fc.constantFrom<string[]>([], ['0.0.0.0/0'], ['10.0.0.0/8'], ['0.0.0.0/1', '128.0.0.0/1']),
  ipv6_cidr_blocks: fc.constantFrom<string[]>([], ['::/0']),
  security_groups: fc.constantFrom<string[]>([], ['sg-1']),
  self: fc.boolean(),
});

const attributes: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  name,
  ingress: fc.array(rule, { maxLength: 2 }),
  egress: fc.array(rule, { maxLength: 2 }),
  type: fc.constantFrom('ingress', 'egress'),
  from_port: fc.constantFrom(0, 22, 80),
  to_port: fc.constantFrom(22, 80, 65535),
  protocol: fc.constantFrom('tcp', '-1'),
  ip_protocol: fc.constantFrom('tcp', '-1'),
  cidr_ipv4: fc.constant('0.0.0.0/0'),
  cidr_blocks: fc.constant(['0.0.0.0/0']),
  security_group_id: fc.constant('sg-1'),
  vpc_security_group_ids: fc.constantFrom(['sg-1'], []),
  security_groups: fc.constantFrom(['sg-1'], []),
  publicly_accessible: fc.boolean(),
  storage_encrypted: fc.boolean(),
  instance_type: fc.constantFrom('t3.small', 'm5.24xlarge'),
  tags: fc.constantFrom({ Name: 'productos-api' }, {}),
  max_size: fc.integer({ min: 0, max: 100 }),
  password: fc.constant('hunter2'),
  id: fc.constantFrom('sg-1', 'vpc-1'),
};

const known = fc.record(attributes, { requiredKeys: [] });
const expressions = fc.record(
  Object.fromEntries(
    Object.keys(attributes).map((attribute) => [
      attribute,
      fc.oneof(references, fc.constant<JsonObject>({ constant_value: 'x' }), fc.constant<JsonObject>({})),
    ]),
  ),
  { requiredKeys: [] },
);
const unknown = fc.record(
  Object.fromEntries(Object.keys(attributes).map((attribute) => [attribute, fc.constant(true)])),
  {
    requiredKeys: [],
  },
);

const resource: fc.Arbitrary<PlannedResource> = fc
  .record({
    type: fc.constantFrom(...TYPES),
    name,
    module: fc.constantFrom(...MODULES),
    mode: fc.constantFrom('managed' as const, 'managed' as const, 'data' as const),
    key: fc.constantFrom('', '[0]', '["k"]'),
    state: fc.constantFrom('create', 'no-op', 'delete', 'forget', 'update', 'read'),
    ...{ known, unknown, expressions },
  })
  .map(({ key, state, known: values, module, ...rest }) => {
    const gone = state === 'delete' || state === 'forget';
    const local = `${rest.mode === 'data' ? 'data.' : ''}${rest.type}.${rest.name}${key}`;
    return {
      ...rest,
      ...(module === '' ? {} : { module }),
      address: module === '' ? local : `${module}.${local}`,
      actions: [state],
      before: state === 'create' ? null : values,
      after: gone ? null : values,
    };
  });

function tree(resources: readonly PlannedResource[]): JsonObject {
  const held = (module: string): Json[] => resources.filter((one) => (one.module ?? '') === module).map(value);
  const inner = { address: 'module.m.module.n', resources: held('module.m.module.n') };
  return {
    resources: held(''),
    child_modules: [
      { address: 'module.m', resources: held('module.m'), child_modules: [inner] },
      { address: 'module.k["x y"]', resources: held('module.k["x y"]') },
      { address: 'module.k["z"]', resources: held('module.k["z"]') },
    ],
  };
}

function configurationOf(resources: readonly PlannedResource[], passed: Json): JsonObject {
  const within = (...modules: string[]): JsonObject => ({
    // One for all instances of a resource.
    resources: [
      ...new Map(
        resources
          .filter((one) => modules.includes(one.module ?? ''))
          .map((one) => [`${one.type}.${one.name}.${one.mode ?? ''}`, one]),
      ).values(),
    ].map(configured),
    variables: { group: { default: 'sg-1', description: 'A group.' } },
    outputs: { id: { expression: passed, sensitive: false } },
  });
  const call = (module: JsonObject): JsonObject => ({ source: './m', expressions: { group: passed }, module });
  const m = { ...within('module.m'), module_calls: { n: call(within('module.m.module.n')) } };
  const k = { ...call(within(...MODULES.slice(3))), for_each_expression: { references: ['var.group'] } };
  return { provider_config: {}, root_module: { ...within(''), module_calls: { m: call(m), k } } };
}

/** Any plan or state that has at least one resource in it. */
export const anyPlan: fc.Arbitrary<JsonObject> = fc
  .record({
    resources: fc.uniqueArray(resource, { minLength: 1, maxLength: 12, selector: (one) => one.address }),
    prior: fc.uniqueArray(resource, { maxLength: 4, selector: (one) => one.address }),
    passed: references,
    contributed: fc.array(
      fc.tuple(fc.nat(), fc.constantFrom<(number | string)[]>([], ['id'], ['ingress'], ['vpc_id'], ['domain', 0])),
      {
        maxLength: 3,
      },
    ),
    shape: fc.constantFrom('plan', 'plan', 'plan', 'no configuration', 'no changes', 'changes alone', 'state'),
    flags: fc.record({ complete: fc.boolean(), errored: fc.boolean() }, { requiredKeys: [] }),
  })
  .map(({ resources, prior, passed, contributed, shape, flags }): JsonObject => {
    if (shape === 'state')
      return { format_version: '1.0', terraform_version: '1.9.8', values: { root_module: tree(resources) } };
    const changes = resources.map(change);
    if (shape === 'changes alone') return { format_version: '0.2', resource_changes: changes };
    return {
      ...{ format_version: '1.2', terraform_version: '1.9.8', timestamp: '2025-01-01T00:00:00Z', ...flags },
      variables: { group: { value: 'sg-2' }, unused: { value: 1 } },
      planned_values: { outputs: {}, root_module: tree(resources) },
      prior_state: { format_version: '1.0', values: { root_module: tree(prior) } },
      resource_drift: changes.slice(0, 1),
      ...(shape === 'no changes' ? {} : { resource_changes: changes }),
      relevant_attributes: contributed.map(([at, attribute]) => ({
        resource: resources[at % resources.length]?.address ?? '',
        attribute,
      })),
      ...(shape === 'no configuration' ? {} : { configuration: configurationOf(resources, passed) }),
    };
  });
