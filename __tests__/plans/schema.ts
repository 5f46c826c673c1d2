/** The schema of the AWS provider, for the attributes that the generated configurations use. */

/** Attributes that are written like blocks: Terraform adds the missing attributes of an entry, with empty values. */
export const ATTRIBUTES_AS_BLOCKS: Readonly<Record<string, readonly string[]>> = {
  aws_default_security_group: ['ingress', 'egress'],
  aws_security_group: ['ingress', 'egress'],
};

/** A set is unknown as a whole when one of its elements is unknown. */
export const SETS: ReadonlySet<string> = new Set([
  'security_group_ids',
  'security_groups',
  'target_group_arns',
  'vpc_security_group_ids',
]);

/** Attributes that AWS sets where the configuration does not: unknown before the first apply. */
export const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: ['vpc_security_group_ids'],
  aws_eip: ['public_ip'],
  aws_instance: ['security_groups', 'vpc_security_group_ids'],
  aws_lb: ['security_groups'],
  aws_network_interface: ['security_groups'],
  aws_rds_cluster: ['vpc_security_group_ids'],
  aws_security_group: ['ingress', 'egress', 'name'],
  aws_security_group_rule: ['source_security_group_id'],
  aws_vpc_endpoint: ['security_group_ids'],
  terraform_data: ['output'],
};

/** How ids of a type begin. */
export const ID_PREFIX: Readonly<Record<string, string>> = {
  aws_default_security_group: 'sg',
  aws_instance: 'i',
  aws_launch_template: 'lt',
  aws_network_interface: 'eni',
  aws_security_group: 'sg',
  aws_subnet: 'subnet',
  aws_vpc: 'vpc',
};

/** An inline rule with nothing in it. */
export const EMPTY_RULE = {
  cidr_blocks: [],
  description: '',
  from_port: 0,
  ipv6_cidr_blocks: [],
  prefix_list_ids: [],
  protocol: '',
  security_groups: [],
  self: false,
  to_port: 0,
} as const;
