import type { EvasionCase, EvasionFamily } from '../case';
import {
  albFromInternet,
  albGroup,
  anyone,
  classic,
  db,
  ec2FromAlb,
  egress,
  evasionClassic,
  evasionEgress,
  evasionIngress,
  group,
  id,
  ingress,
  inline,
  instance,
  oldTcp,
  rdsGroup,
  resource,
  tcp,
  traffic,
  vpc,
} from '../hcl';

const extra = 'aws_security_group.extra.id';

/** SSH on a group of no tier from a range. */
const ssh = (range: string, name = 'evasion', port = tcp(22)): string =>
  ingress(extra, `${port}  ${range.includes(':') ? 'cidr_ipv6' : 'cidr_ipv4'} = "${range}"\n`, name);

/** A range on the group of the database and its port. */
const toDatabase = (name: string, sentence: string, peer: string): EvasionCase => ({
  id: `address/${name}`,
  sentence: `the database admits ${sentence}`,
  verdict: 'violating',
  add: ingress(id('rds'), `${tcp(5432)}  ${peer}\n`),
  denied: [['NET-001', evasionIngress]],
});

/** A group of no tier with SSH from ranges, by the names of their rules. */
const untiered = (ranges: Readonly<Record<string, string>>): Pick<EvasionCase, 'add'> => ({
  add:
    group('extra') +
    Object.entries(ranges)
      .map(([name, range]) => ssh(range, name))
      .join(''),
});

const prefixList = (body: string): string =>
  resource(
    'aws_ec2_managed_prefix_list',
    'list',
    `  name = "list"\n  address_family = "IPv4"\n  max_entries = 5\n${body}`,
  );

const entry = (range: string): string => `  entry {\n    cidr = ${range}\n  }\n`;

const fromList = `${tcp(22)}  prefix_list_id = aws_ec2_managed_prefix_list.list.id\n`;

