import { KinesisVideoStream } from '@cdktf/provider-aws/lib/kinesis-video-stream';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { otherStack, tcp } from '../changes';
import type { Family } from '../variant';

const opening = 'tools::aws_vpc_security_group_ingress_rule.opening';

/** Stacks that reach into one another through their states. */
export const crossStack: Family = {
  name: 'Across stacks',
  variants: [
    {
      name: 'another stack opens the group of the database to the Internet',
      change: (service, project) => {
        new VpcSecurityGroupIngressRule(otherStack(project, 'tools'), 'opening', {
          ...tcp(5432),
          securityGroupId: service.securityGroups.rds.id,
          cidrIpv4: '0.0.0.0/0',
        });
      },
      denied: [['NET-001', opening, 'cidr_ipv4']],
    },
    {
      name: 'another stack lets a group of its own into the database',
      change: (service, project) => {
        const tools = otherStack(project, 'tools');
        const own = new SecurityGroup(tools, 'own', {
          name: 'tools-sg',
          description: 'Of the tools',
          vpcId: service.network.vpcId,
        });
        new VpcSecurityGroupIngressRule(tools, 'opening', {
          ...tcp(5432),
          securityGroupId: service.securityGroups.rds.id,
          referencedSecurityGroupId: own.id,
        });
      },
      denied: [['NET-001', opening, 'referenced_security_group_id']],
    },
    {
      name: 'another stack opens the instances by a rule inside a group that it only looks up by a literal id',
      change: (_service, project) => {
        new VpcSecurityGroupIngressRule(otherStack(project, 'tools'), 'opening', {
          ...tcp(8000),
          securityGroupId: 'sg-0123456789abcdef0',
          cidrIpv4: '0.0.0.0/0',
        });
      },
      denied: [['NET-006', opening, 'cidr_ipv4']],
    },
    {
      name: 'another stack of the same system has something without a price',
      change: (_service, project) => {
        new KinesisVideoStream(otherStack(project, 'productos-api-events'), 'events', {
          name: 'productos-api-events',
        });
      },
      undecided: [
        ['COST-002', 'productos-api-events::aws_kinesis_video_stream.events', ''],
        ['COST-003', 'productos-api-events::aws_kinesis_video_stream.events', ''],
        ['COST-004', 'productos-api-events::aws_kinesis_video_stream.events', ''],
      ],
    },
    {
      name: 'another stack repeats a declared rule',
      change: (service, project) => {
        new VpcSecurityGroupIngressRule(otherStack(project, 'tools'), 'opening', {
          ...tcp(5432),
          securityGroupId: service.securityGroups.rds.id,
          referencedSecurityGroupId: service.securityGroups.ec2.id,
        });
      },
    },
    {
      name: 'another stack has a separate group with one rule',
      change: (service, project) => {
        const tools = otherStack(project, 'tools');
        const own = new SecurityGroup(tools, 'own', {
          name: 'tools-sg',
          description: 'Of the tools',
          vpcId: service.network.vpcId,
        });
        new VpcSecurityGroupIngressRule(tools, 'opening', {
          ...tcp(22),
          securityGroupId: own.id,
          cidrIpv4: '203.0.113.7/32',
        });
      },
    },
  ],
};
