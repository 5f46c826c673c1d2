/** Plans and states in the shapes that Terraform writes, small enough to read. */
import type { Json, JsonObject } from '../../../tollgate/model';

/** A resource of a plan: its planned values, and its expressions in the configuration. */
export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly after: JsonObject | null;
  readonly before?: JsonObject | null;
  readonly unknown?: JsonObject;
  readonly actions?: readonly string[];
  readonly mode?: 'managed' | 'data';
  readonly module?: string;
  readonly expressions?: JsonObject;
}

/** A security group with one inline ingress rule from everywhere. */
export function openGroup(port: number, name = 'open'): PlannedResource {
  const rule = {
    ...{ from_port: port, to_port: port, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'], description: '', self: false },
    ...{ ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [] },
  };
  return {
    address: `aws_security_group.${name}`,
    type: 'aws_security_group',
    name,
    after: { name, description: 'Ærø ☂', ingress: [rule], egress: [], tags: null },
    unknown: { id: true, arn: true, ingress: [{ cidr_blocks: [false] }] },
    expressions: { name: { constant_value: name }, ingress: { constant_value: [rule] } },
  };
}

/** A resource of a type that no rule reads. */
export function queue(name = 'jobs'): PlannedResource {
  return {
    address: `aws_sqs_queue.${name}`,
    type: 'aws_sqs_queue',
    name,
    after: { name, delay_seconds: 5, tags: { team: 'data' } },
    unknown: { id: true },
    expressions: { name: { constant_value: name } },
  };
}

/** A plan as `terraform show -json` writes it. */
export function plan(resources: readonly PlannedResource[], more: JsonObject = {}): JsonObject {
  return {
    format_version: '1.2',
    terraform_version: '1.9.8',
    planned_values: { root_module: { resources: resources.map(value) } },
    resource_changes: resources.map(change),
    configuration: {
      provider_config: { aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws' } },
      root_module: { resources: resources.map(configured) },
    },
    complete: true,
    ...more,
  };
}

/** A state as `terraform show -json` writes it. */
export function state(resources: readonly PlannedResource[]): JsonObject {
  return {
    format_version: '1.0',
    terraform_version: '1.9.8',
    values: { root_module: { resources: resources.map(value) } },
  };
}

/** The entry under `resource_changes`. */
export function change(resource: PlannedResource): JsonObject {
  const { address, type, name, mode = 'managed', module } = resource;
  return {
    ...{ address, mode, type, name, provider_name: 'registry.terraform.io/hashicorp/aws' },
    ...(module === undefined ? {} : { module_address: module }),
    change: {
      actions: [...(resource.actions ?? ['create'])],
      before: resource.before ?? null,
      after: resource.after,
      after_unknown: resource.unknown ?? {},
      before_sensitive: false,
      after_sensitive: {},
    },
  };
}

/** The entry in a tree of modules. */
export function value({ address, type, name, mode = 'managed', after }: PlannedResource): JsonObject {
  return { address, mode, type, name, schema_version: 1, values: after ?? {}, sensitive_values: {} };
}

/** The entry under `configuration`. */
export function configured({ type, name, mode = 'managed', expressions }: PlannedResource): JsonObject {
  const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  return { address, mode, type, name, provider_config_key: 'aws', expressions: expressions ?? {}, schema_version: 1 };
}

/** JSON as bytes. */
export function bytes(document: Json): Buffer {
  return Buffer.from(JSON.stringify(document));
}