/** Ways of writing the Internet, and of writing something else. */
export const addresses: EvasionFamily = {
  name: 'Address ranges',
  cases: [
    toDatabase('ipv6', 'every IPv6 address', 'cidr_ipv6 = "::/0"'),
    toDatabase('ipv6-with-a-zero', 'every IPv6 address, written 0::/0', 'cidr_ipv6 = "0::/0"'),
    toDatabase('ipv6-in-full', 'every IPv6 address, written in full', 'cidr_ipv6 = "0:0:0:0:0:0:0:0/0"'),
    toDatabase('ipv4-in-ipv6', 'every IPv4 address, written as IPv6', 'cidr_ipv6 = "::ffff:0.0.0.0/96"'),
    toDatabase('host-bits', 'every address, written with host bits', 'cidr_ipv4 = "1.0.0.0/0"'),
    toDatabase('own-subnet', 'the subnet of the instances in place of their group', 'cidr_ipv4 = "10.20.10.0/24"'),
    toDatabase(
      'own-subnet-by-reference',
      'the subnet of the instances by a reference',
      'cidr_ipv4 = aws_subnet.network_private_us_east_1a.cidr_block',
    ),
    toDatabase('own-vpc', 'the whole VPC', `cidr_ipv4 = ${vpc}.cidr_block`),
    toDatabase('function', 'a range that a function computes', 'cidr_ipv4 = cidrsubnet("10.0.0.0/8", 8, 9)'),
    toDatabase('single-address', 'a single address', 'cidr_ipv4 = "203.0.113.7/32"'),
    toDatabase('prefix-list-of-aws', 'a prefix list of AWS by its id', 'prefix_list_id = "pl-63a5400a"'),
    {
      id: 'address/host-bits-on-the-declared-port',
      sentence: 'the load balancer admits the Internet on its declared port, written with host bits',
      verdict: 'violating',
      replace: [['cidr_ipv4         = "0.0.0.0/0"', 'cidr_ipv4         = "1.0.0.0/0"']],
      denied: [['NET-008', albFromInternet]],
    },
    {
      id: 'address/ipv6-of-no-tier',
      sentence: 'a group of no tier admits SSH from every IPv6 address, written ::0/0',
      verdict: 'violating',
      ...untiered({ evasion: '::0/0' }),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/ipv6-unicast',
      sentence: 'a group of no tier admits SSH from 2000::/3, every IPv6 address that is in use',
      verdict: 'violating',
      ...untiered({ evasion: '2000::/3' }),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/ipv6-of-a-registry',
      sentence: 'a group of no tier admits SSH from all that one registry hands out of IPv6',
      verdict: 'violating',
      ...untiered({ evasion: '2600::/12' }),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/ipv6-of-two-owners',
      sentence: 'a group of no tier admits SSH from two ranges of IPv6 as large as the largest owner has',
      verdict: 'violating',
      ...untiered({ one: '2600::/13', two: '2a00::/13' }),
      denied: ['one', 'two'].map((name) => ['NET-006', `aws_vpc_security_group_ingress_rule.${name}`]),
    },
    {
      id: 'address/ipv6-of-the-largest-owner',
      sentence: 'a group of no tier admits SSH from as many IPv6 addresses as the largest owner has',
      verdict: 'harmless',
      ...untiered({ evasion: '2600::/13' }),
    },
    {
      id: 'address/ipv6-documentation',
      sentence: 'a group of no tier admits SSH from one owner of IPv6 addresses',
      verdict: 'harmless',
      ...untiered({ evasion: '2001:db8::/32' }),
    },
    {
      id: 'address/leading-zeros',
      sentence: 'a group of no tier admits SSH from 000.000.000.000/0',
      verdict: 'violating',
      ...untiered({ evasion: '000.000.000.000/0' }),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/half',
      sentence: 'a group of no tier admits SSH from half of the Internet',
      verdict: 'violating',
      ...untiered({ evasion: '128.0.0.0/1' }),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/two-halves',
      sentence: 'the instances admit the two halves of the Internet in two rules',
      verdict: 'violating',
      add:
        ingress(id('ec2'), `${tcp(8000)}  cidr_ipv4 = "0.0.0.0/1"\n`, 'low') +
        ingress(id('ec2'), `${tcp(8000)}  cidr_ipv4 = "128.0.0.0/1"\n`, 'high'),
      denied: [
        ['NET-001', 'aws_vpc_security_group_ingress_rule.high'],
        ['NET-001', 'aws_vpc_security_group_ingress_rule.low'],
      ],
    },
    {
      id: 'address/two-halves-declared',
      sentence: 'the load balancer admits the two halves of the Internet on its declared port',
      verdict: 'harmless',
      without: [albFromInternet],
      add:
        ingress(id('alb'), `${tcp(80)}  cidr_ipv4 = "0.0.0.0/1"\n`, 'low') +
        ingress(id('alb'), `${tcp(80)}  cidr_ipv4 = "128.0.0.0/1"\n`, 'high'),
    },
    {
      id: 'address/four-quarters-in-one-list',
      sentence: 'a group of no tier admits SSH from four quarters of the Internet in one list',
      verdict: 'violating',
      add:
        group('extra') +
        classic(extra, `${oldTcp(22)}  cidr_blocks = ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2"]\n`),
      denied: [['NET-006', evasionClassic]],
    },
    {
      id: 'address/small-pieces',
      sentence: 'a group of no tier admits SSH from many public ranges, each of which one owner could have',
      verdict: 'violating',
      add:
        group('extra') +
        ingress(
          extra,
          `${tcp(22)}  for_each = toset([for n in range(1, 10) : "\${n}.0.0.0/8"])\n  cidr_ipv4 = each.value\n`,
        ),
      denied: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ['NET-006', `${evasionIngress}["${n}.0.0.0/8"]`] as const),
    },
    {
      id: 'address/one-owner',
      sentence: 'a group of no tier admits SSH from a range that one owner has',
      verdict: 'harmless',
      ...untiered({ evasion: '3.0.0.0/8' }),
    },
    {
      id: 'address/private',
      sentence: 'a group of no tier admits SSH from the private ranges',
      verdict: 'harmless',
      ...untiered({ one: '10.0.0.0/8', two: '172.16.0.0/12', three: '192.168.0.0/16', four: 'fc00::/7' }),
    },
    {
      id: 'address/offices',
      sentence: 'a group of no tier admits SSH from the offices',
      verdict: 'harmless',
      ...untiered({ one: '203.0.113.0/24', two: '198.51.100.7/32' }),
    },
    {
      id: 'address/halves-of-overlapping-ports',
      sentence: 'a group of no tier admits one half of the Internet by SSH and the other on a range with SSH',
      verdict: 'violating',
      add: group('extra') + ssh('0.0.0.0/1', 'low') + ssh('128.0.0.0/1', 'high', tcp(20, 25)),
      denied: [
        ['NET-006', 'aws_vpc_security_group_ingress_rule.high'],
        ['NET-006', 'aws_vpc_security_group_ingress_rule.low'],
      ],
    },
    {
      id: 'address/pieces-of-overlapping-ports',
      sentence: 'a group of no tier admits small parts of the Internet on ranges that share only one port',
      verdict: 'violating',
      add: group('extra') + ssh('4.0.0.0/8', 'low', tcp(20, 22)) + ssh('5.0.0.0/8', 'high', tcp(22, 25)),
      denied: [
        ['NET-006', 'aws_vpc_security_group_ingress_rule.high'],
        ['NET-006', 'aws_vpc_security_group_ingress_rule.low'],
      ],
    },
    {
      id: 'address/pieces-of-all-protocols',
      sentence: 'a group of no tier admits a part of the Internet by SSH and another with all protocols',
      verdict: 'violating',
      add:
        group('extra') +
        ssh('4.0.0.0/8', 'low') +
        ingress(extra, '  ip_protocol = "-1"\n  cidr_ipv4 = "5.0.0.0/8"\n', 'high'),
      denied: [
        ['NET-006', 'aws_vpc_security_group_ingress_rule.high'],
        ['NET-006', 'aws_vpc_security_group_ingress_rule.low'],
      ],
    },
    {
      id: 'address/pieces-on-other-ports',
      sentence: 'a group of no tier admits one owner by SSH and another by HTTPS',
      verdict: 'harmless',
      add: group('extra') + ssh('4.0.0.0/8', 'low') + ssh('5.0.0.0/8', 'high', tcp(443)),
    },
    {
      id: 'address/pieces-on-two-groups',
      sentence: 'two groups of no tier each admit one owner by SSH',
      verdict: 'harmless',
      add:
        group('extra') +
        group('other') +
        ssh('4.0.0.0/8', 'low') +
        ingress('aws_security_group.other.id', `${tcp(22)}  cidr_ipv4 = "5.0.0.0/8"\n`, 'high'),
    },
    {
      id: 'address/ipv4-in-ipv6-of-no-tier',
      sentence: 'a group of no tier admits SSH from every IPv4 address, written as IPv6',
      verdict: 'violating',
      ...untiered({ evasion: '::ffff:0.0.0.0/96' }),
      // AWS does not store a range of this form, so the addresses that it admits are unknown.
      denied: [['NET-008', evasionIngress]],
      undecided: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/variable',
      sentence: 'a group of no tier admits SSH from a variable that holds the Internet',
      verdict: 'violating',
      add: `variable "office" {\n  default = "0.0.0.0/0"\n}\n${group('extra')}${ingress(extra, `${tcp(22)}  cidr_ipv4 = var.office\n`)}`,
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/sensitive-variable',
      sentence: 'the database admits the Internet from a sensitive variable',
      verdict: 'violating',
      add: `variable "office" {\n  default = "0.0.0.0/0"\n  sensitive = true\n}\n${ingress(id('rds'), `${tcp(5432)}  cidr_ipv4 = var.office\n`)}`,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'address/sensitive-variable-declared',
      sentence: 'the load balancer admits the Internet on its declared port from a sensitive variable',
      verdict: 'harmless',
      add: 'variable "public" {\n  default = "0.0.0.0/0"\n  sensitive = true\n}\n',
      replace: [['cidr_ipv4         = "0.0.0.0/0"', 'cidr_ipv4         = var.public']],
    },
    {
      id: 'address/computed-declared',
      sentence: 'the load balancer admits the Internet on its declared port from a function of constants',
      verdict: 'harmless',
      replace: [['cidr_ipv4         = "0.0.0.0/0"', 'cidr_ipv4         = cidrsubnet("0.0.0.0/0", 0, 0)']],
    },
    {
      id: 'address/null-beside-ipv6',
      sentence: 'the database admits every IPv6 address in an inline rule whose IPv4 ranges are null',
      verdict: 'violating',
      without: ['aws_vpc_security_group_ingress_rule.security_groups_rds_from_ec2'],
      inside: {
        [rdsGroup]:
          inline('ingress', `${oldTcp(5432)}  security_groups = [${id('ec2')}]\n`) +
          inline(
            'ingress',
            `${oldTcp(5432)}  cidr_blocks = null\n  prefix_list_ids = null\n  ipv6_cidr_blocks = ["::/0"]\n`,
          ),
      },
      denied: [['NET-001', rdsGroup]],
    },
    {
      id: 'address/empty-lists',
      sentence: 'an inline rule of a group of no tier has empty lists and null as its sources: it allows nothing',
      verdict: 'harmless',
      add: group(
        'extra',
        inline(
          'ingress',
          `${oldTcp(22)}  cidr_blocks = []\n  ipv6_cidr_blocks = null\n  security_groups = []\n  self = null\n`,
        ),
      ),
    },
    {
      id: 'address/second-in-the-list',
      sentence: 'the Internet is the last of several ranges',
      verdict: 'violating',
      add:
        group('extra') +
        classic(extra, `${oldTcp(3389)}  cidr_blocks = ["10.0.0.0/8", "192.168.0.0/16", "0.0.0.0/0"]\n`),
      denied: [['NET-006', evasionClassic]],
    },
    {
      id: 'address/ipv6-beside-private',
      sentence: 'a rule has a private IPv4 range and every IPv6 address',
      verdict: 'violating',
      add:
        group('extra') + classic(extra, `${oldTcp(22)}  cidr_blocks = ["10.0.0.0/8"]\n  ipv6_cidr_blocks = ["::/0"]\n`),
      denied: [['NET-006', evasionClassic]],
    },
    {
      id: 'address/prefix-list',
      sentence: 'a group of no tier admits SSH from a prefix list that holds the Internet',
      verdict: 'violating',
      add: group('extra') + prefixList(entry('"10.0.0.0/8"') + entry('"0.0.0.0/0"')) + ingress(extra, fromList),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/prefix-list-of-halves',
      sentence: 'a group of no tier admits SSH from a prefix list that holds the Internet in pieces',
      verdict: 'violating',
      add:
        group('extra') +
        prefixList(['4.0.0.0/8', '5.0.0.0/8', '6.0.0.0/8'].map((range) => entry(`"${range}"`)).join('')) +
        ingress(extra, fromList),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/prefix-list-with-a-separate-entry',
      sentence: 'a separate resource adds the Internet to a prefix list',
      verdict: 'violating',
      add:
        group('extra') +
        prefixList('') +
        resource(
          'aws_ec2_managed_prefix_list_entry',
          'late',
          '  prefix_list_id = aws_ec2_managed_prefix_list.list.id\n  cidr = "0.0.0.0/0"\n',
        ) +
        ingress(extra, fromList),
      denied: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/prefix-list-to-a-tier',
      sentence: 'the database admits a prefix list of private ranges',
      verdict: 'violating',
      add:
        prefixList(entry('"10.0.0.0/8"')) +
        ingress(id('rds'), `${tcp(5432)}  prefix_list_id = aws_ec2_managed_prefix_list.list.id\n`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'address/prefix-list-in-a-list',
      sentence: 'an inline rule of a group of no tier admits a prefix list that holds the Internet',
      verdict: 'violating',
      add:
        prefixList(entry('"0.0.0.0/0"')) +
        group('extra', inline('ingress', `${oldTcp(22)}  prefix_list_ids = [aws_ec2_managed_prefix_list.list.id]\n`)),
      denied: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'address/prefix-list-private',
      sentence: 'a group of no tier admits SSH from a prefix list of private ranges',
      verdict: 'harmless',
      add: group('extra') + prefixList(entry('"10.0.0.0/8"')) + ingress(extra, fromList),
    },
    {
      id: 'address/prefix-list-of-the-internet-declared',
      sentence: 'the load balancer admits the Internet on its declared port by a prefix list',
      verdict: 'harmless',
      without: [albFromInternet],
      add:
        prefixList(entry('"0.0.0.0/0"')) +
        ingress(id('alb'), `${tcp(80)}  prefix_list_id = aws_ec2_managed_prefix_list.list.id\n`),
    },
    {
      id: 'address/prefix-list-of-aws-read',
      sentence: 'a group of no tier admits the addresses of S3, which a data source read',
      verdict: 'harmless',
      add: `data "aws_ec2_managed_prefix_list" "s3" {\n  name = "com.amazonaws.us-east-1.s3"\n}\n${group('extra')}${ingress(extra, `${tcp(443)}  prefix_list_id = data.aws_ec2_managed_prefix_list.s3.id\n`)}`,
    },
    {
      id: 'address/prefix-list-of-aws-unread',
      sentence: 'a group of no tier admits a prefix list by its id, and the plan has none of its entries',
      verdict: 'undecided',
      add: group('extra') + ingress(extra, `${tcp(22)}  prefix_list_id = "pl-0aaaaaaaaaaaaaaaa"\n`),
      undecided: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/prefix-list-late-entry',
      sentence: 'a group of no tier admits a prefix list with an entry that is known after apply only',
      verdict: 'undecided',
      add: group('extra') + prefixList(entry(`${vpc}.ipv6_cidr_block`)) + ingress(extra, fromList),
      undecided: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/late',
      sentence: 'a group of no tier admits SSH from a range that is known after apply only',
      verdict: 'undecided',
      add: group('extra') + ingress(extra, `${tcp(22)}  cidr_ipv6 = ${vpc}.ipv6_cidr_block\n`),
      undecided: [['NET-006', evasionIngress]],
    },
    {
      id: 'address/late-to-a-tier',
      sentence: 'the database admits a range that is known after apply only',
      verdict: 'undecided',
      add: ingress(id('rds'), `${tcp(5432)}  cidr_ipv6 = ${vpc}.ipv6_cidr_block\n`),
      undecided: [
        ['NET-001', evasionIngress],
        ['NET-009', db],
      ],
    },
    {
      id: 'address/late-outwards-of-no-tier',
      sentence: 'a group of no tier sends to a range that is known after apply only: it may have host bits',
      verdict: 'undecided',
      add:
        group('extra') +
        egress(extra, `${tcp(443)}  cidr_ipv4 = "\${aws_instance.peer.private_ip}/16"\n`) +
        instance('peer', ''),
      undecided: [['NET-008', evasionEgress]],
    },
    {
      id: 'address/late-beside-the-internet',
      sentence: 'a list of ranges holds one that is known after apply only and the Internet',
      // The plan shows the list as unknown as a whole, and the configuration its references alone.
      verdict: 'undecided',
      add: group('extra') + classic(extra, `${oldTcp(22)}  ipv6_cidr_blocks = [${vpc}.ipv6_cidr_block, "::/0"]\n`),
      undecided: [['NET-006', evasionClassic]],
    },
    {
      id: 'address/late-inline',
      sentence: 'an inline rule of the load balancer admits the Internet by IPv4 and a late range by IPv6',
      verdict: 'harmless',
      without: [albFromInternet],
      inside: {
        [albGroup]: inline(
          'ingress',
          `${oldTcp(80)}  cidr_blocks = ["0.0.0.0/0"]\n  ipv6_cidr_blocks = [${vpc}.ipv6_cidr_block]\n`,
        ),
      },
    },
    {
      id: 'address/widened-by-a-condition',
      sentence: 'a condition, which is known, widens the range of the instances',
      verdict: 'violating',
      add: `variable "debug" {\n  default = true\n}\n${ingress(id('ec2'), `${traffic('"tcp"', 8000, 8000)}  cidr_ipv4 = var.debug ? "0.0.0.0/0" : null\n  referenced_security_group_id = var.debug ? null : ${id('alb')}\n`)}`,
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'address/not-widened-by-a-condition',
      sentence: 'a condition, which is known, leaves the range of the instances as it is declared',
      verdict: 'harmless',
      without: [ec2FromAlb],
      add: `variable "debug" {\n  default = false\n}\n${ingress(id('ec2'), `${tcp(8000)}  cidr_ipv4 = var.debug ? "0.0.0.0/0" : null\n  referenced_security_group_id = var.debug ? null : ${id('alb')}\n`)}`,
    },
    {
      id: 'address/anyone-on-a-public-port',
      sentence: 'a group of no tier admits the Internet on the declared public port',
      verdict: 'harmless',
      add: group('extra') + ingress(extra, `${tcp(80)}${anyone}`),
    },
  ],
};
