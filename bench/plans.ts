/**
 * Generates plans for measurements: the production stack as real Terraform planned it (`base-plan.json`), among any
 * number of resources of other teams. The plans are written in pieces, so memory does not limit their size.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Json, JsonObject } from '../tollgate/model';
import production from './base-plan.json';

/** A resource with all values that Terraform shows in the four places of a plan. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  /** Key of `for_each`. */
  readonly key?: string;
  readonly actions: readonly string[];
  readonly before: JsonObject | null;
  readonly after: JsonObject;
  readonly unknown: JsonObject;
  readonly expressions: JsonObject;
}

/** Resources of one module call, or of the root module. */
interface Unit {
  /** Module names from the root downwards; empty for the root module. */
  readonly path: readonly string[];
  readonly resources: readonly Resource[];
  /** Arguments of the module call. */
  readonly inputs?: JsonObject;
  readonly outputs?: JsonObject;
}

/** Content of the root module besides the units. */
interface Base {
  readonly variables?: Readonly<Record<string, { readonly value: string }>>;
  readonly planned_values: Values;
  readonly resource_changes: readonly unknown[];
  readonly output_changes: unknown;
  readonly prior_state: { readonly values: Values };
  readonly configuration: {
    readonly provider_config: unknown;
    readonly root_module: Values['root_module'] & { readonly outputs: unknown };
  };
  readonly relevant_attributes: unknown;
}

interface Values {
  readonly outputs: unknown;
  readonly root_module: { readonly resources: readonly unknown[] };
}

/** A plan to be generated. */
export interface PlanShape {
  readonly name: string;
  /** Number of managed resources, including the production stack. */
  readonly resources: number;
  readonly base: Base;
  readonly units: number;
  readonly unit: (index: number) => Unit;
  /**
   * `each`: every unit has its own configuration. `once`: all units share the configuration of the first, with
   * `for_each`.
   */
  readonly configured: 'each' | 'once';
}

const OWN = production.resource_changes.filter(({ mode }) => mode === 'managed').length;
const SERVICE = 20;

/** A single service of another team, which receives the VPC and the security group of its client. */
export function serviceShape(): PlanShape {
  const nothing: Values = { outputs: {}, root_module: { resources: [] } };
  const { provider_config } = production.configuration;
  return {
    ...{ name: 'service', resources: SERVICE, units: 1, configured: 'each' },
    unit: () => ({ path: [], resources: service(7, 'this', 'module') }),
    base: {
      variables: { vpc_id: { value: 'vpc-0123456789abcdef0' }, client: { value: 'sg-0123456789abcdef0' } },
      ...{ planned_values: nothing, prior_state: { values: nothing }, resource_changes: [], output_changes: {} },
      ...{ configuration: { provider_config, root_module: { outputs: {}, resources: [] } } },
      relevant_attributes: ['aws_s3_bucket.this_bucket', 'aws_security_group.this_group', 'aws_subnet.this_subnet'].map(
        (resource) => ({ resource, attribute: ['id'] }),
      ),
    },
  };
}

/** Services of other teams in the root module, twenty resources each. */
export function rootShape(resources: number): PlanShape {
  return services('root', resources, (index) => ({ path: [], resources: service(index, `service_${index}`, 'root') }));
}

/** The same services, each in a module that receives the VPC and the security group of the service before. */
export function moduleShape(resources: number): PlanShape {
  return services('modules', resources, (index) => ({
    path: [`service_${index}`],
    resources: service(index, 'this', 'module'),
    inputs: {
      name: { constant_value: `service-${index}` },
      vpc_id: { references: ['aws_vpc.network_vpc.id', 'aws_vpc.network_vpc'] },
      client: {
        references:
          index === 0
            ? ['aws_security_group.security_groups_ec2.id', 'aws_security_group.security_groups_ec2']
            : [`module.service_${index - 1}.security_group_id`, `module.service_${index - 1}`],
      },
    },
    outputs: {
      security_group_id: {
        expression: { references: ['aws_security_group.this_group.id', 'aws_security_group.this_group'] },
      },
    },
  }));
}

/** The same services as instances of a module with `for_each`. */
export function forEachShape(resources: number): PlanShape {
  const shape = services('for_each', resources, (index) => ({
    path: [],
    resources: service(index, 'service', 'root', `service-${index}`),
  }));
  return { ...shape, configured: 'once' };
}

