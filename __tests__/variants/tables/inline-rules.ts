import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { albGroup, ec2Group, rdsGroup } from '../addresses';
import { override, tcp } from '../changes';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { ServiceStack } from '../../../stacks/service-stack';
import type { Family } from '../variant';

const rds = (service: ServiceStack) => service.securityGroups.rds;
const ec2 = (service: ServiceStack) => service.securityGroups.ec2;

/** An inline rule as CDKTF writes it: attributes that are not set are null. */
function inline(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    description: null,
    from_port: 5432,
    to_port: 5432,
    protocol: 'tcp',
    cidr_blocks: null,
    ipv6_cidr_blocks: null,
    prefix_list_ids: null,
    security_groups: null,
    self: null,
    ...values,
  };
}

/** Rules inside a group: added with addOverride, or in a group outside of the tiers. */
export const inlineRules: Family = {
  name: 'Inline rules',
  variants: [
    {
      name: 'the database admits the VPC by an inline rule',
      change: override(rds, { ingress: [inline({ cidr_blocks: ['10.20.0.0/16'] })] }),
      denied: [
        ['NET-001', rdsGroup, 'ingress.0.cidr_blocks'],
        ['NET-007', rdsGroup, 'ingress'],
      ],
    },
    {
      name: 'the second inline rule opens the database',
      change: override(rds, {
        ingress: [
          inline({ security_groups: ['${aws_security_group.security_groups_ec2.id}'] }),
          inline({ cidr_blocks: ['0.0.0.0/0'] }),
        ],
      }),
      denied: [
        ['NET-001', rdsGroup, 'ingress.1.cidr_blocks'],
        ['NET-007', rdsGroup, 'ingress'],
      ],
    },
    {
      name: 'an inline rule admits the instances and the group itself',
      change: override(rds, {
        ingress: [inline({ security_groups: ['${aws_security_group.security_groups_ec2.id}'], self: true })],
      }),
      denied: [
        ['NET-001', rdsGroup, 'ingress.0.self'],
        ['NET-007', rdsGroup, 'ingress'],
      ],
    },
    {
      name: 'an inline rule lets the instances send anything anywhere',
      change: override(ec2, {
        egress: [inline({ from_port: 0, to_port: 0, protocol: '-1', cidr_blocks: ['0.0.0.0/0'] })],
      }),
      denied: [
        ['NET-001', ec2Group, 'egress.0.protocol'],
        ['NET-007', ec2Group, 'egress'],
      ],
    },
    {
      name: 'a declared rule is repeated inline',
      change: override(rds, {
        ingress: [inline({ security_groups: ['${aws_security_group.security_groups_ec2.id}'] })],
      }),
      denied: [['NET-007', rdsGroup, 'ingress']],
    },
    {
      name: 'the ports of an inline rule are known at deployment only',
      change: override((service) => service.securityGroups.alb, {
        ingress: [
          inline({
            from_port: '${aws_lb.load_balancer_alb.id}',
            to_port: '${aws_lb.load_balancer_alb.id}',
            cidr_blocks: ['0.0.0.0/0'],
          }),
        ],
      }),
      denied: [['NET-007', albGroup, 'ingress']],
      undecided: [['NET-001', albGroup, 'ingress.0.from_port']],
    },
    {
      name: 'inline rules come out of a dynamic block',
      change: override(rds, {
        dynamic: {
          ingress: {
            for_each: ['0.0.0.0/0'],
            content: { from_port: 5432, to_port: 5432, protocol: 'tcp', cidr_blocks: ['${ingress.value}'] },
          },
        },
      }),
      // How many rules a dynamic block gives is known once it is planned.
      undecided: [
        ['NET-001', rdsGroup, 'ingress.from_port'],
        ['NET-007', rdsGroup, 'ingress'],
      ],
    },
    {
      name: 'a group that nothing holds admits the Internet inline',
      change: (service) => {
        new SecurityGroup(service, 'spare', {
          name: 'productos-api-spare-sg',
          description: 'Held by nothing yet',
          vpcId: service.network.vpcId,
          ingress: [{ protocol: 'tcp', fromPort: 22, toPort: 22, cidrBlocks: ['0.0.0.0/0'] }],
        });
      },
      denied: [['NET-006', 'aws_security_group.spare', 'ingress.0.cidr_blocks']],
    },
    {
      name: 'a group that nothing holds admits half of the Internet',
      change: (service) => {
        new SecurityGroup(service, 'spare', {
          name: 'productos-api-spare-sg',
          description: 'Held by nothing yet',
          vpcId: service.network.vpcId,
          ingress: [{ protocol: 'tcp', fromPort: 22, toPort: 22, cidrBlocks: ['0.0.0.0/1'] }],
        });
      },
      denied: [['NET-006', 'aws_security_group.spare', 'ingress.0.cidr_blocks']],
    },
    {
      name: 'a group that nothing holds has a range of ports that runs backwards',
      change: (service) => {
        new SecurityGroup(service, 'spare', {
          name: 'productos-api-spare-sg',
          description: 'Held by nothing yet',
          vpcId: service.network.vpcId,
          ingress: [{ protocol: 'tcp', fromPort: 8001, toPort: 7999, cidrBlocks: ['203.0.113.7/32'] }],
        });
      },
      denied: [['NET-008', 'aws_security_group.spare', 'ingress.0.from_port']],
    },
    {
      name: 'a rule on the literal id of some group admits the Internet',
      change: (service) => {
        new VpcSecurityGroupIngressRule(service, 'added', {
          ...tcp(5432),
          cidrIpv4: '0.0.0.0/0',
          securityGroupId: 'sg-0123456789abcdef0',
        });
      },
      denied: [['NET-006', 'aws_vpc_security_group_ingress_rule.added', 'cidr_ipv4']],
    },
    {
      name: 'a group that nothing holds admits one address inline',
      change: (service) => {
        new SecurityGroup(service, 'spare', {
          name: 'productos-api-spare-sg',
          description: 'Held by nothing yet',
          vpcId: service.network.vpcId,
          ingress: [{ protocol: 'tcp', fromPort: 22, toPort: 22, cidrBlocks: ['203.0.113.7/32'] }],
        });
      },
    },
    {
      name: 'a group without rules is there',
      change: (service) => {
        new SecurityGroup(service, 'spare', {
          name: 'productos-api-spare-sg',
          description: 'Held by nothing yet',
          vpcId: service.network.vpcId,
        });
      },
    },
  ],
};
