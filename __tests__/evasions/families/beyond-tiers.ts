import type { EvasionFamily } from '../case';
import {
  anyone,
  anyoneOld,
  classic,
  db,
  evasionClassic,
  evasionIngress,
  group,
  id,
  ingress,
  inline,
  instance,
  oldTcp,
  openGroup,
  tcp,
} from '../hcl';

const bastion = 'aws_security_group.bastion.id';

/** A rule on one group for another: `aws_vpc_security_group_ingress_rule.<name>`. */
const admits = (on: string, from: string, name: string): string =>
  ingress(on, `${tcp(5432)}  referenced_security_group_id = ${from}\n`, name);

const rule = (name: string): string => `aws_vpc_security_group_ingress_rule.${name}`;

/** Groups of no tier: what the Internet reaches through them, and the ways on from there to a database. */
export const beyondTiers: EvasionFamily = {
  name: 'Beyond the tiers',
  cases: [
    {
      id: 'beyond/ssh',
      sentence: 'a group that nothing has admits SSH from the Internet',
      verdict: 'violating',
      add: openGroup(),
      denied: [['NET-006', evasionClassic]],
    },
    {
      id: 'beyond/another-web-port',
      sentence: 'a group that nothing has admits the Internet on 8443',
      verdict: 'violating',
      add: group('extra') + ingress('aws_security_group.extra.id', `${tcp(8443)}${anyone}`),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'beyond/declared-port',
      sentence: 'a group that nothing has admits the Internet on the declared public port',
      verdict: 'harmless',
      add: group('extra', inline('ingress', `${oldTcp(80)}${anyoneOld}`)),
    },
    {
      id: 'beyond/new-group-without-rules',
      sentence: 'a new group without rules: Terraform removes the egress that AWS gives it',
      verdict: 'harmless',
      add: group('extra'),
    },
    {
      id: 'beyond/new-group-with-all-egress',
      sentence: 'a new group of no tier may send anything anywhere',
      verdict: 'harmless',
      add: group('extra', inline('egress', `  protocol = "-1"\n  from_port = 0\n  to_port = 0\n${anyoneOld}`)),
    },
    {
      id: 'beyond/one-step',
      sentence: 'the database admits a group that admits the Internet',
      verdict: 'violating',
      add: openGroup('bastion') + admits(id('rds'), bastion, 'step'),
      denied: [
        ['NET-001', rule('step')],
        ['NET-006', evasionClassic],
        ['NET-009', db],
      ],
    },
    {
      id: 'beyond/one-step-from-a-declared-port',
      sentence: 'the database admits a group that admits the Internet on the declared public port',
      verdict: 'violating',
      add: group('bastion') + ingress(bastion, `${tcp(80)}${anyone}`, 'entrance') + admits(id('rds'), bastion, 'step'),
      denied: [
        ['NET-001', rule('step')],
        ['NET-009', db],
      ],
    },
    {
      id: 'beyond/two-steps',
      sentence: 'two groups lead from the Internet to the database',
      verdict: 'violating',
      add:
        group('bastion') +
        group('middle') +
        ingress(bastion, `${tcp(80)}${anyone}`, 'entrance') +
        admits('aws_security_group.middle.id', bastion, 'first') +
        admits(id('rds'), 'aws_security_group.middle.id', 'second'),
      denied: [
        ['NET-001', rule('second')],
        ['NET-009', db],
      ],
    },
    {
      id: 'beyond/over-the-instances',
      sentence: 'a group that admits the Internet is let in by the instances',
      verdict: 'violating',
      add:
        group('bastion') +
        ingress(bastion, `${tcp(80)}${anyone}`, 'entrance') +
        ingress(id('ec2'), `${tcp(8000)}  referenced_security_group_id = ${bastion}\n`),
      denied: [
        ['NET-001', evasionIngress],
        ['NET-009', db],
      ],
    },
    {
      id: 'beyond/over-a-subnet',
      sentence: 'the database admits the subnet of an instance that the Internet reaches',
      verdict: 'violating',
      add:
        group('bastion') +
        ingress(bastion, `${tcp(80)}${anyone}`, 'entrance') +
        instance('bastion', `  vpc_security_group_ids = [${bastion}]\n`) +
        ingress(id('rds'), `${tcp(5432)}  cidr_ipv4 = "10.20.10.0/24"\n`, 'step'),
      denied: [
        ['NET-001', rule('step')],
        ['NET-006', rule('entrance')],
        ['NET-009', db],
      ],
    },
    {
      id: 'beyond/no-way-on',
      sentence: 'a group that admits the Internet on the public port is let in by a group that leads nowhere',
      verdict: 'harmless',
      add:
        group('bastion') +
        group('middle') +
        ingress(bastion, `${tcp(80)}${anyone}`, 'entrance') +
        admits('aws_security_group.middle.id', bastion, 'first'),
    },
    {
      id: 'beyond/entrance-closed',
      sentence: 'a group that only the offices reach is let in by another group of no tier',
      verdict: 'harmless',
      add:
        group('bastion') +
        group('middle') +
        classic(bastion, `${oldTcp(22)}  cidr_blocks = ["203.0.113.0/24"]\n`) +
        admits('aws_security_group.middle.id', bastion, 'first'),
    },
    {
      id: 'beyond/second-database',
      sentence: 'another database of another VPC has a group that admits the Internet',
      verdict: 'violating',
      add: `
resource "aws_db_instance" "second" {
  identifier                  = "second"
  engine                      = "postgres"
  instance_class              = "db.t3.small"
  allocated_storage           = 20
  storage_type                = "gp3"
  storage_encrypted           = true
  port                        = 5432
  username                    = "second"
  manage_master_user_password = true
  backup_retention_period     = 7
  multi_az                    = true
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_db_subnet_group.database_subnets.name
  vpc_security_group_ids      = [aws_security_group.second.id]
}
${group('second', inline('ingress', `${oldTcp(5432)}${anyoneOld}`))}`,
      denied: [['NET-001', 'aws_security_group.second']],
    },
  ],
};