/** Unrealistic shapes that reveal super-linear time. */
export const WORST = {
  oneGroup: (count: number): PlanShape =>
    single('one group, many rules', count, (index) => ruleOf('aws_security_group.security_groups_ec2', index)),
  groups: (count: number): PlanShape =>
    single('many groups', count, (index) => group(`group_${index}`, actionsOf(index), [])),
  namesakes: (count: number): PlanShape =>
    single('namesakes', count, (index) => group(`group_${index}`, actionsOf(index), [], `group-${index >> 1}`)),
  inline: (count: number): PlanShape =>
    single('all inline', count, (index) => group(`group_${index}`, actionsOf(index), inlineRules(index))),
  priced: (count: number): PlanShape => single('all priced', count, (index) => instance(index)),
  wide: (modules: number): PlanShape => ({ ...moduleShape(OWN + modules * SERVICE), name: 'modules wide' }),
  deep: (levels: number): PlanShape => ({
    ...{ name: 'modules deep', resources: OWN + 1, units: 1, configured: 'each', base: production },
    unit: () => ({
      path: Array.from({ length: levels }, (_, level) => `level_${level}`),
      resources: [group('deepest', ['create'], [])],
    }),
  }),
} as const;

function services(name: string, resources: number, unit: (index: number) => Unit): PlanShape {
  const units = Math.max(0, Math.round((resources - OWN) / SERVICE));
  return { name, resources: OWN + units * SERVICE, units, unit, configured: 'each', base: production };
}

function single(name: string, count: number, resource: (index: number) => Resource): PlanShape {
  const unit = (index: number): Unit => ({ path: [], resources: [resource(index)] });
  return { name, resources: OWN + count, units: count, configured: 'each', unit, base: production };
}

// ------------------------------------------------------------------------------------------------ resources

/** Half of the resources stay unchanged, a fifth changes, the rest is new. */
function actionsOf(index: number): readonly string[] {
  return index % 10 < 5 ? ['no-op'] : index % 10 < 7 ? ['update'] : ['create'];
}

interface Facts {
  readonly known: JsonObject;
  /** Attributes that AWS assigns, with their values for existing resources. */
  readonly computed: JsonObject;
  /** Attributes with references: the value if known, and the references. */
  readonly references?: Readonly<Record<string, readonly [value: Json, references: readonly string[]]>>;
  readonly silent?: readonly string[];
}

function resource(
  type: string,
  name: string,
  actions: readonly string[],
  { known, computed, references = {}, silent = [] }: Facts,
): Resource {
  const created = actions.includes('create');
  const linked = Object.entries(references);
  const complete: JsonObject = {
    ...known,
    ...computed,
    ...Object.fromEntries(linked.map(([attribute, [value]]) => [attribute, value])),
  };
  const after = created ? known : complete;
  const hidden = created ? [...Object.keys(computed), ...Object.keys(references)] : [];
  const unknown: JsonObject = Object.fromEntries(hidden.map((attribute) => [attribute, true] as const));
  const expressions: JsonObject = {};
  for (const [attribute, value] of Object.entries(known)) {
    if (value !== null && !silent.includes(attribute)) expressions[attribute] = { constant_value: value ?? null };
  }
  for (const [attribute, [, names]] of linked) expressions[attribute] = { references: [...names] };
  const before = created ? null : actions.includes('update') ? { ...complete, tags: null } : complete;
  return { type, name, actions, before, after, unknown, expressions };
}

const TAGS = { environment: 'production', 'managed-by': 'terraform', project: 'shared-platform' };

function common(name: string): JsonObject {
  return { region: 'us-east-1', tags: { Name: name, ...TAGS }, tags_all: { Name: name, ...TAGS } };
}

function hex(index: number, salt: string): string {
  let hash = 2166136261;
  for (const character of `${salt}${index}`) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;
  return (hash.toString(16).padStart(8, '0') + index.toString(16).padStart(9, '0')).slice(0, 17);
}

function arn(kind: string, name: string): string {
  return `arn:aws:${kind}:us-east-1:123456789012:${name}`;
}

