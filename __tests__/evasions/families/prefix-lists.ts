import { db } from '../../variants/addresses';
import type { EvasionFamily } from '../case';
import { evasionIngress, group, id, ingress, resource, tcp } from '../hcl';

const list = (name: string, entries = ''): string =>
  resource(
    'aws_ec2_managed_prefix_list',
    'office',
    `  name = "${name}"\n  address_family = "IPv4"\n  max_entries = 5\n${entries}`,
  );
const inside = (cidr: string): string => `  entry {\n    cidr = "${cidr}"\n  }\n`;
const entry = (of: string, cidr: string): string =>
  resource('aws_ec2_managed_prefix_list_entry', 'evasion', `  prefix_list_id = ${of}\n  cidr = "${cidr}"\n`);
const own = 'aws_ec2_managed_prefix_list.office.id';
const literal = '"pl-0123456789abcdef0"';
const letIn = (of: string): string =>
  group('extra') + ingress('aws_security_group.extra.id', `${tcp(22)}  prefix_list_id = ${of}\n`);
const everything = `  ip_protocol = "-1"\n  prefix_list_id = ${own}\n`;

/** Prefix lists as source or destination. The plan may hold the entries of a list or not. */
export const prefixLists: EvasionFamily = {
  name: 'Prefix lists',
  cases: [
    {
      id: 'list/internet',
      sentence: 'a group admits a prefix list that holds the Internet',
      verdict: 'violating',
      add: list('office', inside('0.0.0.0/0')) + letIn(own),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'list/internet-by-an-entry-of-its-own',
      sentence: 'a group admits a prefix list to which a separate entry adds the Internet',
      verdict: 'violating',
      add: list('office', inside('10.0.0.0/8')) + entry(own, '0.0.0.0/0') + letIn(own),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'list/private',
      sentence: 'a group admits a prefix list that holds a private network',
      verdict: 'harmless',
      add: list('office', inside('10.0.0.0/8')) + letIn(own),
    },
    {
      id: 'list/literal',
      sentence: 'a group admits a prefix list by its id alone',
      verdict: 'undecided',
      add: letIn(literal),
      undecided: [['NET-006', evasionIngress]],
    },
    {
      id: 'list/called-like-an-id',
      sentence:
        'a prefix list with a private network has the id of another list as its name, and a group admits the other list',
      verdict: 'undecided',
      add: list('pl-0123456789abcdef0', inside('10.0.0.0/8')) + letIn(literal),
      undecided: [['NET-006', evasionIngress]],
    },
    {
      id: 'list/empty',
      sentence: 'a group admits a prefix list whose entries are not in the plan',
      verdict: 'undecided',
      add: list('office') + letIn(own),
      undecided: [['NET-006', evasionIngress]],
    },
    {
      id: 'list/empty-on-a-tier',
      sentence: 'the group of the database admits a prefix list whose entries are not in the plan',
      verdict: 'violating',
      add: list('office') + ingress(id('rds'), everything),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'list/entry-elsewhere',
      sentence: 'the Internet is put into a list that is made elsewhere',
      verdict: 'undecided',
      add: entry(literal, '0.0.0.0/0'),
      undecided: [['NET-006', 'aws_ec2_managed_prefix_list_entry.evasion']],
    },
    {
      id: 'list/private-entry-elsewhere',
      sentence: 'a private network is put into a list that is made elsewhere',
      verdict: 'harmless',
      add: entry(literal, '10.0.0.0/8'),
    },
    {
      id: 'list/group-called-like-an-id',
      sentence: 'a group is called by the id of another one, which the database holds as well',
      verdict: 'undecided',
      applied: [{}],
      replace: [
        [
          'vpc_security_group_ids              = [aws_security_group.security_groups_rds.id]',
          'vpc_security_group_ids              = [aws_security_group.security_groups_rds.id, "sg-0123456789abcdef0"]',
        ],
      ],
      add: resource(
        'aws_security_group',
        'decoy',
        '  name = "sg-0123456789abcdef0"\n  vpc_id = aws_vpc.network_vpc.id\n',
      ),
      undecided: [
        ['NET-004', db],
        ['NET-009', db],
      ],
    },
  ],
};
