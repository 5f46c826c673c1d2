import type { EvasionFamily } from '../case';
import {
  albFromInternet,
  anyone,
  anyoneOld,
  classic,
  ec2Group,
  ec2ToRds,
  egress,
  evasionClassic,
  evasionEgress,
  evasionIngress,
  group,
  groupsOf,
  id,
  ingress,
  inline,
  of,
  oldTcp,
  rdsFromEc2,
  rdsGroup,
  tcp,
  vpc,
} from '../hcl';

const postgresFromInstances = inline('ingress', `${oldTcp(5432)}${groupsOf('ec2')}`);
const postgresFromAnyone = inline('ingress', `${oldTcp(5432)}${anyoneOld}`);

/** An inline rule as CDKTF writes it: every attribute, most of them null. */
const asCdktf = (peer: object): object => ({
  cidr_blocks: null,
  description: null,
  from_port: 5432,
  ipv6_cidr_blocks: null,
  prefix_list_ids: null,
  protocol: 'tcp',
  security_groups: null,
  self: null,
  to_port: 5432,
  ...peer,
});

/** The database's group in JSON, in place of HCL. */
const jsonGroup = (...rules: readonly object[]): Record<string, string> => ({
  'group.tf.json': JSON.stringify({
    resource: {
      aws_security_group: {
        security_groups_rds: {
          name: 'productos-api-rds-sg',
          vpc_id: '${aws_vpc.network_vpc.id}',
          ingress: rules,
        },
      },
    },
  }),
});

/** A module that opens the group it is given. */
const opener = (body = ''): string => `variable "group_id" {
  type = string
}

${classic('var.group_id', `${oldTcp(5432)}${body === '' ? anyoneOld : body}`, 'hidden')}`;

