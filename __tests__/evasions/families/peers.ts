import type { EvasionFamily } from '../case';
import {
  albFromInternet,
  albGroup,
  anyone,
  anyoneOld,
  classic,
  ec2FromAlb,
  ec2Group,
  evasionClassic,
  evasionIngress,
  group,
  groupsOf,
  id,
  ingress,
  inline,
  of,
  oldTcp,
  oldTraffic,
  rdsFromEc2,
  rdsGroup,
  tcp,
} from '../hcl';

/** A `dynamic "ingress"` block. */
const dynamic = (forEach: string, body: string): string =>
  `  dynamic "ingress" {\n    for_each = ${forEach}\n    content {\n${body}    }\n  }\n`;

/** Sources that are groups or the group itself, and rules with `count`, `for_each` and dynamic blocks. */
export const peers: EvasionFamily = {
  name: 'Sources and repetition',
  cases: [
    {
      id: 'peer/self-first',
      sentence: 'an inline rule of a group of no tier has self first and the Internet behind it',
      verdict: 'violating',
      add: group('extra', inline('ingress', `  self = true\n${oldTcp(22)}${anyoneOld}`)),
      denied: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'peer/self-beside-a-range',
      sentence: 'an inline rule of the load balancer has self beside the Internet on the declared port',
      verdict: 'violating',
      without: [albFromInternet],
      inside: {
        [albGroup]:
          inline('ingress', `${oldTcp(80)}${anyoneOld}`) + inline('ingress', `${oldTcp(8443)}  self = true\n`),
      },
      denied: [['NET-001', albGroup]],
    },
    {
      id: 'peer/self-classic',
      sentence: 'the instances talk to each other on all ports',
      verdict: 'violating',
      add: classic(id('ec2'), `${oldTraffic('"-1"', 0, 0)}  self = true\n`),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'peer/self-by-reference',
      sentence: 'the instances admit their own group',
      verdict: 'violating',
      add: ingress(id('ec2'), `${tcp(8000)}${of('ec2')}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'peer/self-of-no-tier',
      sentence: 'the machines of a group of no tier talk to each other',
      verdict: 'harmless',
      add: group('extra', inline('ingress', `${oldTraffic('"-1"', 0, 0)}  self = true\n`)),
    },
    {
      id: 'peer/wrong-tier',
      sentence: 'the database admits the load balancer',
      verdict: 'violating',
      add: ingress(id('rds'), `${tcp(5432)}${of('alb')}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'peer/group-of-no-tier',
      sentence: 'the database admits a group that anything may be given',
      verdict: 'violating',
      add:
        group('extra') +
        ingress(id('rds'), `${tcp(5432)}  referenced_security_group_id = aws_security_group.extra.id\n`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'peer/group-of-another-account',
      sentence: 'the database admits a group of another account',
      verdict: 'violating',
      add: ingress(id('rds'), `${tcp(5432)}  referenced_security_group_id = "210987654321/sg-0aaaaaaaaaaaaaaaa"\n`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'peer/one-of-two-groups',
      sentence: 'an inline rule of the database admits the instances and the load balancer in one list',
      verdict: 'undecided',
      without: [rdsFromEc2],
      inside: { [rdsGroup]: inline('ingress', `${oldTcp(5432)}${groupsOf('ec2', 'alb')}`) },
      // The list is unknown as a whole, and its references say "may": each of them could be left out by a function.
      undecided: [
        ['NET-001', rdsGroup],
        ['NET-002', rdsGroup],
      ],
    },
    {
      id: 'peer/for-each-over-groups',
      sentence: 'a rule for each of two groups: which instance means which is not in the plan',
      verdict: 'undecided',
      add: ingress(
        id('rds'),
        `${tcp(5432)}  for_each = { a = ${id('ec2')}, b = ${id('alb')} }\n  referenced_security_group_id = each.value\n`,
      ),
      undecided: [
        ['NET-001', `${evasionIngress}["a"]`],
        ['NET-001', `${evasionIngress}["b"]`],
      ],
    },
    {
      id: 'peer/for-each-over-a-wrong-group',
      sentence: 'a rule for each of one group, which is the wrong one',
      verdict: 'violating',
      add: ingress(
        id('rds'),
        `${tcp(5432)}  for_each = { a = ${id('alb')} }\n  referenced_security_group_id = each.value\n`,
      ),
      denied: [['NET-001', `${evasionIngress}["a"]`]],
    },
    {
      id: 'peer/for-each-over-the-declared-group',
      sentence: 'the declared rule of the database is made for each of one group',
      verdict: 'harmless',
      without: [rdsFromEc2],
      add: ingress(
        id('rds'),
        `${tcp(5432)}  for_each = { a = ${id('ec2')} }\n  referenced_security_group_id = each.value\n`,
      ),
    },
    {
      id: 'peer/for-each-over-ranges',
      sentence: 'a group of no tier has a rule for each of several ranges, one of which is the Internet',
      verdict: 'violating',
      add:
        group('extra') +
        ingress(
          'aws_security_group.extra.id',
          `${tcp(22)}  for_each = toset(["10.0.0.0/8", "0.0.0.0/0"])\n  cidr_ipv4 = each.value\n`,
        ),
      denied: [['NET-006', `${evasionIngress}["0.0.0.0/0"]`]],
    },
    {
      id: 'peer/for-each-over-nothing',
      sentence: 'a rule to the Internet is made for each of no ranges',
      verdict: 'harmless',
      add: ingress(id('rds'), `${tcp(5432)}  for_each = toset([])\n  cidr_ipv4 = "0.0.0.0/0"\n`),
    },
    {
      id: 'peer/for-each-over-targets',
      sentence: 'a rule to the Internet is added to each of the three groups',
      verdict: 'violating',
      add: ingress(
        'each.value',
        `${tcp(22)}${anyone}  for_each = { alb = ${id('alb')}, ec2 = ${id('ec2')}, rds = ${id('rds')} }\n`,
      ),
      // Each instance is on one of the three, all of which belong to a tier.
      denied: ['alb', 'ec2', 'rds'].map((key) => ['NET-006', `${evasionIngress}["${key}"]`] as const),
      undecided: ['alb', 'ec2', 'rds'].map((key) => ['NET-001', `${evasionIngress}["${key}"]`] as const),
    },
    {
      id: 'peer/count-zero',
      sentence: 'a rule that admits the Internet to the database has a count of 0',
      verdict: 'harmless',
      add: ingress(id('rds'), `${tcp(5432)}${anyone}  count = 0\n`),
    },
    {
      id: 'peer/count-of-a-variable',
      sentence: 'a rule that admits the Internet to the database has a count from a variable, which is 1',
      verdict: 'violating',
      add: `variable "open" {\n  default = true\n}\n${ingress(id('rds'), `${tcp(5432)}${anyone}  count = var.open ? 1 : 0\n`)}`,
      denied: [['NET-001', `${evasionIngress}[0]`]],
    },
    {
      id: 'peer/count-two',
      sentence: 'two rules by count open two ports of the load balancer',
      verdict: 'violating',
      add: ingress(
        id('alb'),
        `  count = 2\n  ip_protocol = "tcp"\n  from_port = [80, 443][count.index]\n  to_port = [80, 443][count.index]\n${anyone}`,
      ),
      denied: [['NET-001', `${evasionIngress}[1]`]],
    },
    {
      id: 'peer/group-by-count-and-index',
      sentence: 'the second of two groups, made by count, admits SSH from the Internet',
      verdict: 'violating',
      add:
        'resource "aws_security_group" "extra" {\n  count = 2\n  name = "extra-${count.index}"\n  vpc_id = aws_vpc.network_vpc.id\n}\n' +
        ingress('aws_security_group.extra[1].id', `${tcp(22)}${anyone}`),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'peer/groups-by-count-on-the-load-balancer',
      sentence: 'the load balancer has all of several groups made by count, one of which a rule opens to a network',
      verdict: 'violating',
      replace: [[`[${id('alb')}]`, `concat([${id('alb')}], aws_security_group.extra[*].id)`]],
      add:
        'resource "aws_security_group" "extra" {\n  count = 2\n  name = "extra-${count.index}"\n  vpc_id = aws_vpc.network_vpc.id\n}\n' +
        ingress('aws_security_group.extra[1].id', `${tcp(22)}  cidr_ipv4 = "10.0.0.0/8"\n`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'peer/rule-by-an-index-that-is-counted',
      sentence: 'rules on each of two groups made by count, of which the load balancer has the first',
      verdict: 'undecided',
      replace: [[`[${id('alb')}]`, `[${id('alb')}, aws_security_group.extra[0].id]`]],
      add:
        'resource "aws_security_group" "extra" {\n  count = 2\n  name = "extra-${count.index}"\n  vpc_id = aws_vpc.network_vpc.id\n}\n' +
        ingress('aws_security_group.extra[count.index].id', `${tcp(22)}  cidr_ipv4 = "10.0.0.0/8"\n  count = 2\n`),
      undecided: [
        ['NET-001', `${evasionIngress}[0]`],
        ['NET-001', `${evasionIngress}[1]`],
      ],
    },
    {
      id: 'peer/dynamic',
      sentence: 'a dynamic block of a group of no tier admits SSH from the Internet',
      verdict: 'violating',
      add: group(
        'extra',
        dynamic(
          '[22]',
          `      protocol = "tcp"\n      from_port = ingress.value\n      to_port = ingress.value\n${anyoneOld}`,
        ),
      ),
      denied: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'peer/dynamic-beside-static',
      sentence: 'the load balancer has a dynamic block beside its declared inline rule',
      verdict: 'violating',
      without: [albFromInternet],
      inside: {
        [albGroup]:
          inline('ingress', `${oldTcp(80)}${anyoneOld}`) +
          dynamic(
            'toset([22, 3389])',
            `      protocol = "tcp"\n      from_port = ingress.value\n      to_port = ingress.value\n${anyoneOld}`,
          ),
      },
      denied: [['NET-001', albGroup]],
    },
    {
      id: 'peer/dynamic-declared',
      sentence: 'the declared rule of the load balancer comes from a dynamic block',
      verdict: 'harmless',
      without: [albFromInternet],
      inside: {
        [albGroup]: dynamic(
          '[80]',
          `      protocol = "tcp"\n      from_port = ingress.value\n      to_port = ingress.value\n${anyoneOld}`,
        ),
      },
    },
    {
      id: 'peer/dynamic-without-entries',
      sentence: 'a dynamic block that would admit the Internet has no entries',
      verdict: 'harmless',
      add: group(
        'extra',
        dynamic(
          '[]',
          `      protocol = "tcp"\n      from_port = ingress.value\n      to_port = ingress.value\n${anyoneOld}`,
        ),
      ),
    },
    {
      id: 'peer/dynamic-with-a-group',
      sentence: 'a dynamic block of the database group names a group, which the plan does not show',
      verdict: 'undecided',
      without: [rdsFromEc2],
      inside: {
        [rdsGroup]: dynamic(
          `{ db = ${id('ec2')} }`,
          `      protocol = "tcp"\n      from_port = 5432\n      to_port = 5432\n      security_groups = [ingress.value]\n`,
        ),
      },
      undecided: [
        ['NET-001', rdsGroup],
        ['NET-002', rdsGroup],
      ],
    },
    {
      id: 'peer/attributes-as-blocks',
      sentence: 'the rules of the load balancer are an attribute in place of blocks, one more than declared',
      verdict: 'violating',
      without: [albFromInternet],
      inside: {
        [albGroup]: `  ingress = [for port in [80, 22] : {
    protocol         = "tcp"
    from_port        = port
    to_port          = port
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = null
    prefix_list_ids  = null
    security_groups  = null
    self             = null
    description      = null
  }]
`,
      },
      denied: [['NET-001', albGroup]],
    },
    {
      id: 'peer/group-known-after-an-apply',
      sentence: 'on an update plan, with known ids, an inline list holds the instances and the load balancer',
      verdict: 'violating',
      applied: [{}],
      without: [rdsFromEc2],
      inside: { [rdsGroup]: inline('ingress', `${oldTcp(5432)}${groupsOf('ec2', 'alb')}`) },
      denied: [['NET-001', rdsGroup]],
    },
    {
      id: 'peer/group-known-after-an-apply-declared',
      sentence: 'on an update plan, with known ids, an inline list holds the instances alone',
      verdict: 'harmless',
      applied: [{}],
      without: [rdsFromEc2],
      inside: { [rdsGroup]: inline('ingress', `${oldTcp(5432)}${groupsOf('ec2')}`) },
    },
    {
      id: 'peer/instances-in-place-of-the-load-balancer',
      sentence: 'the instances admit the database group in place of the load balancer',
      verdict: 'violating',
      without: [ec2FromAlb],
      add: ingress(id('ec2'), `${tcp(8000)}${of('rds')}`),
      denied: [
        ['NET-001', evasionIngress],
        ['NET-002', ec2Group],
      ],
    },
  ],
};
