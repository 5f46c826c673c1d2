/**
 * Generates dense plans, in which rules read nearly every resource. A plan contains many systems. Each system is the
 * production stack (`base-plan.json`) under another name, with an EC2 instance and an old-style security group rule.
 */
import type { Json, JsonObject } from '../tollgate/model';
import scope from '../policies/settings/scope.json';
import production from './base-plan.json';
import type { PlanShape, Resource } from './plans';

/** Parameters of a dense plan. */
export interface Dense {
  /** Number of managed resources, rounded to whole systems. */
  readonly resources: number;
  /** Share of the systems whose names start with a prefix in `data.settings.scope`: 0 to 1. */
  readonly inside: number;
  /** Whether each system is in a module of its own instead of the root module. */
  readonly modules?: boolean;
}

interface Template {
  readonly type: string;
  readonly name: string;
  readonly after: JsonObject;
  readonly unknown: JsonObject;
  readonly expressions: JsonObject;
}

const OWN = 'productos-api';
const INSIDE = scope.scope.systems[0] ?? OWN;
const OUTSIDE = 'ledger';

/** Types that no rule reads. */
const UNREAD = new Set(['aws_db_parameter_group']);

const templates: readonly Template[] = [...likeProduction(), ...added()];

/** The templates as JSON, with marks in place of the names of a system. */
const marked = templates.map((template) => marks(JSON.stringify(template)));

/** Many systems in one plan. */
export function denseShape({ resources, inside, modules = false }: Dense): PlanShape {
  const units = Math.max(1, Math.round(resources / templates.length));
  return {
    name: `dense${modules ? ' modules' : ''}, ${inside * 100} % in scope`,
    resources: units * templates.length,
    ...{ units, configured: 'each', base: emptyBase() },
    unit: (index) => ({
      path: modules ? [`system_${index}`] : [],
      resources: system(index, isInside(index, inside)),
    }),
  };
}

/** Spreads the systems inside the scope evenly over the plan. */
function isInside(index: number, share: number): boolean {
  return Math.floor((index + 1) * share) > Math.floor(index * share);
}

/** The root module has only a data source: a resource of production would bring the plan into the scope. */
function emptyBase(): PlanShape['base'] {
  const { configuration, prior_state } = production;
  const isData = ({ mode }: { readonly mode: string }): boolean => mode === 'data';
  const resources = prior_state.values.root_module.resources.filter(isData);
  return {
    planned_values: { outputs: {}, root_module: { resources: [] } },
    prior_state: { values: { outputs: {}, root_module: { resources } } },
    ...{ resource_changes: [], output_changes: {}, relevant_attributes: [] },
    configuration: {
      provider_config: configuration.provider_config,
      root_module: { outputs: {}, resources: configuration.root_module.resources.filter(isData) },
    },
  };
}

function system(index: number, inside: boolean): Resource[] {
  const called = `${inside ? INSIDE : OUTSIDE}-${index}`;
  const actions = index % 10 < 5 ? ['no-op'] : index % 10 < 7 ? ['update'] : ['create'];
  return marked.map((text) => {
    const template = JSON.parse(text.replaceAll('@system@', called).replaceAll('@name@', `_${index}`)) as Template;
    const { type, name, expressions } = template;
    if (actions[0] === 'create') {
      return { type, name, actions, before: null, after: template.after, unknown: template.unknown, expressions };
    }
    const after = filled(template.after, template.unknown, expressions, `${type}.${name}`) as JsonObject;
    const before = actions[0] === 'update' ? { ...after, tags_all: {} } : after;
    return { type, name, actions, before, after, unknown: {}, expressions };
  });
}

/** The values of an existing resource: ids and references have values, and nothing is unknown. */
function filled(known: Json, unknown: Json, expression: Json, address: string): Json {
  if (Array.isArray(unknown)) {
    const values = Array.isArray(known) ? known : [];
    const expressions = Array.isArray(expression) ? expression : [];
    return values.map((value, at) => filled(value, unknown[at] ?? {}, expressions[at] ?? {}, address));
  }
  if (!isRecord(unknown)) return known;
  const values = isRecord(known) ? { ...known } : {};
  for (const [attribute, hidden] of Object.entries(unknown)) {
    const from = (isRecord(expression) ? expression[attribute] : undefined) ?? {};
    const value =
      hidden === true
        ? decided(attribute, from, address)
        : filled(values[attribute] ?? null, hidden ?? {}, from, address);
    if (value !== undefined) values[attribute] = value;
  }
  return values;
}

/** A value that AWS assigns; for a reference, the value of the referenced resource. */
function decided(attribute: string, expression: Json, address: string): Json | undefined {
  if (attribute === 'id' && isRecord(expression) && expression['references'] === undefined) return idOf(address);
  if (attribute === 'arn') return arnOf(address);
  if (!isRecord(expression) || !Array.isArray(expression['references'])) return undefined;
  const targets = expression['references'].filter(
    (name): name is string => typeof name === 'string' && name.split('.').length === 3,
  );
  const values = targets.map((target) => {
    const [type = '', name = '', of] = target.split('.');
    return of === 'arn' ? arnOf(`${type}.${name}`) : of === 'id' ? idOf(`${type}.${name}`) : '1';
  });
  return Array.isArray(expression['constant_value']) ? values : (values[0] ?? null);
}

