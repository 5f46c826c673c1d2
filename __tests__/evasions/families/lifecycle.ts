import type { Edit, EvasionFamily } from '../case';
import { anyone, anyoneOld, evasionIngress, group, id, ingress, inline, oldTcp, rdsGroup, tcp } from '../hcl';

const opened: Edit = { add: ingress(id('rds'), `${tcp(5432)}${anyone}`) };
const openedToAll: Edit = { add: ingress(id('rds'), `  ip_protocol = "-1"\n${anyone}`) };
const openGroup: Edit = { add: group('extra', inline('ingress', `${oldTcp(22)}${anyoneOld}`)) };
const forgotten =
  'removed {\n  from = aws_vpc_security_group_ingress_rule.evasion\n  lifecycle {\n    destroy = false\n  }\n}\n';

/** Resources that existed before the plan: kept, changed, deleted, or forgotten by Terraform. */
export const lifecycle: EvasionFamily = {
  name: 'Before and after',
  cases: [
    { id: 'lifecycle/no-change', sentence: 'nothing changes after an apply', verdict: 'harmless', applied: [{}] },
    {
      id: 'lifecycle/no-op',
      sentence: 'an existing undeclared rule does not change, and is reported once',
      verdict: 'violating',
      applied: [opened],
      ...opened,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'lifecycle/no-op-of-all-protocols',
      sentence: 'an existing rule of all protocols, which AWS shows with ports 0 to 0, is reported once',
      verdict: 'violating',
      applied: [openedToAll],
      ...openedToAll,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'lifecycle/added-later',
      sentence: 'an undeclared rule is added to an existing architecture',
      verdict: 'violating',
      applied: [{}],
      ...opened,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'lifecycle/deleted-rule',
      sentence: 'an existing undeclared rule is deleted',
      verdict: 'harmless',
      applied: [opened],
    },
    {
      id: 'lifecycle/deleted-group',
      sentence: 'an existing open group is deleted',
      verdict: 'harmless',
      applied: [openGroup],
    },
    {
      id: 'lifecycle/narrowed',
      sentence: 'an existing rule on a group of no tier is narrowed from the Internet to a private network',
      verdict: 'harmless',
      applied: [{ add: group('extra') + ingress('aws_security_group.extra.id', `${tcp(22)}${anyone}`) }],
      add: group('extra') + ingress('aws_security_group.extra.id', `${tcp(22)}  cidr_ipv4 = "10.0.0.0/8"\n`),
    },
    {
      id: 'lifecycle/widened',
      sentence: 'an existing rule is widened',
      verdict: 'violating',
      applied: [
        { add: group('extra') + ingress('aws_security_group.extra.id', `${tcp(22)}  cidr_ipv4 = "10.0.0.0/8"\n`) },
      ],
      add: group('extra') + ingress('aws_security_group.extra.id', `${tcp(22)}${anyone}`),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'lifecycle/forgotten',
      sentence: 'Terraform forgets an undeclared rule, without deleting it',
      verdict: 'violating',
      applied: [opened],
      add: forgotten,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'lifecycle/forgotten-before',
      sentence: 'a rule that Terraform forgot shows only in its group',
      verdict: 'violating',
      applied: [opened, { add: forgotten }],
      denied: [['NET-001', rdsGroup]],
    },
    {
      id: 'lifecycle/ignored-change',
      sentence: 'the code removes an inline rule, and ignore_changes keeps the rule',
      verdict: 'violating',
      applied: [
        {
          add: group(
            'extra',
            `${inline('ingress', `${oldTcp(22)}${anyoneOld}`)}  lifecycle {\n    ignore_changes = [ingress]\n  }\n`,
          ),
        },
      ],
      add: group(
        'extra',
        `${inline('ingress', `${oldTcp(22)}  cidr_blocks = ["10.0.0.0/8"]\n`)}  lifecycle {\n    ignore_changes = [ingress]\n  }\n`,
      ),
      denied: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'lifecycle/ignored-change-that-opens',
      sentence: 'the code opens a group, and ignore_changes keeps it closed',
      verdict: 'harmless',
      applied: [
        {
          add: group(
            'extra',
            `${inline('ingress', `${oldTcp(22)}  cidr_blocks = ["10.0.0.0/8"]\n`)}  lifecycle {\n    ignore_changes = [ingress]\n  }\n`,
          ),
        },
      ],
      add: group(
        'extra',
        `${inline('ingress', `${oldTcp(22)}${anyoneOld}`)}  lifecycle {\n    ignore_changes = [ingress]\n  }\n`,
      ),
    },
    {
      id: 'lifecycle/moved',
      sentence: 'the declared rule of the database gets another address',
      verdict: 'harmless',
      applied: [{}],
      replace: [['"security_groups_rds_from_ec2"', '"postgres"']],
      add: 'moved {\n  from = aws_vpc_security_group_ingress_rule.security_groups_rds_from_ec2\n  to   = aws_vpc_security_group_ingress_rule.postgres\n}\n',
    },
    {
      id: 'lifecycle/moved-and-widened',
      sentence: 'the declared rule of the database gets another address and more ports',
      verdict: 'violating',
      applied: [{}],
      replace: [
        [
          'resource "aws_vpc_security_group_ingress_rule" "security_groups_rds_from_ec2" {\n  security_group_id            = aws_security_group.security_groups_rds.id\n  ip_protocol                  = "tcp"\n  from_port                    = 5432',
          'resource "aws_vpc_security_group_ingress_rule" "postgres" {\n  security_group_id            = aws_security_group.security_groups_rds.id\n  ip_protocol                  = "tcp"\n  from_port                    = 1',
        ],
      ],
      add: 'moved {\n  from = aws_vpc_security_group_ingress_rule.security_groups_rds_from_ec2\n  to   = aws_vpc_security_group_ingress_rule.postgres\n}\n',
      denied: [['NET-001', 'aws_vpc_security_group_ingress_rule.postgres']],
    },
    {
      id: 'lifecycle/group-replaced',
      sentence: 'the group of the database is replaced, and with it the rules of the group',
      verdict: 'harmless',
      applied: [{}],
      replace: [['"Database: PostgreSQL from the instances"', '"Database"']],
    },
    {
      id: 'lifecycle/group-replaced-and-opened',
      sentence: 'the group of the database is replaced by one that an extra rule opens',
      verdict: 'violating',
      applied: [{}],
      replace: [['"Database: PostgreSQL from the instances"', '"Database"']],
      ...opened,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'lifecycle/targeted',
      sentence: 'a plan with -target leaves out the other resources, and with them an undeclared rule',
      verdict: 'undecided',
      ...opened,
      plan: ['-target=aws_vpc.network_vpc', '-target=aws_default_security_group.network_default_security_group'],
      problems: ['the plan is not complete (made with -target, or deferred): what it leaves out cannot be judged'],
    },
    {
      id: 'lifecycle/refresh-only',
      sentence: 'a refresh-only plan shows existing resources, one of them an undeclared rule',
      verdict: 'violating',
      applied: [opened],
      plan: ['-refresh-only'],
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'lifecycle/refresh-only-declared',
      sentence: 'a refresh-only plan shows existing resources, all as declared',
      verdict: 'harmless',
      applied: [{}],
      plan: ['-refresh-only'],
    },
    {
      id: 'lifecycle/destroy',
      sentence: 'everything is destroyed',
      verdict: 'harmless',
      applied: [opened],
      plan: ['-destroy'],
    },
  ],
};
