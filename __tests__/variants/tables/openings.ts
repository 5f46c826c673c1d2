import { DataAwsSecurityGroup } from '@cdktf/provider-aws/lib/data-aws-security-group';
import { Ec2ManagedPrefixList } from '@cdktf/provider-aws/lib/ec2-managed-prefix-list';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { SecurityGroupRule } from '@cdktf/provider-aws/lib/security-group-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { TerraformHclModule, TerraformVariable } from 'cdktf';
import {
  albFromInternet,
  albGroup,
  albToEc2,
  db,
  ec2FromAlb,
  ec2Group,
  ec2ToRds,
  rdsFromEc2,
  rdsGroup,
} from '../addresses';
import { all, egress, ingress, override, ownRule, remove, tcp } from '../changes';
import type { Family } from '../variant';

const addedIngress = 'aws_vpc_security_group_ingress_rule.added';
const addedEgress = 'aws_vpc_security_group_egress_rule.added';
const anyone = { cidrIpv4: '0.0.0.0/0' };

/** A standalone rule that is added or changed, on the groups of the three tiers. */
export const openings: Family = {
  name: 'Rules of the tiers',
  variants: [
    {
      name: 'the load balancer may also send to port 8001 of the instances',
      change: egress('alb', (service) => ({ ...tcp(8001), referencedSecurityGroupId: service.securityGroups.ec2.id })),
      denied: [['NET-001', addedEgress, 'from_port']],
    },
    {
      name: 'the load balancer may send to 8001 instead of 8000, by addOverride',
      change: override(ownRule('alb-to-ec2'), { from_port: 8001, to_port: 8001 }),
      denied: [
        ['NET-001', albToEc2, 'from_port'],
        ['NET-002', albGroup, 'egress'],
      ],
    },
    {
      name: 'the load balancer may send HTTPS to every IPv6 address',
      change: egress('alb', { ...tcp(443), cidrIpv6: '::/0' }),
      denied: [['NET-001', addedEgress, 'from_port']],
    },
    {
      name: 'the load balancer admits every IPv6 address on 8080',
      change: ingress('alb', { ...tcp(8080), cidrIpv6: '::/0' }),
      denied: [['NET-001', addedIngress, 'from_port']],
    },
    {
      name: 'the instances admit every IPv6 address, written another way',
      change: ingress('ec2', { ...tcp(8000), cidrIpv6: '0::/0' }),
      denied: [['NET-001', addedIngress, 'cidr_ipv6']],
    },
    {
      name: 'the instances admit four quarters of the Internet but for one address range',
      change: all(
        ingress('ec2', { ...tcp(8000), cidrIpv4: '0.0.0.0/2' }),
        ingress('ec2', { ...tcp(8000), cidrIpv4: '64.0.0.0/2' }, 'second'),
        ingress('ec2', { ...tcp(8000), cidrIpv4: '128.0.0.0/2' }, 'third'),
        ingress('ec2', { ...tcp(8000), cidrIpv4: '192.0.0.0/3' }, 'fourth'),
      ),
      denied: [
        ['NET-001', addedIngress, 'cidr_ipv4'],
        ['NET-001', 'aws_vpc_security_group_ingress_rule.second', 'cidr_ipv4'],
        ['NET-001', 'aws_vpc_security_group_ingress_rule.third', 'cidr_ipv4'],
        ['NET-001', 'aws_vpc_security_group_ingress_rule.fourth', 'cidr_ipv4'],
      ],
    },
    {
      name: 'the address range of a rule is computed at deployment',
      change: override(ownRule('alb-from-internet'), { cidr_ipv4: '${cidrsubnet("0.0.0.0/0", 0, 0)}' }),
      undecided: [['NET-002', albGroup, 'ingress']],
    },
    {
      name: 'the database admits each of a set of ranges, by for_each',
      change: all(ingress('rds', { ...tcp(5432), cidrIpv4: '${each.value}' }), (service) => {
        const rule = service.node.findChild('added') as VpcSecurityGroupIngressRule;
        rule.addOverride('for_each', '${toset(["203.0.113.0/24"])}');
      }),
      undecided: [
        ['NET-001', addedIngress, 'cidr_ipv4'],
        ['NET-009', db, 'vpc_security_group_ids'],
      ],
    },
    {
      name: 'a rule that is in no construct is written into the stack',
      change: (service) => {
        service.addOverride('resource.aws_vpc_security_group_ingress_rule.sneaked', {
          security_group_id: '${aws_security_group.security_groups_rds.id}',
          ip_protocol: 'tcp',
          from_port: 5432,
          to_port: 5432,
          cidr_ipv4: '0.0.0.0/0',
        });
      },
      denied: [['NET-001', 'aws_vpc_security_group_ingress_rule.sneaked', 'cidr_ipv4']],
    },
    {
      name: 'a rule is in a module whose files are missing',
      change: (service) => {
        new TerraformHclModule(service, 'opener', {
          source: 'terraform-aws-modules/security-group/aws',
          version: '5.3.0',
          variables: { security_group_id: service.securityGroups.rds.id },
        });
      },
      unseen: ['productos-api'],
    },
    {
      name: 'the load balancer admits HTTP over UDP',
      change: ingress('alb', { ipProtocol: 'udp', fromPort: 80, toPort: 80, ...anyone }),
      denied: [['NET-001', addedIngress, 'from_port']],
    },
    {
      name: 'the load balancer admits HTTP from one office alone',
      change: override(ownRule('alb-from-internet'), { cidr_ipv4: '203.0.113.0/24' }),
      denied: [['NET-002', albGroup, 'ingress']],
    },
    {
      name: 'the instances admit the whole Internet on 8000',
      change: ingress('ec2', { ...tcp(8000), ...anyone }),
      denied: [['NET-001', addedIngress, 'cidr_ipv4']],
    },
    {
      name: 'the instances admit SSH from the whole Internet',
      change: ingress('ec2', { ...tcp(22), ...anyone }),
      denied: [['NET-001', addedIngress, 'from_port']],
    },
    {
      name: 'the instances admit the Internet on 8000 in two halves',
      change: all(
        ingress('ec2', { ...tcp(8000), cidrIpv4: '0.0.0.0/1' }),
        ingress('ec2', { ...tcp(8000), cidrIpv4: '128.0.0.0/1' }, 'other-half'),
      ),
      denied: [
        ['NET-001', addedIngress, 'cidr_ipv4'],
        ['NET-001', 'aws_vpc_security_group_ingress_rule.other_half', 'cidr_ipv4'],
      ],
    },
    {
      name: 'the instances admit the load balancer on every port from 7999 to 8001',
      change: override(ownRule('ec2-from-alb'), { from_port: 7999, to_port: 8001 }),
      denied: [['NET-001', ec2FromAlb, 'from_port']],
    },
    {
      name: 'the instances admit the load balancer on 8001 too, as one range',
      change: override(ownRule('ec2-from-alb'), { to_port: 8001 }),
      denied: [['NET-001', ec2FromAlb, 'from_port']],
    },
    {
      name: 'the instances admit every protocol from the load balancer',
      change: ingress('ec2', (service) => ({
        ipProtocol: '-1',
        referencedSecurityGroupId: service.securityGroups.alb.id,
      })),
      denied: [['NET-001', addedIngress, 'ip_protocol']],
    },
    {
      name: 'the instances admit every protocol from everywhere, spelled "all"',
      change: ingress('ec2', { ipProtocol: 'all', ...anyone }),
      denied: [['NET-001', addedIngress, 'ip_protocol']],
    },
    {
      name: 'the instances admit ICMP from everywhere',
      change: ingress('ec2', { ipProtocol: 'icmp', fromPort: -1, toPort: -1, ...anyone }),
      denied: [['NET-001', addedIngress, 'from_port']],
    },
    {
      name: 'the instances admit each other on 8000',
      change: ingress('ec2', (service) => ({ ...tcp(8000), referencedSecurityGroupId: service.securityGroups.ec2.id })),
      denied: [['NET-001', addedIngress, 'referenced_security_group_id']],
    },
    {
      name: 'the instances may send HTTPS to the whole Internet',
      change: egress('ec2', { ...tcp(443), ...anyone }),
      denied: [['NET-001', addedEgress, 'from_port']],
    },
    {
      name: 'the instances may send anything anywhere',
      change: egress('ec2', { ipProtocol: '-1', ...anyone }),
      denied: [['NET-001', addedEgress, 'ip_protocol']],
    },
    {
      name: 'the instances may reach any address on the port of the database',
      change: override(ownRule('ec2-to-rds'), { referenced_security_group_id: null, cidr_ipv4: '0.0.0.0/0' }),
      denied: [
        ['NET-001', ec2ToRds, 'cidr_ipv4'],
        ['NET-002', ec2Group, 'egress'],
      ],
    },
    {
      name: 'the database admits the network of the VPC',
      change: ingress('rds', { ...tcp(5432), cidrIpv4: '10.20.0.0/16' }),
      denied: [['NET-001', addedIngress, 'cidr_ipv4']],
    },
    {
      name: 'the database admits the load balancer',
      change: ingress('rds', (service) => ({ ...tcp(5432), referencedSecurityGroupId: service.securityGroups.alb.id })),
      denied: [['NET-001', addedIngress, 'referenced_security_group_id']],
    },
    {
      name: 'the database admits the load balancer in place of the instances, by addOverride',
      change: override(ownRule('rds-from-ec2'), {
        referenced_security_group_id: '${aws_security_group.security_groups_alb.id}',
      }),
      denied: [
        ['NET-001', rdsFromEc2, 'referenced_security_group_id'],
        ['NET-002', rdsGroup, 'ingress'],
      ],
    },
    {
      name: 'the database admits the instances on all ports',
      change: override(ownRule('rds-from-ec2'), { from_port: 0, to_port: 65535 }),
      denied: [['NET-001', rdsFromEc2, 'from_port']],
    },
    {
      name: 'the database may send to the whole Internet',
      change: egress('rds', { ipProtocol: '-1', ...anyone }),
      denied: [['NET-001', addedEgress, 'ip_protocol']],
    },
    {
      name: 'the database admits a group that anyone may join',
      change: (service) => {
        const stepping = new SecurityGroup(service, 'stepping-stone', {
          name: 'productos-api-stepping-stone-sg',
          description: 'Not of any tier',
          vpcId: service.network.vpcId,
        });
        new VpcSecurityGroupIngressRule(service, 'added', {
          ...tcp(5432),
          securityGroupId: service.securityGroups.rds.id,
          referencedSecurityGroupId: stepping.id,
        });
      },
      denied: [['NET-001', addedIngress, 'referenced_security_group_id']],
    },
    {
      name: 'the database admits a group of another account',
      change: ingress('rds', { ...tcp(5432), referencedSecurityGroupId: '123456789012/sg-0123456789abcdef0' }),
      denied: [['NET-001', addedIngress, 'referenced_security_group_id']],
    },
    {
      name: 'the database admits a managed prefix list',
      change: (service) => {
        const offices = new Ec2ManagedPrefixList(service, 'offices', {
          name: 'productos-api-offices',
          addressFamily: 'IPv4',
          maxEntries: 1,
          entry: [{ cidr: '203.0.113.0/24' }],
        });
        new VpcSecurityGroupIngressRule(service, 'added', {
          ...tcp(5432),
          securityGroupId: service.securityGroups.rds.id,
          prefixListId: offices.id,
        });
      },
      denied: [['NET-001', addedIngress, 'prefix_list_id']],
    },
    {
      name: 'the database admits an address that is known at deployment only',
      change: (service) => {
        const office = new TerraformVariable(service, 'office', { type: 'string' });
        new VpcSecurityGroupIngressRule(service, 'added', {
          ...tcp(5432),
          securityGroupId: service.securityGroups.rds.id,
          cidrIpv4: office.stringValue,
        });
      },
      undecided: [
        ['NET-001', addedIngress, 'cidr_ipv4'],
        ['NET-009', db, 'vpc_security_group_ids'],
      ],
    },
    {
      name: 'the database admits on a port that is known at deployment only',
      change: (service) => {
        const port = new TerraformVariable(service, 'port', { type: 'number' });
        new VpcSecurityGroupIngressRule(service, 'added', {
          ipProtocol: 'tcp',
          fromPort: port.numberValue,
          toPort: port.numberValue,
          securityGroupId: service.securityGroups.rds.id,
          referencedSecurityGroupId: service.securityGroups.ec2.id,
        });
      },
      undecided: [['NET-001', addedIngress, 'from_port']],
    },
    {
      name: 'the database admits a network whose variable has a default',
      change: (service) => {
        const office = new TerraformVariable(service, 'office', { type: 'string', default: '203.0.113.0/24' });
        new VpcSecurityGroupIngressRule(service, 'added', {
          ...tcp(5432),
          securityGroupId: service.securityGroups.rds.id,
          cidrIpv4: office.stringValue,
        });
      },
      undecided: [
        ['NET-001', addedIngress, 'cidr_ipv4'],
        ['NET-009', db, 'vpc_security_group_ids'],
      ],
    },
    {
      name: 'a rule is added to a group that a data source finds by name',
      change: (service) => {
        const found = new DataAwsSecurityGroup(service, 'found', { name: 'productos-api-rds-sg' });
        new VpcSecurityGroupIngressRule(service, 'added', { ...tcp(5432), ...anyone, securityGroupId: found.id });
      },
      denied: [['NET-006', addedIngress, 'cidr_ipv4']],
      // The port is declared for one tier, the source for another.
      undecided: [
        ['NET-001', addedIngress, 'cidr_ipv4'],
        ['NET-001', addedIngress, 'from_port'],
      ],
    },
    {
      name: 'the classic form of a rule opens the database',
      change: (service) => {
        new SecurityGroupRule(service, 'classic', {
          type: 'ingress',
          protocol: 'tcp',
          fromPort: 5432,
          toPort: 5432,
          securityGroupId: service.securityGroups.rds.id,
          cidrBlocks: ['10.20.0.0/24', '10.20.1.0/24'],
        });
      },
      denied: [['NET-001', 'aws_security_group_rule.classic', 'cidr_blocks']],
    },
    {
      name: 'the classic form of a rule lets the instances talk to themselves',
      change: (service) => {
        new SecurityGroupRule(service, 'classic', {
          type: 'ingress',
          protocol: '-1',
          fromPort: 0,
          toPort: 0,
          securityGroupId: service.securityGroups.ec2.id,
          selfAttribute: true,
        });
      },
      denied: [['NET-001', 'aws_security_group_rule.classic', 'protocol']],
    },
    {
      name: 'a rule without a port is everything',
      change: override(ownRule('rds-from-ec2'), { from_port: null, to_port: null, ip_protocol: 'tcp' }),
      denied: [
        ['NET-001', rdsFromEc2, 'from_port'],
        ['NET-008', rdsFromEc2, 'from_port'],
        ['NET-008', rdsFromEc2, 'to_port'],
      ],
    },
    {
      name: 'a range of ports runs backwards',
      change: override(ownRule('ec2-from-alb'), { from_port: 8001, to_port: 7999 }),
      denied: [
        ['NET-001', ec2FromAlb, 'from_port'],
        ['NET-002', ec2Group, 'ingress'],
        ['NET-008', ec2FromAlb, 'from_port'],
      ],
    },
    {
      name: 'the address of the Internet has host bits',
      change: override(ownRule('alb-from-internet'), { cidr_ipv4: '1.0.0.0/0' }),
      denied: [['NET-008', albFromInternet, 'cidr_ipv4']],
    },

    {
      name: 'the load balancer also admits IPv6 on its declared port, written another way',
      change: ingress('alb', { ...tcp(80), cidrIpv6: '0::/0' }),
    },
    {
      name: 'the load balancer also admits IPv6 on its declared port',
      change: ingress('alb', { ...tcp(80), cidrIpv6: '::/0' }),
    },
    {
      name: 'a declared rule is written in the classic form',
      change: all(
        remove((service) => service.securityGroups, 'rds-from-ec2'),
        (service) => {
          new SecurityGroupRule(service, 'classic', {
            type: 'ingress',
            protocol: '6',
            fromPort: 5432,
            toPort: 5432,
            securityGroupId: service.securityGroups.rds.id,
            sourceSecurityGroupId: service.securityGroups.ec2.id,
          });
        },
      ),
    },
    {
      name: 'a declared rule has its protocol in capitals',
      change: override(ownRule('rds-from-ec2'), { ip_protocol: 'TCP' }),
    },
  ],
};
