import type { EvasionFamily } from '../case';
import { anyoneOld, group, ingress, inline, oldTcp, openGroup, resource, tcp } from '../hcl';
import {
  albGroup,
  albToEc2,
  db,
  dbSubnets,
  defaultGroup,
  ec2Group,
  group as fleet,
  rdsFromEc2,
  rdsGroup,
} from '../../variants/addresses';

const eip = resource('aws_eip', 'office');

/** The number of blocks is unknown before apply. */
const late = 'split(",", aws_eip.office.public_ip)';

const dynamic = (block: string, forEach: string, content: string): string =>
  `  dynamic "${block}" {\n    for_each = ${forEach}\n    content {\n${content}    }\n  }\n`;

const disk =
  '  block_device_mappings {\n    device_name = "/dev/sda1"\n    ebs {\n      volume_size = 8\n      volume_type = "gp3"\n      encrypted = true\n    }\n  }\n';
const launchTemplate =
  '  launch_template {\n    id      = aws_launch_template.web_fleet_template.id\n    version = aws_launch_template.web_fleet_template.latest_version\n  }\n';
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

/** The plan shows an entry of the group with unknown attributes, and the group has standalone rules as well. */
const unsure = [
  ['NET-001', rdsGroup],
  ['NET-007', rdsGroup],
  ['NET-009', db],
] as const;

/** The launch template of the fleet is unknown, and so are the groups of its instances. */
const unknownTemplate = [
  ['NET-001', albToEc2],
  ['NET-001', rdsFromEc2],
  ['NET-002', fleet],
  ['NET-002', albGroup],
  ['NET-002', rdsGroup],
  ['NET-003', fleet],
  ['NET-004', fleet],
] as const;

/** An unknown value may also be in a dynamic block of any new group or route table that shows no entries. */
const anyGroup = [
  ['DB-002', dbSubnets],
  ['EC2-004', fleet],
  ['NET-001', albGroup],
  ['NET-001', ec2Group],
  ['NET-001', rdsGroup],
  ['NET-005', defaultGroup],
] as const;

