import type { Blame, EvasionFamily } from '../case';
import {
  alb,
  albGroup,
  anyoneOld,
  classic,
  db,
  dbSubnets,
  ec2FromAlb,
  ec2Group,
  ec2ToRds,
  evasionClassic,
  evasionIngress,
  group,
  id,
  ingress,
  inline,
  oldTcp,
  openGroup,
  rdsFromEc2,
  rdsGroup,
  resource,
  tcp,
  template,
} from '../hcl';

const albGroups = `security_groups            = [${id('alb')}]`;
const templateGroups = `security_groups             = [${id('ec2')}]`;
const dbGroups = `vpc_security_group_ids              = [${id('rds')}]`;
const open = 'aws_security_group.open.id';

/** A group that lets a private network in: wrong only on a tier. */
const quietGroup = group('open') + classic(open, `${oldTcp(9000)}  cidr_blocks = ["10.0.0.0/8"]\n`);

const cluster = (groups: string, more = ''): string =>
  resource(
    'aws_rds_cluster',
    'evasion',
    `  cluster_identifier = "productos-api-cluster"
  engine = "aurora-postgresql"
  port = 5432
  storage_encrypted = true
  manage_master_user_password = true
  master_username = "productos"
  backup_retention_period = 7
  db_subnet_group_name = ${dbSubnets}.name
  vpc_security_group_ids = [${groups}]
${more}`,
  );

const replica = (groups: string): string =>
  resource(
    'aws_db_instance',
    'replica',
    `  identifier = "productos-api-replica"
  replicate_source_db = ${db}.identifier
  instance_class = "db.t3.small"
  storage_encrypted = true
  backup_retention_period = 7
  port = 5432
  skip_final_snapshot = true
  vpc_security_group_ids = [${groups}]
`,
  );

const proxy = (groups: string): string =>
  resource(
    'aws_db_proxy',
    'evasion',
    `  name = "productos-api-proxy"
  engine_family = "POSTGRESQL"
  role_arn = "arn:aws:iam::123456789012:role/proxy"
  require_tls = true
  vpc_subnet_ids = [aws_subnet.network_private_us_east_1a.id, aws_subnet.network_private_us_east_1b.id]
  vpc_security_group_ids = [${groups}]
  auth {
    secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:x"
  }
`,
  );

const endpoint = (more: string): string =>
  resource(
    'aws_vpc_endpoint',
    'evasion',
    `  vpc_id = aws_vpc.network_vpc.id
  service_name = "com.amazonaws.us-east-1.ssm"
  vpc_endpoint_type = "Interface"
${more}`,
  );

/** The group of the load balancer is left over: it is of no tier, admits the Internet and leads on. */
const onTheDefaultGroup: readonly Blame[] = [
  ['NET-001', ec2FromAlb],
  ['NET-002', alb],
  ['NET-002', ec2Group],
  ['NET-004', alb],
  ['NET-009', db],
];

