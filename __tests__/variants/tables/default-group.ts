import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { defaultGroup, vpc } from '../addresses';
import { override, remove, tcp } from '../changes';
import type { ServiceStack } from '../../../stacks/service-stack';
import type { Family } from '../variant';

const own = (service: ServiceStack) => service.network.node.findChild('default-security-group');

const open = {
  description: null,
  from_port: 0,
  to_port: 0,
  protocol: '-1',
  cidr_blocks: null,
  ipv6_cidr_blocks: null,
  prefix_list_ids: null,
  security_groups: null,
  self: null,
};

/** The group that AWS makes with each VPC. */
export const defaultGroups: Family = {
  name: 'The default group',
  variants: [
    {
      name: 'the default group admits itself, as AWS made it',
      change: override(own, { ingress: [{ ...open, self: true }] }),
      denied: [['NET-005', defaultGroup, 'ingress.0.self']],
    },
    {
      name: 'the default group may send anything anywhere, as AWS made it',
      change: override(own, { egress: [{ ...open, cidr_blocks: ['0.0.0.0/0'] }] }),
      denied: [['NET-005', defaultGroup, 'egress.0.cidr_blocks']],
    },
    {
      name: 'the default group is left as AWS makes it',
      change: remove((service) => service.network, 'default-security-group'),
      denied: [['NET-005', vpc, '']],
    },
    {
      name: 'the default group is declared for none of the VPCs, with count 0',
      change: override(own, { count: 0 }),
      denied: [['NET-005', vpc, '']],
    },
    {
      name: 'a rule opens the default group by way of its VPC',
      change: (service) => {
        new VpcSecurityGroupIngressRule(service, 'added', {
          ...tcp(22),
          cidrIpv4: '203.0.113.0/24',
          securityGroupId: '${aws_vpc.network_vpc.default_security_group_id}',
        });
      },
      denied: [['NET-005', 'aws_vpc_security_group_ingress_rule.added', 'cidr_ipv4']],
    },
    {
      name: 'a second VPC keeps its default group',
      change: (service) => {
        new Vpc(service, 'second', { cidrBlock: '10.40.0.0/16' });
      },
      denied: [['NET-005', 'aws_vpc.second', '']],
    },
    { name: 'the default group is emptied in so many words', change: override(own, { ingress: [], egress: [] }) },
  ],
};