/** One service: seven resources that the policies read, thirteen that they do not. */
function service(index: number, prefix: string, where: 'root' | 'module', key?: string): Resource[] {
  const actions = actionsOf(index);
  const called = `service-${index}`;
  const own = `aws_security_group.${prefix}_group`;
  const groupNames = [`${own}.id`, own];
  const vpc = where === 'module' ? ['var.vpc_id'] : ['aws_vpc.network_vpc.id', 'aws_vpc.network_vpc'];
  const before =
    where === 'module'
      ? ['var.client']
      : key === undefined && index > 0
        ? [`aws_security_group.service_${index - 1}_group.id`, `aws_security_group.service_${index - 1}_group`]
        : ['aws_security_group.security_groups_ec2.id', 'aws_security_group.security_groups_ec2'];
  const rule = (name: string, port: number, peer: Pick<Facts, 'known' | 'references'>): Resource =>
    resource(`aws_vpc_security_group_${name === 'out' ? 'egress' : 'ingress'}_rule`, `${prefix}_${name}`, actions, {
      known: {
        ...{
          cidr_ipv4: null,
          cidr_ipv6: null,
          description: `${name} of ${called}`,
          from_port: port,
          ip_protocol: 'tcp',
        },
        ...{ prefix_list_id: null, to_port: port, ...common(`${called}-${name}`), ...peer.known },
      },
      computed: {
        arn: arn('ec2', `security-group-rule/sgr-${hex(index, name)}`),
        ...{ id: `sgr-${hex(index, name)}`, security_group_rule_id: `sgr-${hex(index, name)}` },
      },
      references: { security_group_id: [`sg-${hex(index, 'sg')}`, groupNames], ...peer.references },
      silent: ['tags_all', 'region'],
    });
  const role = resource('aws_iam_role', `${prefix}_role`, actions, {
    known: {
      ...{ assume_role_policy: policy('sts:AssumeRole', called), description: `Role of ${called}`, name: called },
      ...{ force_detach_policies: false, max_session_duration: 3600, path: '/', permissions_boundary: null },
      ...common(called),
    },
    computed: {
      arn: arn('iam', `role/${called}`),
      create_date: '2026-01-01T00:00:00Z',
      id: called,
      unique_id: hex(index, 'r'),
    },
  });
  const bucket = [`aws_s3_bucket.${prefix}_bucket.id`, `aws_s3_bucket.${prefix}_bucket`];
  const unread = (type: string, name: string, known: JsonObject, references?: Facts['references']): Resource =>
    resource(type, `${prefix}_${name}`, actions, {
      known: { ...known, ...common(`${called}-${name}`) },
      computed: { arn: arn(type, `${called}-${name}`), id: `${called}-${name}` },
      ...(references === undefined ? {} : { references }),
    });
  const made = [
    resource('aws_security_group', `${prefix}_group`, actions, {
      known: {
        description: `Group of ${called}`,
        name: called,
        name_prefix: null,
        revoke_rules_on_delete: null,
        timeouts: null,
        ...common(called),
      },
      computed: {
        arn: arn('ec2', `security-group/sg-${hex(index, 'sg')}`),
        id: `sg-${hex(index, 'sg')}`,
        owner_id: '123456789012',
        egress: [],
        ingress: [],
      },
      references: { vpc_id: ['vpc-0123456789abcdef0', vpc] },
    }),
    rule('own', 8080, {
      known: {},
      references: { referenced_security_group_id: [`sg-${hex(index, 'sg')}`, groupNames] },
    }),
    rule('client', 8443, {
      known: {},
      references: { referenced_security_group_id: [`sg-${hex(Math.max(0, index - 1), 'sg')}`, before] },
    }),
    rule('office', 9090, { known: { cidr_ipv4: '10.0.0.0/8' } }),
    rule('out', 443, { known: { cidr_ipv4: '10.0.0.0/8' } }),
    resource('aws_subnet', `${prefix}_subnet`, actions, {
      known: {
        ...{ assign_ipv6_address_on_creation: false, availability_zone: 'us-east-1a', map_public_ip_on_launch: false },
        ...{
          cidr_block: `10.${index % 250}.1.0/24`,
          enable_dns64: false,
          ipv6_native: false,
          timeouts: null,
          ...common(called),
        },
      },
      computed: {
        arn: arn('ec2', `subnet/subnet-${hex(index, 's')}`),
        id: `subnet-${hex(index, 's')}`,
        owner_id: '123456789012',
      },
      references: { vpc_id: ['vpc-0123456789abcdef0', vpc] },
    }),
    resource('aws_route_table_association', `${prefix}_association`, actions, {
      known: { gateway_id: null, region: 'us-east-1', timeouts: null, route_table_id: 'rtb-0123456789abcdef0' },
      computed: { id: `rtbassoc-${hex(index, 'a')}` },
      references: {
        subnet_id: [`subnet-${hex(index, 's')}`, [`aws_subnet.${prefix}_subnet.id`, `aws_subnet.${prefix}_subnet`]],
      },
    }),
    role,
    unread('aws_iam_role_policy', 'policy', { name: called, policy: policy('s3:GetObject', called) }),
    unread('aws_iam_role_policy_attachment', 'attachment', { policy_arn: arn('iam', 'policy/shared'), role: called }),
    unread('aws_iam_instance_profile', 'profile', { name: called, path: '/', role: called }),
    unread('aws_cloudwatch_log_group', 'logs', {
      name: `/service/${called}`,
      retention_in_days: 30,
      skip_destroy: false,
    }),
    unread('aws_ssm_parameter', 'endpoint', {
      name: `/${called}/endpoint`,
      type: 'String',
      tier: 'Standard',
      value: `https://${called}.internal`,
    }),
    unread('aws_ssm_parameter', 'settings', {
      name: `/${called}/settings`,
      type: 'String',
      tier: 'Standard',
      value: JSON.stringify(TAGS),
    }),
    unread('aws_s3_bucket', 'bucket', {
      bucket: called,
      force_destroy: false,
      object_lock_enabled: false,
      timeouts: null,
    }),
    unread(
      'aws_s3_bucket_public_access_block',
      'block',
      { block_public_acls: true, block_public_policy: true, ignore_public_acls: true },
      { bucket: [called, bucket] },
    ),
    unread(
      'aws_s3_bucket_policy',
      'bucket_policy',
      { policy: policy('s3:PutObject', called) },
      { bucket: [called, bucket] },
    ),
    unread(
      'aws_s3_bucket_versioning',
      'versioning',
      { expected_bucket_owner: '', mfa: null, versioning_configuration: [{ status: 'Enabled' }] },
      { bucket: [called, bucket] },
    ),
    unread('aws_sns_topic', 'topic', {
      name: called,
      fifo_topic: false,
      display_name: `Events of ${called}`,
      signature_version: 2,
    }),
    unread('aws_kms_alias', 'alias', { name: `alias/${called}`, target_key_id: hex(index, 'k') }),
  ];
  return key === undefined ? made : made.map((entry) => ({ ...entry, key }));
}