/** How load balancers, templates and databases come to their groups. */
export const attachments: EvasionFamily = {
  name: 'Attachments',
  cases: [
    {
      id: 'attach/second-group-of-the-load-balancer',
      sentence: 'the load balancer has a second group, which admits a network on another port',
      verdict: 'violating',
      replace: [[albGroups, `security_groups = [${id('alb')}, ${open}]`]],
      add: quietGroup,
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/second-group-of-the-load-balancer-without-rules',
      sentence: 'the load balancer has a second group without rules',
      verdict: 'harmless',
      replace: [[albGroups, `security_groups = [${id('alb')}, ${open}]`]],
      add: group('open'),
    },
    {
      id: 'attach/load-balancer-without-groups',
      sentence: 'the load balancer names no group: it gets the default one of the VPC',
      verdict: 'violating',
      replace: [[albGroups, '']],
      denied: onTheDefaultGroup,
    },
    {
      id: 'attach/load-balancer-with-null-groups',
      sentence: 'the groups of the load balancer are null',
      verdict: 'violating',
      replace: [[albGroups, 'security_groups = null']],
      denied: onTheDefaultGroup,
    },
    {
      id: 'attach/load-balancer-with-an-empty-list',
      sentence: 'the groups of the load balancer are an empty list',
      verdict: 'violating',
      replace: [[albGroups, 'security_groups = []']],
      denied: onTheDefaultGroup,
    },
    {
      id: 'attach/group-of-a-data-source',
      sentence: 'the load balancer has a second group that a data source found, whose rules are not in the plan',
      verdict: 'undecided',
      replace: [[albGroups, `security_groups = [${id('alb')}, data.aws_security_group.found.id]`]],
      add: 'data "aws_security_group" "found" {\n  name = "elsewhere"\n}\n',
      undecided: [['NET-004', alb]],
    },
    {
      id: 'attach/group-of-a-data-source-with-a-rule',
      sentence: 'the load balancer has a second group that a data source found, and a rule of this plan opens it',
      verdict: 'violating',
      replace: [[albGroups, `security_groups = [${id('alb')}, data.aws_security_group.found.id]`]],
      add: `data "aws_security_group" "found" {\n  name = "elsewhere"\n}\n${ingress('data.aws_security_group.found.id', `${tcp(8080)}  cidr_ipv4 = "10.0.0.0/8"\n`)}`,
      denied: [['NET-001', evasionIngress]],
      undecided: [['NET-004', alb]],
    },
    {
      id: 'attach/second-load-balancer',
      sentence: 'a second load balancer, under the older name of its type, has a group that admits SSH',
      verdict: 'violating',
      add:
        openGroup() +
        resource(
          'aws_alb',
          'evasion',
          `  name = "productos-api-second"
  drop_invalid_header_fields = true
  security_groups = [${open}]
  subnets = [aws_subnet.network_public_us_east_1a.id, aws_subnet.network_public_us_east_1b.id]
`,
        ),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/template-second-interface-group',
      sentence: 'the interface of the launch template has a second group, which admits a network',
      verdict: 'violating',
      replace: [[templateGroups, `security_groups = [${id('ec2')}, ${open}]`]],
      add: quietGroup,
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/template-second-interface',
      sentence: 'the launch template has a second interface with a group that admits a network',
      verdict: 'violating',
      inside: {
        [template]: `  network_interfaces {\n    associate_public_ip_address = false\n    device_index = 1\n    security_groups = [${open}]\n  }\n`,
      },
      add: quietGroup,
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/template-groups-in-both-places',
      sentence: 'the launch template names groups outside of its interface as well',
      verdict: 'violating',
      inside: { [template]: `  vpc_security_group_ids = [${open}]\n` },
      add: quietGroup,
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/template-groups-by-name',
      sentence: 'the launch template names a group by its name',
      verdict: 'violating',
      inside: { [template]: '  security_group_names = ["productos-api-open-sg"]\n' },
      add: quietGroup,
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/template-groups-outside-declared',
      sentence: 'the launch template names the declared group outside of an interface',
      verdict: 'harmless',
      replace: [
        [
          `  network_interfaces {
    associate_public_ip_address = false
    delete_on_termination       = true
    device_index                = 0
    ${templateGroups}
  }
`,
          `  vpc_security_group_ids = [${id('ec2')}]\n`,
        ],
      ],
    },
    {
      id: 'attach/template-second-group-without-rules',
      sentence: 'the launch template has a second group without rules',
      verdict: 'harmless',
      replace: [[templateGroups, `security_groups = [${id('ec2')}, ${open}]`]],
      add: group('open'),
    },
    {
      id: 'attach/template-public-address',
      sentence: 'the interface of the launch template gets a public address',
      verdict: 'violating',
      replace: [['associate_public_ip_address = false', 'associate_public_ip_address = true']],
      denied: [['EC2-003', template]],
    },
    {
      id: 'attach/template-interface-in-a-dynamic-block',
      sentence: 'the interface of the launch template, with its group, comes from a dynamic block',
      verdict: 'undecided',
      replace: [
        [
          `  network_interfaces {
    associate_public_ip_address = false
    delete_on_termination       = true
    device_index                = 0
    ${templateGroups}
  }
`,
          `  dynamic "network_interfaces" {
    for_each = [${id('ec2')}]
    content {
      associate_public_ip_address = false
      device_index = 0
      security_groups = [network_interfaces.value]
    }
  }
`,
        ],
      ],
      undecided: [
        ['NET-001', rdsFromEc2],
        ['NET-001', 'aws_vpc_security_group_egress_rule.security_groups_alb_to_ec2'],
        ['NET-002', albGroup],
        ['NET-002', rdsGroup],
        ['NET-002', template],
        ['NET-003', template],
        ['NET-004', template],
      ],
    },
    {
      id: 'attach/database-second-group',
      sentence: 'the database has a second group, which admits a network',
      verdict: 'violating',
      replace: [[dbGroups, `vpc_security_group_ids = [${id('rds')}, ${open}]`]],
      add: quietGroup,
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/database-without-groups',
      sentence: 'the database names no group: it gets the default one of the VPC',
      verdict: 'violating',
      replace: [[dbGroups, '']],
      denied: [
        ['NET-004', db],
        ['NET-002', db],
        ['NET-001', ec2ToRds],
        ['NET-002', ec2Group],
      ],
    },
    {
      id: 'attach/database-in-the-group-of-the-instances',
      sentence: 'the database has the group of the instances beside its own',
      verdict: 'violating',
      replace: [[dbGroups, `vpc_security_group_ids = [${id('rds')}, ${id('ec2')}]`]],
      denied: [
        ['NET-001', ec2FromAlb],
        ['NET-001', ec2ToRds],
        ['NET-003', ec2Group],
      ],
    },
    {
      id: 'attach/load-balancer-in-the-group-of-the-instances',
      sentence: 'the load balancer has the group of the instances beside its own: one group serves two tiers',
      verdict: 'violating',
      replace: [[albGroups, `security_groups = [${id('alb')}, ${id('ec2')}]`]],
      denied: [
        ['NET-001', ec2FromAlb],
        ['NET-001', ec2ToRds],
        ['NET-003', ec2Group],
      ],
    },
    {
      id: 'attach/cluster',
      sentence: 'a database cluster has a group that admits a network',
      verdict: 'violating',
      add: quietGroup + cluster(open),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/cluster-declared',
      sentence: 'a database cluster has the group of the database',
      verdict: 'harmless',
      add: cluster(id('rds')),
    },
    {
      id: 'attach/replica',
      sentence: 'a read replica has a group that admits a network',
      verdict: 'violating',
      add: quietGroup + replica(open),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/replica-declared',
      sentence: 'a read replica has the group of the database',
      verdict: 'harmless',
      add: replica(id('rds')),
    },
    {
      id: 'attach/proxy',
      sentence: 'a database proxy has a group that admits a network',
      verdict: 'violating',
      add: quietGroup + proxy(open),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/endpoint',
      sentence: 'an interface endpoint has a group that admits the VPC',
      verdict: 'violating',
      add:
        group('open', inline('ingress', `${oldTcp(443)}  cidr_blocks = ["10.20.0.0/16"]\n`)) +
        endpoint(`  security_group_ids = [${open}]\n`),
      denied: [['NET-001', 'aws_security_group.open']],
    },
    {
      id: 'attach/endpoint-association',
      sentence: 'an interface endpoint is given its group by a resource of its own',
      verdict: 'violating',
      add:
        group('open', inline('ingress', `${oldTcp(443)}  cidr_blocks = ["10.20.0.0/16"]\n`)) +
        endpoint('') +
        resource(
          'aws_vpc_endpoint_security_group_association',
          'evasion',
          `  vpc_endpoint_id = aws_vpc_endpoint.evasion.id\n  security_group_id = ${open}\n`,
        ),
      denied: [['NET-001', 'aws_security_group.open']],
    },
    {
      id: 'attach/endpoint-without-rules',
      sentence: 'an interface endpoint has a group without rules',
      verdict: 'harmless',
      add: group('open') + endpoint(`  security_group_ids = [${open}]\n`),
    },
    {
      id: 'attach/through-terraform-data',
      sentence: 'the id of a group passes through a terraform_data resource on its way to the database',
      verdict: 'violating',
      replace: [[dbGroups, `vpc_security_group_ids = [${id('rds')}, terraform_data.carrier.output]`]],
      add: quietGroup + resource('terraform_data', 'carrier', `  input = ${open}\n`),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/through-another-resource',
      sentence: 'the database takes its groups from the load balancer',
      verdict: 'violating',
      replace: [[dbGroups, `vpc_security_group_ids = concat([${id('rds')}], tolist(${alb}.security_groups))`]],
      denied: [
        ['NET-001', 'aws_vpc_security_group_egress_rule.security_groups_alb_to_ec2'],
        ['NET-001', 'aws_vpc_security_group_ingress_rule.security_groups_alb_from_internet'],
        ['NET-003', albGroup],
      ],
    },
    {
      id: 'attach/through-a-local',
      sentence: 'the database takes its groups from a local value, which the plan does not show',
      verdict: 'undecided',
      replace: [[dbGroups, 'vpc_security_group_ids = local.groups']],
      add: `locals {\n  groups = [${id('rds')}]\n}\n`,
      undecided: [
        ['NET-001', ec2ToRds],
        ['NET-002', db],
        ['NET-002', ec2Group],
        ['NET-003', db],
        ['NET-004', db],
        ['NET-009', db],
      ],
    },
    {
      id: 'attach/chosen-by-a-condition',
      sentence: 'a condition chooses between the group of the load balancer and an open one: which, is not in the plan',
      verdict: 'undecided',
      replace: [[albGroups, `security_groups = [var.debug ? ${open} : ${id('alb')}]`]],
      add: `variable "debug" {\n  default = false\n}\n${quietGroup}`,
      undecided: [
        ['NET-001', ec2FromAlb],
        ['NET-001', evasionClassic],
        ['NET-002', alb],
        ['NET-002', ec2Group],
        ['NET-003', alb],
        ['NET-004', alb],
        ['NET-009', db],
      ],
    },
    {
      id: 'attach/chosen-by-a-condition-after-an-apply',
      sentence: 'a condition chose the group of the load balancer and not the open one: after an apply the plan tells',
      verdict: 'harmless',
      applied: [
        {
          replace: [[albGroups, `security_groups = [var.debug ? ${open} : ${id('alb')}]`]],
          add: `variable "debug" {\n  default = false\n}\n${quietGroup}`,
        },
      ],
      replace: [[albGroups, `security_groups = [var.debug ? ${open} : ${id('alb')}]`]],
      add: `variable "debug" {\n  default = false\n}\n${quietGroup}`,
    },
    {
      id: 'attach/list-variable-of-a-module',
      sentence: 'a load balancer in a module is given a list of two groups, one of which admits a network',
      verdict: 'violating',
      add: `${quietGroup}module "second" {
  source = "./second"
  groups = [${id('alb')}, ${open}]
  subnets = [aws_subnet.network_public_us_east_1a.id, aws_subnet.network_public_us_east_1b.id]
}
`,
      files: {
        'second/main.tf':
          'variable "groups" {\n}\nvariable "subnets" {\n}\nresource "aws_lb" "this" {\n  name = "second"\n  drop_invalid_header_fields = true\n  security_groups = var.groups\n  subnets = var.subnets\n}\n',
      },
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'attach/one-of-a-list-variable-of-a-module',
      sentence: 'a load balancer in a module takes one of a list of two groups: which, is not in the plan',
      verdict: 'undecided',
      add: `${quietGroup}module "second" {
  source = "./second"
  groups = [${id('alb')}, ${open}]
  subnets = [aws_subnet.network_public_us_east_1a.id, aws_subnet.network_public_us_east_1b.id]
}
`,
      files: {
        'second/main.tf':
          'variable "groups" {\n}\nvariable "subnets" {\n}\nresource "aws_lb" "this" {\n  name = "second"\n  drop_invalid_header_fields = true\n  security_groups = [var.groups[0]]\n  subnets = var.subnets\n}\n',
      },
      undecided: [
        ['NET-001', evasionClassic],
        ['NET-003', 'module.second.aws_lb.this'],
        ['NET-004', 'module.second.aws_lb.this'],
      ],
    },
    {
      id: 'attach/load-balancer-through-a-local',
      sentence: 'the load balancer takes its groups from a local value, which the plan does not show',
      verdict: 'undecided',
      replace: [[albGroups, 'security_groups = local.groups']],
      add: `locals {\n  groups = [${id('alb')}]\n}\n`,
      undecided: [
        ['NET-001', ec2FromAlb],
        ['NET-002', alb],
        ['NET-002', ec2Group],
        ['NET-003', alb],
        ['NET-004', alb],
        ['NET-009', db],
      ],
    },
    {
      id: 'attach/known-literal-after-an-apply',
      sentence: 'on an update plan the literal id of a second group of the load balancer is known',
      verdict: 'violating',
      applied: [{}],
      replace: [[albGroups, `security_groups = [${id('alb')}, "sg-0aaaaaaaaaaaaaaaa"]`]],
      add: ingress('"sg-0aaaaaaaaaaaaaaaa"', `${tcp(9000)}  cidr_ipv4 = "10.0.0.0/8"\n`),
      denied: [['NET-001', evasionIngress]],
      undecided: [['NET-004', alb]],
    },
    {
      id: 'attach/open-group-that-nothing-has',
      sentence: 'a group that lets a private network in is given to nothing',
      verdict: 'harmless',
      add: quietGroup,
    },
    {
      id: 'attach/group-shared-by-two-load-balancers',
      sentence: 'two load balancers share the group of the tier',
      verdict: 'harmless',
      add: resource(
        'aws_lb',
        'second',
        `  name = "productos-api-second"
  drop_invalid_header_fields = true
  security_groups = [${id('alb')}]
  subnets = [aws_subnet.network_public_us_east_1a.id, aws_subnet.network_public_us_east_1b.id]
`,
      ),
    },
    {
      id: 'attach/rules-on-everything-at-once',
      sentence: 'one open group is attached to the load balancer, the instances and the database',
      verdict: 'violating',
      replace: [
        [albGroups, `security_groups = [${id('alb')}, ${open}]`],
        [templateGroups, `security_groups = [${id('ec2')}, ${open}]`],
        [dbGroups, `vpc_security_group_ids = [${id('rds')}, ${open}]`],
      ],
      add: group('open') + classic(open, `${oldTcp(22)}${anyoneOld}`),
      denied: [
        ['NET-001', evasionClassic],
        ['NET-003', 'aws_security_group.open'],
      ],
    },
  ],
};