/**
 * Dynamic blocks whose `for_each` is unknown. Attributes that are written as blocks (ingress) have one entry with unknown
 * attributes in the plan. Of other blocks, the plan shows at most that the whole block is unknown.
 */
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
      sentence: 'a dynamic block with an empty for_each would open the group of the database',
      verdict: 'harmless',
      inside: { [rdsGroup]: dynamic('ingress', '[]', open) },
    },
    {
      id: 'dynamic/unknown-in-an-update',
      sentence: 'a dynamic block with an unknown for_each opens the existing group of the database',
      verdict: 'undecided',
      applied: [{}],
      add: eip,
      inside: { [rdsGroup]: dynamic('ingress', late, open) },
      undecided: [
        ['NET-001', rdsGroup],
        ['NET-009', db],
      ],
    },
    {
      id: 'dynamic/unknown-at-first',
      sentence: 'a dynamic block with an unknown for_each opens the new group of the database',
      verdict: 'undecided',
      add: eip,
      inside: { [rdsGroup]: dynamic('ingress', late, open) },
      undecided: [...unsure],
    },
    {
      id: 'dynamic/told-in-a-constant',
      sentence: 'such a block, and an output whose string looks like a reference to an unknown value',
      verdict: 'undecided',
      add: `${eip}output "note" {\n  value = "aws_eip.office.public_ip"\n}\n`,
      inside: { [rdsGroup]: dynamic('ingress', late, open) },
      undecided: [...unsure],
    },
    {
      id: 'dynamic/told-in-a-tag',
      sentence: 'such a block, and a tag whose string looks like a local value',
      verdict: 'undecided',
      add: eip + resource('aws_eip', 'tagged', '  tags = { Office = "local.office" }'),
      inside: { [rdsGroup]: dynamic('ingress', late, open) },
      undecided: [...unsure],
    },
    {
      id: 'dynamic/unknown-beside-a-block',
      sentence: 'a dynamic block with an unknown for_each, and a rule that allows a private network',
      verdict: 'undecided',
      add:
        eip +
        group(
          'extra',
          inline('ingress', `${oldTcp(22)}  cidr_blocks = ["10.0.0.0/8"]\n`) + dynamic('ingress', late, open),
        ),
      undecided: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'dynamic/used-elsewhere',
      sentence: 'a tag and an output have an unknown value, and the code has no dynamic block',
      verdict: 'harmless',
      add: `${eip + resource('aws_eip', 'tagged', '  tags = { Office = aws_eip.office.public_ip }')}output "office" {\n  value = aws_eip.office.private_ip\n}\n`,
    },
    {
      id: 'dynamic/in-a-local',
      sentence: 'a local value is unknown, and the code has no dynamic block',
      verdict: 'harmless',
      add: `${eip}locals {\n  office = aws_eip.office.public_ip\n}\n${resource('aws_eip', 'tagged', '  tags = { Office = local.office }')}`,
    },
    {
      id: 'dynamic/members-only',
      sentence: 'a dynamic block with one entry has an unknown attribute, to which nothing else refers',
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
      sentence: 'a dynamic block with an unknown for_each fills the prefix list that a group admits',
      verdict: 'undecided',
      applied: [{ add: list('') + listRule }],
      add: eip + list(dynamic('entry', late, everybody)) + listRule,
      undecided: [['NET-006', 'aws_vpc_security_group_ingress_rule.evasion']],
    },
    {
      id: 'dynamic/overrides',
      sentence: 'a dynamic block with an unknown for_each overrides the launch template of the fleet',
      verdict: 'undecided',
      replace: [
        [
          launchTemplate,
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
      undecided: [...anyGroup, ['EC2-005', fleet], ['NET-003', fleet], ['NET-004', fleet]],
    },
    {
      id: 'dynamic/launch-template',
      sentence: 'a dynamic block with an unknown for_each names the launch template of the fleet',
      verdict: 'undecided',
      replace: [
        [
          launchTemplate,
          dynamic(
            'launch_template',
            late,
            '      id = aws_launch_template.web_fleet_template.id\n      version = aws_launch_template.web_fleet_template.latest_version\n',
          ),
        ],
      ],
      add: eip,
      undecided: [['EC2-005', fleet], ['EC2-006', fleet], ...unknownTemplate],
    },
    {
      id: 'dynamic/launch-template-of-one',
      // Terraform shows no references of a dynamic block.
      sentence: 'a dynamic block with one entry names the launch template of the fleet',
      verdict: 'undecided',
      undecided: [['EC2-006', fleet], ...unknownTemplate],
      replace: [
        [
          launchTemplate,
          dynamic(
            'launch_template',
            '["one"]',
            '      id = aws_launch_template.web_fleet_template.id\n      version = aws_launch_template.web_fleet_template.latest_version\n',
          ),
        ],
      ],
    },
    {
      id: 'dynamic/launch-template-beside-null',
      sentence: 'such a block, and a launch configuration that a variable sets to null',
      verdict: 'undecided',
      replace: [
        [
          launchTemplate,
          `  launch_configuration = var.legacy\n${dynamic(
            'launch_template',
            '["one"]',
            '      id = aws_launch_template.web_fleet_template.id\n      version = aws_launch_template.web_fleet_template.latest_version\n',
          )}`,
        ],
      ],
      add: 'variable "legacy" {\n  type = string\n  default = null\n}\n',
      undecided: [['EC2-006', fleet], ...unknownTemplate],
    },
    {
      id: 'dynamic/rules-of-another-resource',
      sentence: 'a group takes its rules from another resource, in which the code has them as a list',
      verdict: 'undecided',
      add: `${resource(
        'terraform_data',
        'rules',
        '  input = [{ description = "", from_port = 22, to_port = 22, protocol = "tcp", cidr_blocks = ["0.0.0.0/0"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]',
      )}${group('extra', '  ingress = terraform_data.rules.output\n')}`,
      undecided: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'dynamic/beside-another-block',
      sentence: 'such a block, and a dynamic block with one entry that does not set a computed attribute',
      verdict: 'undecided',
      add:
        eip +
        group('extra', dynamic('ingress', late, open)) +
        resource(
          'aws_launch_template',
          'other',
          `  name = "productos-api-other"\n  instance_type = "t3.micro"\n${disk}${dynamic('metadata_options', '["one"]', '      http_tokens = "required"\n')}`,
        ),
      undecided: [['NET-006', 'aws_security_group.extra']],
    },
    {
      id: 'dynamic/prefix-list-at-first',
      sentence: 'a dynamic block with an unknown for_each fills a new prefix list',
      verdict: 'undecided',
      add: eip + list(dynamic('entry', late, everybody)) + listRule,
      undecided: [
        ...anyGroup,
        ['NET-006', 'aws_security_group.extra'],
        ['NET-006', 'aws_vpc_security_group_ingress_rule.evasion'],
      ],
    },
    {
      id: 'dynamic/template-by-name',
      sentence: 'the fleet refers to its launch template by name, and the provider does not know the id',
      verdict: 'harmless',
      replace: [
        [
          launchTemplate,
          '  launch_template {\n    name    = "productos-api-lt"\n    version = aws_launch_template.web_fleet_template.latest_version\n  }\n',
        ],
      ],
    },
    {
      id: 'dynamic/template-replaced-by-name',
      sentence: 'an existing fleet refers to another launch template by name, and keeps the id of the former one',
      verdict: 'violating',
      applied: [{}],
      replace: [
        [launchTemplate, '  launch_template {\n    name    = aws_launch_template.other.name\n    version = "1"\n  }\n'],
      ],
      add:
        openGroup() +
        resource(
          'aws_launch_template',
          'other',
          `  name = "productos-api-other"
  image_id = data.aws_ami.web_fleet_image.id
  instance_type = "t3.small"
  vpc_security_group_ids = [aws_security_group.open.id]
${disk}  metadata_options {
    http_tokens = "required"
  }`,
        ),
      denied: [
        ['NET-001', 'aws_security_group_rule.evasion'],
        ['NET-001', albToEc2],
        ['NET-001', rdsFromEc2],
        ['NET-002', 'aws_security_group.open'],
        ['NET-002', albGroup],
        ['NET-002', rdsGroup],
      ],
    },
  ],
};