function policy(action: string, called: string): string {
  const statement = (number: number): JsonObject => ({
    ...{ Sid: `Statement${number}`, Effect: 'Allow', Action: [action, 'logs:CreateLogStream', 'logs:PutLogEvents'] },
    ...{ Resource: `arn:aws:s3:::${called}/*`, Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } } },
  });
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement(1)] });
}

function ruleOf(owner: string, index: number): Resource {
  return resource('aws_vpc_security_group_ingress_rule', `rule_${index}`, ['create'], {
    known: {
      ...{
        cidr_ipv4: `10.${index % 250}.${Math.floor(index / 250) % 250}.0/24`,
        cidr_ipv6: null,
        description: `rule ${index}`,
      },
      ...{ from_port: 8000, ip_protocol: 'tcp', prefix_list_id: null, to_port: 8000, ...common(`rule-${index}`) },
    },
    computed: { arn: '', id: `sgr-${hex(index, 'one')}`, security_group_rule_id: '' },
    references: { security_group_id: ['', [`${owner}.id`, owner]] },
    silent: ['tags_all', 'region'],
  });
}

function inlineRules(index: number): JsonObject[] {
  return [8080, 8443, 9090].map((port) => ({
    ...{ cidr_blocks: [`10.${index % 250}.0.0/16`], description: '', from_port: port, to_port: port, protocol: 'tcp' },
    ...{ ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [], self: false },
  }));
}

