/** Pieces of HCL that many cases use, and the addresses of the bases. */
import { ec2Group, albGroup, rdsGroup } from '../variants/addresses';

export * from '../variants/addresses';

/** A tier by its security group in the flat base. */
export type Tier = 'alb' | 'ec2' | 'rds';

const groups: Readonly<Record<Tier, string>> = { alb: albGroup, ec2: ec2Group, rds: rdsGroup };

/** An expression for the id of a tier's security group. */
export const id = (tier: Tier): string => `${groups[tier]}.id`;

/** Ports and protocol of a standalone rule of the newer form. */
export const tcp = (from: number, to: number = from): string => traffic('"tcp"', from, to);

/** The same with any protocol, as it is written in HCL. */
export const traffic = (protocol: string, from: number | string, to: number | string): string =>
  `  ip_protocol = ${protocol}\n  from_port = ${from}\n  to_port = ${to}\n`;

/** Ports and protocol of the older forms. */
export const oldTcp = (from: number, to: number = from): string => oldTraffic('"tcp"', from, to);

/** The same with any protocol, as it is written in HCL. */
export const oldTraffic = (protocol: string, from: number | string, to: number | string): string =>
  `  protocol = ${protocol}\n  from_port = ${from}\n  to_port = ${to}\n`;

/** Source or destination of a rule of the newer form: every address. */
export const anyone = '  cidr_ipv4 = "0.0.0.0/0"\n';

/** Source or destination of a rule of the older forms: every address. */
export const anyoneOld = '  cidr_blocks = ["0.0.0.0/0"]\n';

/** Source or destination of a rule of the newer form: the group of a tier. */
export const of = (tier: Tier): string => `  referenced_security_group_id = ${id(tier)}\n`;

/** Source or destination of an inline rule: the groups of tiers. */
export const groupsOf = (...tiers: readonly Tier[]): string => `  security_groups = [${tiers.map(id).join(', ')}]\n`;

/** Any resource. */
export const resource = (type: string, name: string, body = ''): string =>
  `resource "${type}" "${name}" {\n${body}\n}\n`;

/** `aws_vpc_security_group_ingress_rule.evasion` on the group of a tier, or on an expression for its id. */
export const ingress = (on: string, body: string, name = 'evasion'): string =>
  resource('aws_vpc_security_group_ingress_rule', name, `  security_group_id = ${on}\n${body}`);

/** `aws_vpc_security_group_egress_rule.evasion`. */
export const egress = (on: string, body: string, name = 'evasion'): string =>
  resource('aws_vpc_security_group_egress_rule', name, `  security_group_id = ${on}\n${body}`);

/** `aws_security_group_rule.evasion`. */
export const classic = (on: string, body: string, name = 'evasion', type = 'ingress'): string =>
  resource('aws_security_group_rule', name, `  security_group_id = ${on}\n  type = "${type}"\n${body}`);

/** An inline rule. */
export const inline = (direction: 'ingress' | 'egress', body: string): string => `  ${direction} {\n${body}  }\n`;

/** Address of the rule that `ingress` makes. */
export const evasionIngress = 'aws_vpc_security_group_ingress_rule.evasion';

/** Address of the rule that `egress` makes. */
export const evasionEgress = 'aws_vpc_security_group_egress_rule.evasion';

/** Address of the rule that `classic` makes. */
export const evasionClassic = 'aws_security_group_rule.evasion';

/** One more group in the VPC, of no tier until something is given it. */
export const group = (name: string, rules = ''): string =>
  resource(
    'aws_security_group',
    name,
    `  name = "productos-api-${name}-sg"\n  vpc_id = aws_vpc.network_vpc.id\n${rules}`,
  );

/** A group that lets the Internet in by SSH, with the address of the rule to blame: `aws_security_group_rule.evasion`. */
export const openGroup = (name = 'open'): string =>
  group(name) + classic(`aws_security_group.${name}.id`, `${oldTcp(22)}${anyoneOld}`);

/** A string that is known after apply only. */
export const lateText = 'aws_vpc.network_vpc.dhcp_options_id';

/** A number that is known after apply only. */
export const lateNumber = 'aws_launch_template.web_fleet_template.latest_version';

/** An instance in a private subnet that every rule but the network's is content with. */
export const instance = (name: string, body: string): string =>
  resource(
    'aws_instance',
    name,
    `  ami = data.aws_ami.web_fleet_image.id
  instance_type = "t3.micro"
  subnet_id = aws_subnet.network_private_us_east_1a.id
  associate_public_ip_address = false
  metadata_options {
    http_tokens = "required"
  }
  root_block_device {
    encrypted = true
  }
${body}`,
  );

/** Puts a target into the target group of the base. */
export const served = (target: string, more = ''): string =>
  resource(
    'aws_lb_target_group_attachment',
    'evasion',
    `  target_group_arn = aws_lb_target_group.load_balancer_target_group.arn\n  target_id = ${target}\n${more}`,
  );