const PREFIXES: Readonly<Record<string, string>> = {
  ...{ aws_security_group: 'sg', aws_subnet: 'subnet', aws_vpc: 'vpc', aws_launch_template: 'lt', aws_instance: 'i' },
  ...{ aws_route_table: 'rtb', aws_internet_gateway: 'igw', aws_ebs_volume: 'vol', aws_security_group_rule: 'sgrule' },
  ...{ aws_vpc_security_group_egress_rule: 'sgr', aws_vpc_security_group_ingress_rule: 'sgr' },
};

function idOf(address: string): string {
  const prefix = PREFIXES[address.slice(0, address.indexOf('.'))];
  return prefix === undefined ? address : `${prefix}-${digits(address)}`;
}

function arnOf(address: string): string {
  return `arn:aws:service:us-east-1:123456789012:${address}`;
}

/** Seventeen hexadecimal digits, as in AWS ids. */
function digits(text: string): string {
  let [one, two] = [2166136261, 5381];
  for (const character of text) {
    const code = character.charCodeAt(0);
    [one, two] = [Math.imul(one ^ code, 16777619) >>> 0, (Math.imul(two, 33) + code) >>> 0];
  }
  return `0${one.toString(16).padStart(8, '0')}${two.toString(16).padStart(8, '0')}`;
}

function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// ------------------------------------------------------------------------------------------------ templates

function likeProduction(): Template[] {
  const configured = new Map(production.configuration.root_module.resources.map((one) => [one.address, one]));
  return production.resource_changes.flatMap(({ address, mode, type, name, change }) => {
    const expressions = configured.get(address)?.expressions;
    if (mode !== 'managed' || UNREAD.has(type) || expressions === undefined) return [];
    return [{ type, name, ...{ after: change.after, unknown: change.after_unknown, expressions } }];
  });
}

function marks(text: string): string {
  const names = templates.map(({ name }) => name).join('|');
  return text
    .replaceAll(new RegExp(`(aws_\\w+\\.|"name":")(${names})(?![\\w-])`, 'g'), '$1$2@name@')
    .replaceAll(OWN, '@system@');
}

function to(attribute: string, address: string): JsonObject {
  return { [attribute]: { references: [`${address}.id`, address] } };
}

function constants(values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { constant_value: value ?? null }]));
}

/** Resource types that production lacks: an instance, its volumes and its attachment, and an old-style rule. */
function added(): Template[] {
  const template = (type: string, name: string, known: JsonObject, references: JsonObject): Template => {
    const hidden = [...Object.keys(references), 'id', 'arn'].map((attribute) => [attribute, true] as const);
    const expressions = { ...constants(known), ...references };
    return { type, name, after: known, unknown: Object.fromEntries(hidden), expressions };
  };
  const tags = { Name: `${OWN}-worker`, environment: 'production' };
  const common = { region: 'us-east-1', tags, tags_all: tags };
  const volume = (name: string): Template =>
    template(
      'aws_ebs_volume',
      name,
      {
        ...{ availability_zone: 'us-east-1a', encrypted: true, iops: 3000, size: 20, type: 'gp3', ...common },
      },
      {},
    );
  return [
    template(
      'aws_instance',
      'worker_machine',
      {
        ...{ ami: 'ami-0123456789abcdef0', associate_public_ip_address: false, instance_type: 't3.small', ...common },
        metadata_options: [{ http_endpoint: 'enabled', http_put_response_hop_limit: 1, http_tokens: 'required' }],
        root_block_device: [{ encrypted: true, volume_size: 20, volume_type: 'gp3' }],
      },
      {
        ...to('subnet_id', 'aws_subnet.network_private_us_east_1a'),
        vpc_security_group_ids: {
          constant_value: [''],
          references: ['aws_security_group.security_groups_ec2.id', 'aws_security_group.security_groups_ec2'],
        },
      },
    ),
    volume('worker_data'),
    template(
      'aws_lb_target_group_attachment',
      'worker_attachment',
      { port: 8000 },
      {
        ...to('target_id', 'aws_instance.worker_machine'),
        target_group_arn: {
          references: [
            'aws_lb_target_group.load_balancer_target_group.arn',
            'aws_lb_target_group.load_balancer_target_group',
          ],
        },
      },
    ),
    template(
      'aws_security_group_rule',
      'worker_to_network',
      {
        ...{ cidr_blocks: ['10.0.0.0/16'], description: 'Packages', from_port: 443, protocol: 'tcp', to_port: 443 },
        type: 'egress',
      },
      to('security_group_id', 'aws_security_group.security_groups_ec2'),
    ),
  ];
}