function group(
  name: string,
  actions: readonly string[],
  ingress: readonly JsonObject[],
  called: string = name,
): Resource {
  const index = Number(/\d+$/.exec(name)?.[0] ?? 0);
  const inline: JsonObject = ingress.length === 0 ? {} : { ingress: [...ingress], egress: ingress.slice(0, 1) };
  return resource('aws_security_group', name, actions, {
    known: {
      description: name,
      name: called,
      name_prefix: null,
      revoke_rules_on_delete: null,
      ...common(name),
      ...inline,
    },
    computed: { arn: arn('ec2', `security-group/${name}`), id: `sg-${hex(index, 'group')}`, owner_id: '123456789012' },
    references: { vpc_id: ['vpc-0123456789abcdef0', ['aws_vpc.network_vpc.id', 'aws_vpc.network_vpc']] },
  });
}

function instance(index: number): Resource {
  return resource('aws_instance', `instance_${index}`, ['create'], {
    known: {
      ...{
        ami: 'ami-0123456789abcdef0',
        associate_public_ip_address: false,
        instance_type: 't3.small',
        monitoring: true,
      },
      ...{
        root_block_device: [{ volume_size: 20, volume_type: 'gp3', encrypted: true }],
        ...common(`instance-${index}`),
      },
      metadata_options: [{ http_endpoint: 'enabled', http_tokens: 'required' }],
    },
    computed: { arn: '', id: `i-${hex(index, 'i')}`, private_ip: '10.0.0.1' },
    references: {
      subnet_id: [
        'subnet-0123456789abcdef0',
        ['aws_subnet.network_private_us_east_1a.id', 'aws_subnet.network_private_us_east_1a'],
      ],
    },
  });
}

// ------------------------------------------------------------------------------------------------ writing

const PROVIDER = 'registry.terraform.io/hashicorp/aws';

/**
 * Writes a plan like `terraform show -json` does, on one line.
 *
 * @returns the size in bytes
 */
export function writePlan(path: string, shape: PlanShape): number {
  const out = new Output(path);
  const every = (emit: (unit: Unit, index: number) => void): void => {
    for (let index = 0; index < shape.units; index++) emit(shape.unit(index), index);
  };
  /** Writes the root's own entries and those of the units, comma-separated. */
  const inRoot = (own: readonly unknown[], text: (entry: Resource, unit: Unit) => string | undefined): void => {
    own.forEach((entry) => out.item(JSON.stringify(entry)));
    every((unit) => {
      if (unit.path.length > 0) return;
      for (const entry of unit.resources) out.item(text(entry, unit));
    });
  };
  const tree = (own: readonly unknown[], text: (entry: Resource, unit: Unit) => string | undefined): void => {
    out.list('"resources":[', () => inRoot(own, text));
    out.list(',"child_modules":[', () => every((unit) => unit.path.length > 0 && out.item(nested(unit, text))));
  };

  const { planned_values: planned, prior_state: prior, configuration, variables } = shape.base;
  out.write(`{"format_version":"1.2","terraform_version":"1.11.4",`);
  if (variables !== undefined) out.write(`"variables":${JSON.stringify(variables)},`);
  out.write(`"planned_values":{"outputs":`);
  out.write(`${JSON.stringify(planned.outputs)},"root_module":{`);
  tree(planned.root_module.resources, (entry, unit) => valued(entry, unit, entry.after));
  out.write('}},');
  out.list('"resource_changes":[', () => {
    shape.base.resource_changes.forEach((entry) => out.item(JSON.stringify(entry)));
    every((unit) => unit.resources.forEach((entry) => out.item(changed(entry, unit))));
  });
  out.write(`,"output_changes":${JSON.stringify(shape.base.output_changes)},"prior_state":{"format_version":"1.0",`);
  out.write(`"terraform_version":"1.11.4","values":{"outputs":${JSON.stringify(prior.values.outputs)},"root_module":{`);
  tree(prior.values.root_module.resources, (entry, unit) =>
    entry.before === null ? undefined : valued(entry, unit, entry.before),
  );
  out.write(`}}},"configuration":{"provider_config":${JSON.stringify(configuration.provider_config)},"root_module":{`);
  out.write(`"outputs":${JSON.stringify(configuration.root_module.outputs)},`);
  const once = shape.configured === 'once' ? new Set<string>() : undefined;
  out.list('"resources":[', () =>
    inRoot(configuration.root_module.resources, (entry) => {
      const address = `${entry.type}.${entry.name}`;
      if (once !== undefined && once.size === once.add(address).size) return undefined;
      return configuredResource(entry);
    }),
  );
  out.list(',"module_calls":{', () => every((unit) => unit.path.length > 0 && out.item(moduleCall(unit, 0))), '}');
  if (variables !== undefined) out.write(`,"variables":${JSON.stringify(declared(variables))}`);
  out.write(`}},"relevant_attributes":${JSON.stringify(shape.base.relevant_attributes)},`);
  out.write(`"timestamp":"2026-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}`);
  return out.close();
}

