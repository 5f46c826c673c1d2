import type { Blame, EvasionFamily } from '../case';
import { anyone, anyoneOld, classic, ingress, oldTcp, tcp } from '../hcl';

/** A file of the base with modules. */
const flow = (port: string): readonly [string, string] => [
  `ports  = [local.flows.${port}]`,
  `ports  = [local.flows.${port}, 22]`,
];

/** A module that picks a group out of a map, in a module that picks the map. */
const picking: Readonly<Record<string, string>> = {
  'inner/main.tf': `variable "groups" {
  type = map(string)
}

output "group" {
  value = var.groups["alb"]
}
`,
  'outer/main.tf': `variable "all" {
  type = map(map(string))
}

module "inner" {
  source = "../inner"
  groups = var.all["web"]
}

output "group" {
  value = module.inner.group
}
`,
};

const picked = (groups: string): string => `module "outer" {
  source = "./outer"
  all    = { web = ${groups} }
}
`;

/** The load balancer may have the group of the instances in place of its own. */
const chosenForTheLoadBalancer: readonly Blame[] = [
  ['NET-001', 'module.api.aws_vpc_security_group_ingress_rule.this["8000"]'],
  ['NET-001', 'module.postgres.aws_vpc_security_group_egress_rule.this[0]'],
  ['NET-002', 'module.load_balancer.aws_lb.this'],
  ['NET-002', 'module.tier["ec2"].aws_security_group.this'],
  ['NET-003', 'module.load_balancer.aws_lb.this'],
  ['NET-004', 'module.load_balancer.aws_lb.this'],
  ['NET-009', 'module.database[0].aws_db_instance.this'],
];

