import type { EvasionFamily } from '../case';
import {
  anyone,
  anyoneOld,
  classic,
  defaultGroup,
  evasionClassic,
  evasionEgress,
  evasionIngress,
  egress,
  ingress,
  inline,
  oldTcp,
  oldTraffic,
  tcp,
  vpc,
} from '../hcl';

/** The group that AWS gives to whatever names none, and how it is opened. */
export const defaultGroups: EvasionFamily = {
  name: 'Default groups',
  cases: [
    {
      id: 'default/inline-ingress',
      sentence: 'the default group admits SSH from the Internet',
      verdict: 'violating',
      inside: { [defaultGroup]: inline('ingress', `${oldTcp(22)}${anyoneOld}`) },
      denied: [['NET-005', defaultGroup]],
    },
    {
      id: 'default/as-aws-makes-it',
      sentence:
        'the default group is declared with the rules that AWS gives it: traffic within the group, and outbound to anywhere',
      verdict: 'violating',
      inside: {
        [defaultGroup]:
          inline('ingress', `${oldTraffic('"-1"', 0, 0)}  self = true\n`) +
          inline('egress', `${oldTraffic('-1', 0, 0)}${anyoneOld}`),
      },
      denied: [['NET-005', defaultGroup]],
    },
    {
      id: 'default/rule-by-the-vpc',
      sentence: 'a standalone rule opens the default group by the attribute of its VPC',
      verdict: 'violating',
      add: ingress(`${vpc}.default_security_group_id`, `${tcp(80)}${anyone}`),
      denied: [['NET-005', evasionIngress]],
    },
    {
      id: 'default/rule-by-the-group',
      sentence: 'a standalone rule opens the default group',
      verdict: 'violating',
      add: classic(`${defaultGroup}.id`, `${oldTcp(22)}${anyoneOld}`),
      denied: [['NET-005', evasionClassic]],
    },
    {
      id: 'default/egress-by-the-group',
      sentence: 'a standalone rule lets resources in the default group send anything anywhere',
      verdict: 'violating',
      add: egress(`${defaultGroup}.id`, `  ip_protocol = "-1"\n${anyone}`),
      denied: [['NET-005', evasionEgress]],
    },
    {
      id: 'default/not-taken-over',
      sentence: 'the default group is left as AWS opens it',
      verdict: 'violating',
      without: [defaultGroup],
      denied: [['NET-005', vpc]],
    },
    {
      id: 'default/of-a-second-vpc',
      sentence: 'a second VPC leaves its default group as AWS opens it',
      verdict: 'violating',
      add: 'resource "aws_vpc" "second" {\n  cidr_block = "10.30.0.0/16"\n}\n',
      denied: [['NET-005', 'aws_vpc.second']],
    },
    {
      id: 'default/taken-over-only-sometimes',
      sentence: 'the default group is taken over by a resource whose count is 0',
      verdict: 'violating',
      inside: { [defaultGroup]: '  count = 0\n' },
      denied: [['NET-005', vpc]],
    },
    {
      id: 'default/rule-by-the-vpc-after-an-apply',
      sentence: 'a standalone rule opens the default group of a VPC whose id is known',
      verdict: 'violating',
      applied: [{}],
      add: ingress(`${vpc}.default_security_group_id`, `${tcp(80)}${anyone}`),
      denied: [['NET-005', evasionIngress]],
    },
    {
      id: 'default/closed-explicitly',
      sentence: 'the default group is taken over with empty lists',
      verdict: 'harmless',
      inside: { [defaultGroup]: '  ingress = []\n  egress = []\n' },
    },
    {
      id: 'default/both-closed',
      sentence: 'a second VPC has its default group taken over and emptied as well',
      verdict: 'harmless',
      add: 'resource "aws_vpc" "second" {\n  cidr_block = "10.30.0.0/16"\n}\nresource "aws_default_security_group" "second" {\n  vpc_id = aws_vpc.second.id\n}\n',
    },
    {
      id: 'default/late-range',
      sentence: 'the default group admits a range that is known after apply only',
      verdict: 'undecided',
      add: ingress(`${defaultGroup}.id`, `${tcp(22)}  cidr_ipv6 = ${vpc}.ipv6_cidr_block\n`),
      undecided: [['NET-005', evasionIngress]],
    },
  ],
};
