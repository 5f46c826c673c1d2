/**
 * Extracts provider schemas from the pinned `@cdktf/provider-aws`, for the types that the policies read, in the shape
 * of `terraform providers schema -json`. `aws-shapes.ts` writes a part of them.
 *
 * Each `lib/<type>/index.js` of the package has an inline source map with the original TypeScript source. There, a
 * comment lists the flags of every attribute, its getter shows the type, and the doc comment `<name> block`
 * distinguishes a block from a list of objects.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Terraform type constraint in its JSON form, such as `"string"` or `["set", ["object", {...}]]`. */
export type TypeConstraint = string | [string, TypeConstraint | { [name: string]: TypeConstraint }];

/** One attribute, as in `terraform providers schema -json`. Absent flags are false. */
export interface AttributeSchema {
  type: TypeConstraint;
  required?: true;
  optional?: true;
  computed?: true;
  sensitive?: true;
  write_only?: true;
}

/** One nested block type. */
export interface BlockTypeSchema {
  nesting_mode: 'single' | 'list' | 'set';
  block: BlockSchema;
  min_items?: number;
  max_items?: number;
}

/** The body of a resource, data source, provider or nested block. */
export interface BlockSchema {
  attributes?: { [name: string]: AttributeSchema };
  block_types?: { [name: string]: BlockTypeSchema };
}

/** A versioned body. */
export interface Schema {
  version: number;
  block: BlockSchema;
}

/** A subset of the output of `terraform providers schema -json`. */
export interface ProviderSchemas {
  format_version: string;
  provider_schemas: {
    [source: string]: {
      resource_schemas: { [type: string]: Schema };
      data_source_schemas: { [type: string]: Schema };
    };
  };
}

const ROOT = join(__dirname, '..');
const PACKAGE = join(ROOT, 'node_modules', '@cdktf', 'provider-aws');

const RESOURCES = `
  alb alb_listener alb_listener_rule alb_target_group alb_target_group_attachment
  lb lb_listener lb_listener_certificate lb_listener_rule lb_target_group lb_target_group_attachment elb elb_attachment
  autoscaling_group autoscaling_attachment autoscaling_policy autoscaling_schedule autoscaling_traffic_source_attachment
  launch_template launch_configuration instance spot_instance_request ami ami_copy ami_from_instance key_pair
  ebs_volume volume_attachment
  vpc subnet internet_gateway egress_only_internet_gateway nat_gateway eip eip_association
  route_table default_route_table route route_table_association main_route_table_association
  network_acl network_acl_rule default_network_acl vpc_endpoint vpc_endpoint_security_group_association
  vpc_peering_connection vpc_peering_connection_accepter vpc_dhcp_options flow_log
  network_interface network_interface_attachment network_interface_sg_attachment
  security_group security_group_rule vpc_security_group_ingress_rule vpc_security_group_egress_rule
  default_security_group default_vpc default_subnet ec2_managed_prefix_list ec2_managed_prefix_list_entry
  db_instance db_subnet_group db_parameter_group db_proxy db_proxy_default_target_group db_proxy_target db_snapshot
  db_instance_automated_backups_replication rds_cluster rds_cluster_instance redshift_cluster elasticache_cluster
  db_cluster_snapshot kinesis_stream
  cloudwatch_dashboard cloudwatch_metric_alarm cloudwatch_log_group sns_topic sns_topic_subscription
  s3_bucket s3_bucket_policy s3_bucket_public_access_block iam_role iam_role_policy iam_role_policy_attachment
  iam_policy iam_instance_profile kms_key kms_alias secretsmanager_secret secretsmanager_secret_version ssm_parameter
  lambda_function ecs_cluster ecs_service ecs_task_definition eks_cluster acm_certificate route53_record
`;

const DATA_SOURCES = `
  ami ami_ids security_group security_groups vpc vpcs subnet subnets availability_zones availability_zone
  caller_identity region partition ec2_managed_prefix_list prefix_list ip_ranges instance instances lb lb_target_group
  iam_policy_document ssm_parameter db_instance db_subnet_group launch_template route_table
`;

/** Facts that the sources do not contain: `sensitive`, and `max_items` above 1. */
const SENSITIVE: ReadonlySet<string> = new Set([
  'aws_db_instance.password',
  'aws_rds_cluster.master_password',
  'aws_redshift_cluster.master_password',
  'aws_secretsmanager_secret_version.secret_string',
  'aws_secretsmanager_secret_version.secret_binary',
  'aws_ssm_parameter.value',
  'data.aws_ssm_parameter.value',
  'aws_acm_certificate.private_key',
]);