/** The architecture in modules that are called with for_each. */
export const modules: EvasionFamily = {
  name: 'Modules',
  cases: [
    { id: 'modules/base', sentence: 'the architecture in modules, as declared', verdict: 'harmless', base: 'modules' },
    {
      id: 'modules/one-port-more',
      sentence: 'a module is given one port more, by count and by for_each',
      verdict: 'violating',
      base: 'modules',
      replace: [flow('api')],
      denied: [
        ['NET-001', 'module.api.aws_vpc_security_group_egress_rule.this[1]'],
        ['NET-001', 'module.api.aws_vpc_security_group_ingress_rule.this["22"]'],
      ],
    },
    {
      id: 'modules/no-ports',
      sentence: 'a module is given no ports: the flow to the database is closed',
      verdict: 'violating',
      base: 'modules',
      replace: [['ports  = [local.flows.postgres]', 'ports  = []']],
      denied: [
        ['NET-002', 'module.tier["ec2"].aws_security_group.this'],
        ['NET-002', 'module.tier["rds"].aws_security_group.this'],
      ],
    },
    {
      id: 'modules/second-public-range',
      sentence: 'the public rule is made for each of two ranges',
      verdict: 'harmless',
      base: 'modules',
      replace: [
        [
          '{ "0.0.0.0/0" = module.tier["alb"].group_id }',
          '{ "0.0.0.0/0" = module.tier["alb"].group_id, "198.51.100.0/24" = module.tier["alb"].group_id }',
        ],
      ],
    },
    {
      id: 'modules/public-rule-on-another-tier',
      sentence: 'the public rule is made for the group of the database as well',
      verdict: 'violating',
      base: 'modules',
      add: ingress('module.tier["rds"].group_id', `${tcp(80)}${anyone}`),
      denied: [['NET-001', 'aws_vpc_security_group_ingress_rule.evasion']],
    },
    {
      id: 'modules/rule-on-a-tier-that-is-counted-through',
      sentence:
        'a rule for each tier admits SSH from a private network: each is on some tier, which one is not in the plan',
      verdict: 'undecided',
      base: 'modules',
      add: ingress(
        'module.tier[each.key].group_id',
        `${tcp(22)}  cidr_ipv4 = "10.0.0.0/8"\n  for_each = module.tier\n`,
      ),
      undecided: ['alb', 'ec2', 'rds'].map(
        (key) => ['NET-001', `aws_vpc_security_group_ingress_rule.evasion["${key}"]`] as const,
      ),
    },
    {
      id: 'modules/open-tier',
      sentence: 'the module of the tiers opens each of their groups',
      verdict: 'violating',
      base: 'modules',
      replace: [
        [
          'output "group_id" {',
          `${classic('aws_security_group.this.id', `${oldTcp(22)}${anyoneOld}`, 'hidden')}\noutput "group_id" {`,
        ],
      ],
      denied: ['alb', 'ec2', 'rds'].map(
        (key) => ['NET-001', `module.tier["${key}"].aws_security_group_rule.hidden`] as const,
      ),
    },
    {
      id: 'modules/tier-that-serves-nothing',
      sentence: 'a fourth group is made by the module of the tiers, and is open',
      verdict: 'violating',
      base: 'modules',
      replace: [['toset(["alb", "ec2", "rds"])', 'toset(["alb", "ec2", "rds", "extra"])']],
      add: ingress('module.tier["extra"].group_id', `${tcp(22)}${anyone}`),
      denied: [['NET-006', 'aws_vpc_security_group_ingress_rule.evasion']],
    },
    {
      id: 'modules/second-group-of-the-fleet',
      sentence: 'the module of the fleet adds a group of its own to its template',
      verdict: 'violating',
      base: 'modules',
      replace: [
        [
          'vpc_security_group_ids = [var.group_id]',
          'vpc_security_group_ids = [var.group_id, aws_security_group.own.id]',
        ],
      ],
      files: {
        'fleet/own.tf': `resource "aws_security_group" "own" {\n  name = "own"\n}\n${ingress('aws_security_group.own.id', `${tcp(9000)}  cidr_ipv4 = "10.0.0.0/8"\n`, 'own')}`,
      },
      denied: [['NET-001', 'module.fleet["web"].aws_vpc_security_group_ingress_rule.own']],
    },
    {
      id: 'modules/second-fleet',
      sentence: 'the module of the fleet is called a second time; all of its groups are the declared one',
      verdict: 'harmless',
      base: 'modules',
      replace: [
        ['{ web = "t3.small" }', '{ web = "t3.small", batch = "t3.small" }'],
        ['  name              = "productos-api"\n  image', '  name = "productos-api-${each.key}"\n  image'],
      ],
    },
    {
      id: 'modules/database-count-zero',
      sentence: 'the module of the database has a count of 0: the declared flow to the database is closed',
      verdict: 'violating',
      base: 'modules',
      replace: [['  count      = 1\n', '  count      = 0\n']],
      denied: [
        ['NET-001', 'module.postgres.aws_vpc_security_group_egress_rule.this[0]'],
        ['NET-002', 'module.fleet["web"].aws_launch_template.this'],
        ['NET-002', 'module.tier["ec2"].aws_security_group.this'],
      ],
    },
    {
      id: 'modules/member-of-an-object-variable',
      sentence: 'the id of the group is an attribute of an object variable that holds two groups',
      verdict: 'undecided',
      base: 'modules',
      replace: [
        [
          'groups     = { postgres = module.tier["rds"].group_id }',
          'groups     = { postgres = module.tier["rds"].group_id, other = module.tier["extra"].group_id }',
        ],
        ['toset(["alb", "ec2", "rds"])', 'toset(["alb", "ec2", "rds", "extra"])'],
        ['values(var.groups)', '[var.groups["postgres"]]'],
      ],
      add: ingress('module.tier["extra"].group_id', `${tcp(9000)}  cidr_ipv4 = "10.0.0.0/8"\n`),
      undecided: [
        ['NET-001', 'aws_vpc_security_group_ingress_rule.evasion'],
        ['NET-001', 'module.postgres.aws_vpc_security_group_egress_rule.this[0]'],
        ['NET-002', 'module.database[0].aws_db_instance.this'],
        ['NET-002', 'module.tier["ec2"].aws_security_group.this'],
        ['NET-003', 'module.database[0].aws_db_instance.this'],
        ['NET-004', 'module.database[0].aws_db_instance.this'],
        ['NET-009', 'module.database[0].aws_db_instance.this'],
      ],
    },
    {
      id: 'modules/chosen-through-a-second-variable',
      sentence:
        'the group of the load balancer is picked out of a map that was picked out of another one, two modules away',
      verdict: 'undecided',
      base: 'modules',
      replace: [['group_ids  = [module.tier["alb"].group_id]', 'group_ids  = [module.outer.group]']],
      add: picked('{ alb = module.tier["alb"].group_id, ec2 = module.tier["ec2"].group_id }'),
      files: picking,
      undecided: chosenForTheLoadBalancer,
    },
    {
      id: 'modules/only-one-to-choose',
      sentence: 'the group of the load balancer is picked out of maps that hold no other, two modules away',
      verdict: 'harmless',
      base: 'modules',
      replace: [['group_ids  = [module.tier["alb"].group_id]', 'group_ids  = [module.outer.group]']],
      add: picked('{ alb = module.tier["alb"].group_id }'),
      files: picking,
    },
    {
      id: 'modules/fleet-of-the-tier-of-its-key',
      sentence: 'the fleet has the group of the tier that is named like it: which one that is, is not in the plan',
      verdict: 'undecided',
      base: 'modules',
      replace: [
        ['for_each          = { web = "t3.small" }', 'for_each          = { ec2 = "t3.small" }'],
        ['  group_id          = module.tier["ec2"].group_id', '  group_id          = module.tier[each.key].group_id'],
      ],
      undecided: [
        ['NET-001', 'aws_vpc_security_group_ingress_rule.public["0.0.0.0/0"]'],
        ['NET-001', 'module.api.aws_vpc_security_group_egress_rule.this[0]'],
        ['NET-001', 'module.postgres.aws_vpc_security_group_ingress_rule.this["5432"]'],
        ['NET-002', 'module.fleet["ec2"].aws_launch_template.this'],
        ['NET-002', 'module.tier["alb"].aws_security_group.this'],
        ['NET-002', 'module.tier["rds"].aws_security_group.this'],
        ['NET-003', 'module.fleet["ec2"].aws_launch_template.this'],
        ['NET-004', 'module.fleet["ec2"].aws_launch_template.this'],
      ],
    },
    {
      id: 'modules/chosen-by-a-variable',
      sentence: 'the group of the load balancer depends on a variable, in a module',
      verdict: 'undecided',
      base: 'modules',
      replace: [
        [
          'group_ids  = [module.tier["alb"].group_id]',
          'group_ids  = [var.stage == "prod" ? module.tier["alb"].group_id : module.tier["ec2"].group_id]',
        ],
      ],
      add: 'variable "stage" {\n  default = "prod"\n}\n',
      undecided: chosenForTheLoadBalancer,
    },
    {
      id: 'modules/default-group-left-open',
      sentence: 'the module of the network leaves the default group as AWS opens it',
      verdict: 'violating',
      base: 'modules',
      replace: [['resource "aws_default_security_group" "closed" {\n  vpc_id = aws_vpc.this.id\n}\n', '']],
      denied: [['NET-005', 'module.network.aws_vpc.this']],
    },
    {
      id: 'modules/public-and-private-swapped',
      sentence: 'the outputs of the network module are swapped: the fleet is in public subnets',
      verdict: 'violating',
      base: 'modules',
      replace: [['value = values(aws_subnet.private)[*].id', 'value = values(aws_subnet.public)[*].id']],
      denied: [
        ['DB-002', 'module.database[0].aws_db_subnet_group.this'],
        ['EC2-004', 'module.fleet["web"].aws_autoscaling_group.this'],
      ],
    },
    {
      id: 'modules/after-an-apply',
      sentence: 'the architecture in modules, after an apply',
      verdict: 'harmless',
      base: 'modules',
      applied: [{}],
    },
    {
      id: 'modules/opened-after-an-apply',
      sentence: 'a module opens a port more after an apply',
      verdict: 'violating',
      base: 'modules',
      applied: [{}],
      replace: [flow('postgres')],
      denied: [
        ['NET-001', 'module.postgres.aws_vpc_security_group_egress_rule.this[1]'],
        ['NET-001', 'module.postgres.aws_vpc_security_group_ingress_rule.this["22"]'],
      ],
    },
  ],
};