/** Variables in the configuration have no values. */
function declared(variables: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(variables).map((name) => [name, {}]));
}

function modulePrefix({ path }: Unit): string {
  return path.map((name) => `module.${name}.`).join('');
}

function identity({ type, name, key }: Resource, unit: Unit): JsonObject {
  const address = `${modulePrefix(unit)}${type}.${name}${key === undefined ? '' : `["${key}"]`}`;
  return {
    address,
    mode: 'managed',
    type,
    name,
    ...(key === undefined ? {} : { index: key }),
    provider_name: PROVIDER,
  };
}

function valued(entry: Resource, unit: Unit, values: JsonObject): string {
  return JSON.stringify({
    ...identity(entry, unit),
    ...{ schema_version: 0, values, sensitive_values: { tags: {}, tags_all: {} } },
  });
}

function changed(entry: Resource, unit: Unit): string {
  const { address, ...rest } = identity(entry, unit);
  const inModule = unit.path.length === 0 ? {} : { module_address: modulePrefix(unit).slice(0, -1) };
  const { actions, before, after, unknown: after_unknown } = entry;
  const sensitive = {
    before_sensitive: before === null ? false : { tags: {} },
    after_sensitive: { tags: {}, tags_all: {} },
  };
  return JSON.stringify({
    ...{ address, ...inModule, ...rest },
    change: { actions, before, after, after_unknown, ...sensitive },
  });
}

function configuredResource({ type, name, key, expressions }: Resource): string {
  const loop = key === undefined ? {} : { for_each_expression: { references: ['var.services'] } };
  return JSON.stringify({
    ...{ address: `${type}.${name}`, mode: 'managed', type, name, provider_config_key: 'aws' },
    ...{ expressions, schema_version: 0, ...loop },
  });
}

/** A module with its enclosing modules. */
function nested(unit: Unit, text: (entry: Resource, unit: Unit) => string | undefined): string {
  const resources = unit.resources.map((entry) => text(entry, unit)).filter((entry) => entry !== undefined);
  let inner = '';
  for (let level = unit.path.length; level > 0; level--) {
    const address = JSON.stringify(modulePrefix({ ...unit, path: unit.path.slice(0, level) }).slice(0, -1));
    const own = level === unit.path.length ? resources.join(',') : '';
    inner = `{"resources":[${own}],"address":${address}${inner === '' ? '' : `,"child_modules":[${inner}]`}}`;
  }
  return inner;
}

function moduleCall(unit: Unit, level: number): string {
  let inner = '';
  for (let at = unit.path.length - 1; at >= level; at--) {
    const last = at === unit.path.length - 1;
    const variables = declared(unit.inputs ?? {});
    const outputs = last ? (unit.outputs ?? {}) : {};
    const resources = last ? unit.resources.map(configuredResource).join(',') : '';
    const module = `{"outputs":${JSON.stringify(outputs)},"resources":[${resources}],"variables":${JSON.stringify(variables)}${inner === '' ? '' : `,"module_calls":{${inner}}`}}`;
    const inputs = JSON.stringify(unit.inputs ?? {});
    inner = `${JSON.stringify(unit.path[at])}:{"source":"./service","expressions":${inputs},"module":${module}}`;
  }
  return inner;
}

/** A file with large buffered writes. */
class Output {
  private readonly file: number;
  private pieces: string[] = [];
  private length = 0;
  private total = 0;
  private first = true;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  write(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
    if (this.length > 1 << 22) this.flush();
  }

  /** Adds an element to the open list; skips undefined. */
  item(text: string | undefined): void {
    if (text === undefined) return;
    this.write(this.first ? text : `,${text}`);
    this.first = false;
  }

  list(open: string, items: () => void, close = ']'): void {
    this.write(open);
    this.first = true;
    items();
    this.write(close);
    this.first = false;
  }

  close(): number {
    this.flush();
    closeSync(this.file);
    return this.total;
  }

  private flush(): void {
    this.total += writeSync(this.file, this.pieces.join(''));
    this.pieces = [];
    this.length = 0;
  }
}
