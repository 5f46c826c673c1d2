import type { EvasionFamily } from '../case';
import {
  albFromInternet,
  anyone,
  anyoneOld,
  classic,
  evasionClassic,
  evasionEgress,
  evasionIngress,
  egress,
  group,
  id,
  ingress,
  inline,
  lateNumber,
  of,
  oldTcp,
  rdsFromEc2,
  rdsGroup,
  tcp,
  traffic,
} from '../hcl';

/** Ways of writing ports. */
export const ports: EvasionFamily = {
  name: 'Ports',
  cases: [
    {
      id: 'ports/null',
      sentence: 'the database admits the instances on null ports, which is all of them',
      verdict: 'violating',
      add: ingress(id('rds'), `  ip_protocol = "tcp"\n  from_port = null\n  to_port = null\n${of('ec2')}`),
      denied: [
        ['NET-001', evasionIngress],
        ['NET-008', evasionIngress],
      ],
    },
    {
      id: 'ports/everything',
      sentence: 'the database admits the instances on ports 0 to 65535',
      verdict: 'violating',
      add: ingress(id('rds'), `${tcp(0, 65535)}${of('ec2')}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/from-minus-one',
      sentence: 'the instances admit the load balancer on ports -1 to -1',
      verdict: 'violating',
      add: ingress(id('ec2'), `${traffic('"tcp"', -1, -1)}${of('alb')}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/containing-range',
      sentence: 'the database admits the instances on a range that contains the declared port',
      verdict: 'violating',
      replace: [],
      without: [rdsFromEc2],
      add: ingress(id('rds'), `${tcp(5431, 5433)}${of('ec2')}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/one-more-below',
      sentence: 'the load balancer admits the Internet on 79 and 80',
      verdict: 'violating',
      without: [albFromInternet],
      add: classic(id('alb'), `${oldTcp(79, 80)}${anyoneOld}`),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'ports/inverted-to-a-tier',
      sentence: 'the database admits the instances on a range that runs backwards',
      verdict: 'violating',
      add: ingress(id('rds'), `${tcp(5433, 5431)}${of('ec2')}`),
      denied: [
        ['NET-001', evasionIngress],
        ['NET-008', evasionIngress],
      ],
    },
    {
      id: 'ports/inverted-of-no-tier',
      sentence: 'a group of no tier admits a private network on a range that runs backwards',
      verdict: 'violating',
      add: group('extra') + ingress('aws_security_group.extra.id', `${tcp(23, 21)}  cidr_ipv4 = "10.0.0.0/8"\n`),
      denied: [['NET-008', evasionIngress]],
    },
    {
      id: 'ports/inverted-from-the-internet',
      sentence: 'a group of no tier admits the Internet on a range whose end is below its start',
      verdict: 'violating',
      add: group('extra') + ingress('aws_security_group.extra.id', `${tcp(65535, 0)}${anyone}`),
      denied: [
        ['NET-006', evasionIngress],
        ['NET-008', evasionIngress],
      ],
    },
    {
      id: 'ports/icmp-type-and-code',
      sentence: 'the load balancer admits ICMP type 80 code 80, which looks like the declared port',
      verdict: 'violating',
      add: ingress(id('alb'), `${traffic('"icmp"', 80, 80)}${anyone}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/icmp-backwards',
      sentence: 'a group of no tier admits ICMP type 8 code 0: type and code are not a reversed range of ports',
      verdict: 'harmless',
      add: group('extra') + ingress('aws_security_group.extra.id', `${traffic('"icmp"', 8, 0)}${anyone}`),
    },
    {
      id: 'ports/text',
      sentence: 'the declared rule of the database has its ports as text',
      verdict: 'harmless',
      without: [rdsFromEc2],
      add: ingress(id('rds'), `${traffic('"tcp"', '"5432"', '"5432"')}${of('ec2')}`),
    },
    {
      id: 'ports/computed-declared',
      sentence: 'the declared rule of the database has its port from a function of a local value',
      verdict: 'harmless',
      without: [rdsFromEc2],
      add: `locals {\n  ports = [22, 5432]\n}\n${ingress(id('rds'), `${traffic('"tcp"', 'max(local.ports...)', 'max(local.ports...)')}${of('ec2')}`)}`,
    },
    {
      id: 'ports/computed',
      sentence: 'the database admits the instances on a port that a function computes',
      verdict: 'violating',
      add: `locals {\n  ports = [22, 5432]\n}\n${ingress(id('rds'), `${traffic('"tcp"', 'min(local.ports...)', 'max(local.ports...)')}${of('ec2')}`)}`,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/variable',
      sentence: 'the load balancer admits the Internet on a port from a variable',
      verdict: 'violating',
      add: `variable "port" {\n  type = number\n  default = 443\n}\n${ingress(id('alb'), `${traffic('"tcp"', 'var.port', 'var.port')}${anyone}`)}`,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/egress-to-another-port',
      sentence: 'the load balancer may send to another port of the instances',
      verdict: 'violating',
      add: egress(id('alb'), `${tcp(8001)}${of('ec2')}`),
      denied: [['NET-001', evasionEgress]],
    },
    {
      id: 'ports/port-zero',
      sentence: 'the instances admit the load balancer on port 0 alone',
      verdict: 'violating',
      add: ingress(id('ec2'), `${tcp(0)}${of('alb')}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/late',
      sentence: 'the database admits the instances on a port that is known after apply only',
      verdict: 'undecided',
      add: ingress(id('rds'), `${traffic('"tcp"', lateNumber, lateNumber)}${of('ec2')}`),
      undecided: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/late-end',
      sentence:
        'a range of the load balancer begins at the declared port and ends at one that is known after apply only',
      verdict: 'undecided',
      without: [albFromInternet],
      add: ingress(id('alb'), `${traffic('"tcp"', 80, lateNumber)}${anyone}`),
      undecided: [
        ['NET-001', evasionIngress],
        ['NET-002', 'aws_security_group.security_groups_alb'],
      ],
    },
    {
      id: 'ports/late-begin-elsewhere',
      sentence: 'a range of the database begins above the declared port and ends at one that is known after apply only',
      verdict: 'violating',
      add: ingress(id('rds'), `${traffic('"tcp"', 6000, lateNumber)}${of('ec2')}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'ports/late-of-no-tier',
      sentence: 'a group of no tier admits the Internet on a port that is known after apply only',
      verdict: 'undecided',
      add:
        group('extra') + ingress('aws_security_group.extra.id', `${traffic('"tcp"', lateNumber, lateNumber)}${anyone}`),
      undecided: [['NET-006', evasionIngress]],
    },
    {
      id: 'ports/late-of-no-tier-private',
      sentence:
        'a group of no tier admits a private network up to a port that is known after apply only: it may run backwards',
      verdict: 'undecided',
      add:
        group('extra') +
        ingress('aws_security_group.extra.id', `${traffic('"tcp"', 22, lateNumber)}  cidr_ipv4 = "10.0.0.0/8"\n`),
      undecided: [['NET-008', evasionIngress]],
    },
    {
      id: 'ports/late-of-icmp-of-no-tier',
      sentence: 'a group of no tier admits a kind of ICMP from a private network that is known after apply only',
      verdict: 'harmless',
      add:
        group('extra') +
        ingress('aws_security_group.extra.id', `${traffic('"icmp"', 8, lateNumber)}  cidr_ipv4 = "10.0.0.0/8"\n`),
    },
    {
      id: 'ports/late-end-of-no-tier',
      sentence: 'a group of no tier admits the Internet from port 22 to one that is known after apply only',
      verdict: 'violating',
      add: group('extra') + ingress('aws_security_group.extra.id', `${traffic('"tcp"', 22, lateNumber)}${anyone}`),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'ports/late-inline',
      sentence: 'an inline rule admits the instances to the database on a port that is known after apply only',
      verdict: 'undecided',
      without: [rdsFromEc2],
      inside: {
        [rdsGroup]: inline(
          'ingress',
          `  protocol = "tcp"\n  from_port = ${lateNumber}\n  to_port = ${lateNumber}\n  security_groups = [${id('ec2')}]\n`,
        ),
      },
      undecided: [
        ['NET-001', rdsGroup],
        ['NET-002', rdsGroup],
      ],
    },
  ],
};