/** Where a rule can be written. */
export const ruleForms: EvasionFamily = {
  name: 'Forms of rules',
  cases: [
    {
      id: 'forms/inline-ingress',
      sentence: 'an inline rule of the database group admits the Internet beside the instances',
      verdict: 'violating',
      without: [rdsFromEc2],
      inside: { [rdsGroup]: postgresFromInstances + postgresFromAnyone },
      denied: [['NET-001', rdsGroup]],
    },
    {
      id: 'forms/inline-ingress-declared',
      sentence: 'an inline rule of the database group admits the instances, as declared',
      verdict: 'harmless',
      without: [rdsFromEc2],
      inside: { [rdsGroup]: postgresFromInstances },
    },
    {
      id: 'forms/inline-egress',
      sentence: 'an inline rule lets the instances send HTTPS anywhere',
      verdict: 'violating',
      without: [ec2ToRds],
      inside: {
        [ec2Group]:
          inline('egress', `${oldTcp(5432)}${groupsOf('rds')}`) + inline('egress', `${oldTcp(443)}${anyoneOld}`),
      },
      denied: [['NET-001', ec2Group]],
    },
    {
      id: 'forms/inline-egress-declared',
      sentence: 'an inline rule lets the instances send to the database, as declared',
      verdict: 'harmless',
      without: [ec2ToRds],
      inside: { [ec2Group]: inline('egress', `${oldTcp(5432)}${groupsOf('rds')}`) },
    },
    {
      id: 'forms/inline-as-cdktf-writes-it',
      sentence: 'the database group admits the Internet in an inline rule whose other attributes are null',
      verdict: 'violating',
      without: [rdsFromEc2, rdsGroup],
      files: jsonGroup(asCdktf({ security_groups: [`\${${id('ec2')}}`] }), asCdktf({ cidr_blocks: ['0.0.0.0/0'] })),
      denied: [['NET-001', rdsGroup]],
    },
    {
      id: 'forms/inline-as-cdktf-writes-it-declared',
      sentence: 'the database group admits the instances in an inline rule whose other attributes are null',
      verdict: 'harmless',
      without: [rdsFromEc2, rdsGroup],
      files: jsonGroup(asCdktf({ security_groups: [`\${${id('ec2')}}`] })),
    },
    {
      id: 'forms/inline-as-cdktf-writes-it-two-groups',
      sentence: 'an inline rule, as CDKTF writes it, admits the load balancer to the database beside the instances',
      verdict: 'violating',
      without: [rdsFromEc2, rdsGroup],
      files: jsonGroup(
        asCdktf({ security_groups: [`\${${id('ec2')}}`] }),
        asCdktf({ security_groups: [`\${${id('alb')}}`], description: 'for the load balancer' }),
      ),
      denied: [['NET-001', rdsGroup]],
      // Which of both entries has which group is not in the plan.
      undecided: [['NET-001', rdsGroup]],
    },
    {
      id: 'forms/classic-ingress',
      sentence: 'an aws_security_group_rule admits the Internet to the database',
      verdict: 'violating',
      add: classic(id('rds'), `${oldTcp(5432)}${anyoneOld}`),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'forms/classic-ingress-declared',
      sentence: 'the declared rule of the database is an aws_security_group_rule',
      verdict: 'harmless',
      without: [rdsFromEc2],
      add: classic(id('rds'), `${oldTcp(5432)}  source_security_group_id = ${id('ec2')}\n`),
    },
    {
      id: 'forms/classic-egress',
      sentence: 'an aws_security_group_rule lets the database send anywhere',
      verdict: 'violating',
      add: classic(id('rds'), `${oldTcp(443)}${anyoneOld}`, 'evasion', 'egress'),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'forms/modern-ingress',
      sentence: 'an aws_vpc_security_group_ingress_rule admits the Internet to the database',
      verdict: 'violating',
      add: ingress(id('rds'), `${tcp(5432)}${anyone}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'forms/modern-egress',
      sentence: 'an aws_vpc_security_group_egress_rule lets the instances send anything anywhere',
      verdict: 'violating',
      add: egress(id('ec2'), `  ip_protocol = "-1"\n${anyone}`),
      denied: [['NET-001', evasionEgress]],
    },
    {
      id: 'forms/child-module',
      sentence: 'a module is given the id of the database group and opens it',
      verdict: 'violating',
      add: `module "opener" {\n  source = "./opener"\n  group_id = ${id('rds')}\n}\n`,
      files: { 'opener/main.tf': opener() },
      denied: [['NET-001', 'module.opener.aws_security_group_rule.hidden']],
    },
    {
      id: 'forms/child-module-declared',
      sentence: 'the declared rule of the database is in a module',
      verdict: 'harmless',
      without: [rdsFromEc2],
      add: `module "opener" {\n  source = "./opener"\n  group_id = ${id('rds')}\n  from = ${id('ec2')}\n}\n`,
      files: {
        'opener/main.tf': `variable "from" {\n  type = string\n}\n${opener('  source_security_group_id = var.from\n')}`,
      },
    },
    {
      id: 'forms/nested-module',
      sentence: 'a module three levels down opens the database group, whose id passes through each level',
      verdict: 'violating',
      add: `module "a" {\n  source = "./a"\n  group_id = ${id('rds')}\n}\n`,
      files: {
        'a/main.tf':
          'variable "group_id" {\n}\nmodule "b" {\n  source = "../b"\n  group_id = coalesce(var.group_id, "sg-none")\n}\n',
        'b/main.tf':
          'variable "group_id" {\n}\nmodule "c" {\n  source = "../opener"\n  count = 1\n  group_id = var.group_id\n}\n',
        'opener/main.tf': opener(),
      },
      denied: [['NET-001', 'module.a.module.b.module.c[0].aws_security_group_rule.hidden']],
    },
    {
      id: 'forms/module-for-each',
      sentence: 'a module that is called for each of several networks opens the database group',
      verdict: 'violating',
      add: `module "opener" {\n  source = "./opener"\n  for_each = toset(["10.1.0.0/16", "0.0.0.0/0"])\n  group_id = ${id('rds')}\n  range = each.value\n}\n`,
      files: { 'opener/main.tf': `variable "range" {\n}\n${opener('  cidr_blocks = [var.range]\n')}` },
      denied: [
        ['NET-001', 'module.opener["0.0.0.0/0"].aws_security_group_rule.hidden'],
        ['NET-001', 'module.opener["10.1.0.0/16"].aws_security_group_rule.hidden'],
      ],
    },
    {
      id: 'forms/group-of-a-data-source',
      sentence: 'a rule opens SSH on a group that a data source found',
      verdict: 'violating',
      add: `data "aws_security_group" "found" {\n  name = "elsewhere"\n}\n${classic('data.aws_security_group.found.id', `${oldTcp(22)}${anyoneOld}`)}`,
      denied: [['NET-006', evasionClassic]],
    },
    {
      id: 'forms/group-of-a-late-data-source',
      sentence: 'a rule opens a group that a data source reads at apply: it is the database group',
      verdict: 'violating',
      add: `data "aws_security_group" "found" {\n  id = ${id('rds')}\n}\n${classic('data.aws_security_group.found.id', `${oldTcp(5432)}${anyoneOld}`)}`,
      denied: [['NET-006', evasionClassic]],
      undecided: [['NET-001', evasionClassic]],
    },
    {
      id: 'forms/group-of-a-data-source-private',
      sentence: 'a rule lets a private network into a group that a data source found',
      verdict: 'harmless',
      add: `data "aws_security_group" "found" {\n  name = "elsewhere"\n}\n${classic('data.aws_security_group.found.id', `${oldTcp(22)}  cidr_blocks = ["10.0.0.0/8"]\n`)}`,
    },
    {
      id: 'forms/group-of-a-remote-state',
      sentence: 'a rule opens SSH on a group that another stack made',
      verdict: 'violating',
      add: `data "terraform_remote_state" "network" {
  backend = "local"
  config = {
    path = "\${path.module}/network.tfstate.json"
  }
}
${ingress('data.terraform_remote_state.network.outputs.group_id', `${tcp(22)}${anyone}`)}`,
      files: {
        'network.tfstate.json': JSON.stringify({
          version: 4,
          terraform_version: '1.5.0',
          serial: 1,
          lineage: 'network',
          outputs: { group_id: { value: 'sg-0aaaaaaaaaaaaaaaa', type: 'string' } },
          resources: [],
        }),
      },
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'forms/group-of-a-variable',
      sentence: 'a rule opens SSH on a group whose id is a variable',
      verdict: 'violating',
      add: `variable "group_id" {\n  default = "sg-0aaaaaaaaaaaaaaaa"\n}\n${ingress('var.group_id', `${tcp(22)}${anyone}`)}`,
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'forms/group-of-a-literal-id',
      sentence: 'a rule opens SSH on a group by its literal id',
      verdict: 'violating',
      add: ingress('"sg-0aaaaaaaaaaaaaaaa"', `${tcp(22)}${anyone}`),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'forms/literal-id-on-the-load-balancer',
      sentence: 'the load balancer has a second group by its literal id, which a rule of this plan opens',
      verdict: 'violating',
      replace: [[`[${id('alb')}]`, `[${id('alb')}, "sg-0aaaaaaaaaaaaaaaa"]`]],
      add: ingress('"sg-0aaaaaaaaaaaaaaaa"', `${tcp(22)}${anyone}`),
      // A plan shows an unknown set by its references alone, without a literal id in the same set.
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'forms/group-of-a-local',
      sentence: 'a rule opens the database group, whose id comes from a local value',
      verdict: 'undecided',
      add: `locals {\n  target = ${id('rds')}\n}\n${ingress('local.target', `${tcp(5432)}  cidr_ipv4 = "10.9.0.0/16"\n`)}`,
      undecided: [['NET-001', evasionIngress]],
    },
    {
      id: 'forms/mixed',
      sentence: 'the database group has inline and standalone rules, which overwrite each other',
      verdict: 'violating',
      inside: { [rdsGroup]: postgresFromInstances },
      denied: [['NET-007', rdsGroup]],
    },
    {
      id: 'forms/mixed-in-a-module',
      sentence: 'a module puts a standalone rule on a group with inline rules',
      verdict: 'violating',
      without: [rdsFromEc2],
      inside: { [rdsGroup]: postgresFromInstances },
      add: `module "opener" {\n  source = "./opener"\n  group_id = ${id('rds')}\n  from = ${id('ec2')}\n}\n`,
      files: {
        'opener/main.tf': `variable "from" {\n  type = string\n}\n${opener('  source_security_group_id = var.from\n')}`,
      },
      denied: [['NET-007', rdsGroup]],
    },
    {
      id: 'forms/mixed-with-a-dynamic-block',
      sentence: 'a group of no tier has a standalone rule beside a dynamic block',
      verdict: 'violating',
      add:
        group(
          'extra',
          '  dynamic "ingress" {\n    for_each = [22]\n    content {\n      protocol = "tcp"\n      from_port = 22\n      to_port = 22\n      cidr_blocks = ["10.0.0.0/8"]\n    }\n  }\n',
        ) + classic('aws_security_group.extra.id', `${oldTcp(443)}  cidr_blocks = ["10.0.0.0/8"]\n`),
      denied: [['NET-007', 'aws_security_group.extra']],
    },
    {
      id: 'forms/both-directions-in-their-own-form',
      sentence: 'the database group has an empty inline egress and a standalone ingress rule',
      verdict: 'harmless',
      inside: { [rdsGroup]: '  egress = []\n' },
    },
    {
      id: 'forms/inline-on-a-group-of-no-tier',
      sentence: 'a group that nothing has yet admits SSH from the Internet inline',
      verdict: 'violating',
      add: group('extra', inline('ingress', `${oldTcp(22)}${anyoneOld}`)),
      denied: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'forms/inline-on-a-group-of-no-tier-private',
      sentence: 'a group that nothing has yet admits SSH from the VPC inline',
      verdict: 'harmless',
      add: group('extra', inline('ingress', `${oldTcp(22)}  cidr_blocks = [${vpc}.cidr_block]\n`)),
    },
    {
      id: 'forms/two-rules-for-one-flow',
      sentence: 'the declared rule of the load balancer is written twice, in both forms',
      verdict: 'harmless',
      add: classic(id('alb'), `${oldTcp(80)}  ipv6_cidr_blocks = ["::/0"]\n`),
    },
    {
      id: 'forms/declared-rule-replaced',
      sentence: 'the rule of the load balancer is replaced by one that opens a port more',
      verdict: 'violating',
      without: [albFromInternet],
      add: ingress(id('alb'), `${tcp(80, 81)}${anyone}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'forms/rule-of-the-wrong-tier',
      sentence: 'the database admits the load balancer on the port of the instances',
      verdict: 'violating',
      add: ingress(id('rds'), `${tcp(8000)}${of('alb')}`),
      denied: [['NET-001', evasionIngress]],
    },
  ],
};
