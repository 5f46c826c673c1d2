import type { EvasionFamily } from '../case';
import { anyoneOld, group, ingress, inline, oldTcp, resource, tcp } from '../hcl';
import { albGroup, dbSubnets, defaultGroup, ec2Group, group as fleet, rdsGroup } from '../../variants/addresses';

const eip = resource('aws_eip', 'office');

/** Nobody can tell before apply how many blocks there will be. */
const late = 'split(",", aws_eip.office.public_ip)';

const dynamic = (block: string, forEach: string, content: string): string =>
  `  dynamic "${block}" {\n    for_each = ${forEach}\n    content {\n${content}    }\n  }\n`;

const open = `${oldTcp(22)}${anyoneOld}`;
const list = (entries: string): string =>
  resource(
    'aws_ec2_managed_prefix_list',
    'office',
    `  name = "office"\n  address_family = "IPv4"\n  max_entries = 5\n${entries}`,
  );
const listRule =
  group('extra') +
  ingress('aws_security_group.extra.id', `${tcp(22)}  prefix_list_id = aws_ec2_managed_prefix_list.office.id\n`);
const everybody = '  cidr = "0.0.0.0/0"\n';

/** Every group and table that is new and has no rules of its own in the code may have some by a dynamic block. */
const unsure = [
  ['DB-002', dbSubnets],
  ['EC2-004', fleet],
  ['NET-005', defaultGroup],
  ['NET-001', albGroup],
  ['NET-001', ec2Group],
  ['NET-001', rdsGroup],
] as const;

/** Blocks of which the code says how many there are only in terms of what is not known: the plan holds nothing of them. */
export const dynamicBlocks: EvasionFamily = {
  name: 'Dynamic blocks',
  cases: [
    {
      id: 'dynamic/known',
      sentence: 'a dynamic block opens a group to the Internet',
      verdict: 'violating',
      add: group('extra', dynamic('ingress', '["one"]', open)),
      denied: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'dynamic/none',
      sentence: 'a dynamic block opens the group of the database for each member of nothing',
      verdict: 'harmless',
      inside: { [rdsGroup]: dynamic('ingress', '[]', open) },
    },
    {
      id: 'dynamic/unknown-in-an-update',
      sentence:
        'a dynamic block of which nobody knows how often it is there opens the group of the database that is there',
      verdict: 'undecided',
      applied: [{}],
      add: eip,
      inside: { [rdsGroup]: dynamic('ingress', late, open) },
      undecided: [['NET-001', rdsGroup]],
    },
    {
      id: 'dynamic/unknown-at-first',
      sentence:
        'a dynamic block of which nobody knows how often it is there opens the group of the database that is made',
      verdict: 'undecided',
      add: eip,
      inside: { [rdsGroup]: dynamic('ingress', late, open) },
      undecided: [...unsure],
    },
    {
      id: 'dynamic/told-in-a-constant',
      sentence: 'such a block stands beside an output whose text reads like a reference to what is not known',
      verdict: 'undecided',
      add: `${eip}output "note" {\n  value = "aws_eip.office.public_ip"\n}\n`,
      inside: { [rdsGroup]: dynamic('ingress', late, open) },
      undecided: [...unsure],
    },
    {
      id: 'dynamic/told-in-a-tag',
      sentence: 'such a block stands beside a tag whose text reads like a local',
      verdict: 'undecided',
      add: eip + resource('aws_eip', 'tagged', '  tags = { Office = "local.office" }'),
      inside: { [rdsGroup]: dynamic('ingress', late, open) },
      undecided: [...unsure],
    },
    {
      id: 'dynamic/unknown-beside-a-block',
      sentence: 'a dynamic block of which nobody knows how often it is there stands beside a private opening',
      verdict: 'undecided',
      add:
        eip +
        group(
          'extra',
          inline('ingress', `${oldTcp(22)}  cidr_blocks = ["10.0.0.0/8"]\n`) + dynamic('ingress', late, open),
        ),
      undecided: [...unsure, ['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'dynamic/used-elsewhere',
      sentence: 'what is not known stands in a tag and in an output, and no dynamic block is there',
      verdict: 'harmless',
      add: `${eip + resource('aws_eip', 'tagged', '  tags = { Office = aws_eip.office.public_ip }')}output "office" {\n  value = aws_eip.office.private_ip\n}\n`,
    },
    {
      id: 'dynamic/in-a-local',
      sentence: 'what is not known stands in a local, and no dynamic block is there',
      verdict: 'harmless',
      add: `${eip}locals {\n  office = aws_eip.office.public_ip\n}\n${resource('aws_eip', 'tagged', '  tags = { Office = local.office }')}`,
    },
    {
      id: 'dynamic/members-only',
      sentence: 'a dynamic block that is there once has a member that is not known, to which nothing else refers',
      verdict: 'undecided',
      add:
        eip +
        group(
          'extra',
          dynamic('ingress', '["one"]', `${oldTcp(22)}  cidr_blocks = ["\${aws_eip.office.public_ip}/32"]\n`),
        ),
      undecided: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'dynamic/prefix-list',
      sentence:
        'a dynamic block of which nobody knows how often it is there fills the prefix list that a group lets in',
      verdict: 'undecided',
      applied: [{ add: list('') + listRule }],
      add: eip + list(dynamic('entry', late, everybody)) + listRule,
      undecided: [['NET-006', 'aws_vpc_security_group_ingress_rule.evasion']],
    },
    {
      id: 'dynamic/overrides',
      sentence: 'a dynamic block of which nobody knows how often it is there overrides what the fleet starts from',
      verdict: 'undecided',
      replace: [
        [
          '  launch_template {\n    id      = aws_launch_template.web_fleet_template.id\n    version = aws_launch_template.web_fleet_template.latest_version\n  }\n',
          `  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.web_fleet_template.id
        version            = aws_launch_template.web_fleet_template.latest_version
      }
${dynamic('override', late, '  instance_type = "p4d.24xlarge"\n')}    }
  }
`,
        ],
      ],
      add: eip,
      undecided: [
        ['EC2-005', fleet],
        ['NET-003', fleet],
        ['NET-004', fleet],
      ],
    },
  ],
};