const PRIMITIVES: { [word: string]: string } = { String: 'string', Number: 'number', Boolean: 'bool', Any: 'dynamic' };

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The original TypeScript source of one file of the package, from its inline source map. */
function originalSource(directory: string): string {
  const file = join(PACKAGE, 'lib', directory, 'index.js');
  if (!existsSync(file))
    throw new Error(
      `@cdktf/provider-aws has no lib/${directory}: correct the list of types in scripts/provider-schema.ts`,
    );
  const encoded = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(readFileSync(file, 'utf8'))?.[1];
  if (encoded === undefined) throw new Error(`${file} has no inline source map, so its schema cannot be read`);
  const map = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { sourcesContent: string[] };
  return map.sourcesContent[0] ?? '';
}

/** The top-level declaration that starts with `head`, up to the closing brace in the first column. */
function declaration(source: string, head: RegExp): string {
  const start = source.search(head);
  return start < 0 ? '' : source.slice(start, source.indexOf('\n}', start));
}

/** Reads one source file of the package. */
class SourceReader {
  constructor(
    private readonly source: string,
    private readonly owner: string,
  ) {}

  /**
   * @param struct name of the interface with the doc comments
   * @param members source of the class with flags and getters
   * @param hcl source with `isBlock` and `type` of each attribute
   */
  private block(struct: string, members: string, hcl: string): BlockSchema {
    const blocks = new Set(
      [
        ...declaration(this.source, new RegExp(`^export interface ${struct} `, 'm')).matchAll(/^ +\* (\w+) block$/gm),
      ].map((match) => match[1]),
    );
    const result: Required<BlockSchema> = { attributes: {}, block_types: {} };
    const flags = /^ {2}\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)$/gm;
    const found = [...members.matchAll(flags)];
    found.forEach((match, index) => {
      const [, name = '', computed, optional, required] = match;
      const body = members.slice(match.index, found[index + 1]?.index);
      const child = this.child(name, body, hcl);
      if (blocks.has(name)) {
        if (child === undefined) throw new Error(`${this.owner}.${name} is a block without a known shape`);
        const nested: BlockTypeSchema = { nesting_mode: child.nesting, block: this.struct(child.struct) };
        if (required === 'true' && child.nesting !== 'single') nested.min_items = 1;
        if (child.single && child.nesting !== 'single') nested.max_items = 1;
        result.block_types[name] = nested;
        return;
      }
      const attribute: AttributeSchema = { type: child === undefined ? this.type(name, body) : this.objects(child) };
      if (required === 'true') attribute.required = true;
      if (optional === 'true') attribute.optional = true;
      if (computed === 'true') attribute.computed = true;
      if (name.endsWith('_wo')) attribute.write_only = true;
      if (SENSITIVE.has(`${this.owner}.${name}`) || attribute.write_only) attribute.sensitive = true;
      result.attributes[name] = attribute;
    });
    return tidy(result);
  }

  /** The struct of an attribute or block; undefined for a plain value. */
  private child(name: string, body: string, hcl: string) {
    const written = new RegExp(`^ +${name}: \\{[^}]*?type: "(\\w+)"`, 'm').exec(hcl)?.[1];
    const list = /new (\w+)List\(this, "\w+", (true|false)\)/.exec(body);
    if (list?.[1] !== undefined) {
      return { struct: list[1], nesting: list[2] === 'true' ? ('set' as const) : ('list' as const), single: false };
    }
    const single = /new (\w+)OutputReference\(this, "\w+"\)/.exec(body)?.[1];
    if (single === undefined) return undefined;
    const nesting: BlockTypeSchema['nesting_mode'] =
      written === 'struct' ? 'single' : written === 'set' ? 'set' : 'list';
    return { struct: single, nesting, single: true };
  }

  private struct(struct: string): BlockSchema {
    return this.block(
      struct,
      declaration(this.source, new RegExp(`^export class ${struct}OutputReference `, 'm')),
      declaration(
        this.source,
        new RegExp(`^export function ${struct[0]?.toLowerCase()}${struct.slice(1)}ToHclTerraform`, 'm'),
      ),
    );
  }

  /** The type of an attribute that contains objects. Nested blocks become lists of objects. */
  private objects(child: { struct: string; nesting: 'single' | 'list' | 'set' }): TypeConstraint {
    const objectOf = (block: BlockSchema): TypeConstraint => [
      'object',
      {
        ...Object.fromEntries(Object.entries(block.attributes ?? {}).map(([name, { type }]) => [name, type])),
        ...Object.fromEntries(
          Object.entries(block.block_types ?? {}).map(([name, nested]) => [
            name,
            wrap(nested.nesting_mode, objectOf(nested.block)),
          ]),
        ),
      },
    ];
    const wrap = (nesting: 'single' | 'list' | 'set', type: TypeConstraint): TypeConstraint =>
      nesting === 'single' ? type : [nesting, type];
    return wrap(child.nesting, objectOf(this.struct(child.struct)));
  }

  private type(name: string, body: string): TypeConstraint {
    const map =
      /new cdktf\.(String|Number|Boolean|Any)Map\(/.exec(body) ??
      /get(String|Number|Boolean|Any)MapAttribute\(/.exec(body);
    if (map?.[1] !== undefined) return ['map', PRIMITIVES[map[1]] ?? 'dynamic'];
    const mapList = /new cdktf\.(String|Number|Boolean|Any)MapList\(this, "\w+", (true|false)\)/.exec(body);
    if (mapList?.[1] !== undefined) {
      return [mapList[2] === 'true' ? 'set' : 'list', ['map', PRIMITIVES[mapList[1]] ?? 'dynamic']];
    }
    const list = /(tolist\(this\.)?\bget(Number)?ListAttribute\(/.exec(body);
    if (list !== null) return [list[1] === undefined ? 'list' : 'set', list[2] === undefined ? 'string' : 'number'];
    const simple = /get(String|Number|Boolean)Attribute\(/.exec(body)?.[1];
    if (simple !== undefined) return PRIMITIVES[simple] ?? 'dynamic';
    throw new Error(`${this.owner}.${name} has no getter that shows its type`);
  }

  /** The schema of the resource or data source in the file. */
  resource(): BlockSchema {
    const name = /^export class (\w+) extends cdktf\.Terraform(?:Resource|DataSource) /m.exec(this.source)?.[1];
    if (name === undefined) throw new Error(`${this.owner}: the file declares no resource class`);
    const members = declaration(this.source, new RegExp(`^export class ${name} `, 'm'));
    return this.block(`${name}Config`, members, members);
  }
}

function tidy(block: Required<BlockSchema>): BlockSchema {
  const sorted = <T>(record: { [name: string]: T }): { [name: string]: T } =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...(Object.keys(block.attributes).length > 0 && { attributes: sorted(block.attributes) }),
    ...(Object.keys(block.block_types).length > 0 && { block_types: sorted(block.block_types) }),
  };
}

/** The AWS provider version that the installed package was generated from. */
export function providerVersion(): string {
  const version = /providerVersion: '([^']+)'/.exec(originalSource('vpc'))?.[1];
  if (version === undefined) throw new Error('lib/vpc of @cdktf/provider-aws contains no provider version');
  return version;
}

/**
 * The schema of one type in the installed package.
 *
 * @param type such as `aws_lb`, or `data.aws_ami` for a data source
 */
export function schemaOf(type: string): Schema {
  const directory = type
    .replace(/^data\.aws_/, 'data-aws-')
    .replace(/^aws_/, '')
    .replaceAll('_', '-');
  return { version: 0, block: new SourceReader(originalSource(directory), type).resource() };
}

/** Reads the schemas of all listed types from the installed package. */
export function extractSchemas(): ProviderSchemas {
  const all = (list: string, prefix: string): { [type: string]: Schema } =>
    Object.fromEntries(words(list).map((name) => [`aws_${name}`, schemaOf(`${prefix}aws_${name}`)]));
  return {
    format_version: '1.0',
    provider_schemas: {
      'registry.terraform.io/hashicorp/aws': {
        resource_schemas: all(RESOURCES, ''),
        data_source_schemas: all(DATA_SOURCES, 'data.'),
      },
    },
  };
}

/** JSON with one line per attribute, so that provider changes give readable diffs. */
export function render(value: unknown, indent = ''): string {
  const isAttribute = typeof value === 'object' && value !== null && 'type' in value && !('block' in value);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || (isAttribute && isFlags(value))) {
    return JSON.stringify(value);
  }
  const inner = `${indent} `;
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)}: ${render(member, inner)}`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

/** Distinguishes an attribute's record from an `attributes` map with an attribute named `type`. */
function isFlags(value: object): boolean {
  const type = (value as { type: unknown }).type;
  return typeof type === 'string' || Array.isArray(type);
}
