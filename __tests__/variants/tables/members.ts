import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { Instance } from '@cdktf/provider-aws/lib/instance';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { NetworkInterfaceSgAttachment } from '@cdktf/provider-aws/lib/network-interface-sg-attachment';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { LbTargetGroupAttachment } from '@cdktf/provider-aws/lib/lb-target-group-attachment';
import {
  alb,
  albGroup,
  albFromInternet,
  albToEc2,
  db,
  ec2FromAlb,
  ec2Group,
  ec2ToRds,
  rdsFromEc2,
  rdsGroup,
  template,
} from '../addresses';
import { all, override } from '../changes';
import type { ServiceStack } from '../../../stacks/service-stack';
import { web, type Expected, type Family } from '../variant';

const fleet = (service: ServiceStack) => service.webFleet.template;
const balancer = (service: ServiceStack) => service.loadBalancer.alb;
const instance = (service: ServiceStack) => service.database.instance;

/** Leaves room in the budget for what a variant adds. */
const cheap = web({ instanceType: 't3.micro' });

/** One more instance beside the group, which serves nothing. */
function stranger(service: ServiceStack, groupIds: string[]): Instance {
  const [subnetId = ''] = service.network.privateSubnetIds;
  return new Instance(service, 'served', {
    ami: service.webFleet.image.id,
    instanceType: 't3.micro',
    subnetId,
    associatePublicIpAddress: false,
    vpcSecurityGroupIds: groupIds,
    metadataOptions: { httpTokens: 'required' },
    rootBlockDevice: { encrypted: true, volumeType: 'gp3', volumeSize: 8 },
    creditSpecification: { cpuCredits: 'standard' },
  });
}

/** The same behind the load balancer. */
function served(service: ServiceStack, groupIds: string[]): Instance {
  const added = stranger(service, groupIds);
  new LbTargetGroupAttachment(service, 'attachment', {
    targetGroupArn: service.loadBalancer.targetGroup.arn,
    targetId: added.id,
  });
  return added;
}

/** Resources and their security groups. */
export const members: Family = {
  name: 'Groups of the tiers',
  variants: [
    {
      name: 'the database holds the group of the instances as well',
      change: override(instance, { vpc_security_group_ids: ['${aws_security_group.security_groups_ec2.id}'] }),
      // The rules of the second group now count for the database as well.
      denied: [
        ['NET-001', ec2FromAlb, 'from_port'],
        ['NET-001', ec2ToRds, 'from_port'],
        ['NET-003', ec2Group, ''],
      ],
    },
    {
      name: 'the database holds the group of the instances in place of its own, by addOverride',
      change: override(instance, { 'vpc_security_group_ids.0': '${aws_security_group.security_groups_ec2.id}' }),
      denied: [
        ['NET-001', ec2FromAlb, 'from_port'],
        ['NET-001', ec2ToRds, 'from_port'],
        ['NET-001', ec2ToRds, 'referenced_security_group_id'],
        ['NET-002', ec2Group, 'egress'],
        ['NET-002', ec2Group, 'ingress'],
        ['NET-003', ec2Group, ''],
      ],
    },
    {
      name: 'an instance that serves nothing holds the group of the instances',
      values: cheap,
      change: (service) => stranger(service, [service.securityGroups.ec2.id]),
      denied: [['NET-010', 'aws_instance.served', 'vpc_security_group_ids']],
    },
    {
      name: 'an instance that serves nothing has a group of its own',
      values: cheap,
      change: (service) => {
        const own = new SecurityGroup(service, 'own', {
          name: 'productos-api-own',
          description: 'Opens nothing',
          vpcId: service.network.vpcId,
        });
        stranger(service, [own.id]);
      },
    },
    {
      name: 'the load balancer has no groups',
      change: override(balancer, { security_groups: null }),
      // Its group is then a group of no tier that the Internet reaches, and no flow passes the load balancer.
      denied: [
        ['NET-001', ec2FromAlb, 'referenced_security_group_id'],
        ['NET-002', alb, 'egress'],
        ['NET-002', alb, 'ingress'],
        ['NET-002', ec2Group, 'ingress'],
        ['NET-004', alb, 'security_groups'],
        ['NET-009', db, 'vpc_security_group_ids'],
      ],
    },
    {
      name: 'the load balancer has an empty list of groups',
      change: (service) => {
        service.loadBalancer.alb.securityGroups = [];
      },
      denied: [
        ['NET-001', ec2FromAlb, 'referenced_security_group_id'],
        ['NET-002', alb, 'egress'],
        ['NET-002', alb, 'ingress'],
        ['NET-002', ec2Group, 'ingress'],
        ['NET-004', alb, 'security_groups'],
        ['NET-009', db, 'vpc_security_group_ids'],
      ],
    },
    {
      name: 'the launch template names no groups',
      change: override(fleet, { 'network_interfaces.0.security_groups': null }),
      // The flows to and from the instances end at a group that no resource has.
      denied: [
        ['NET-001', albToEc2, 'referenced_security_group_id'],
        ['NET-001', rdsFromEc2, 'referenced_security_group_id'],
        ['NET-002', albGroup, 'egress'],
        ['NET-002', rdsGroup, 'ingress'],
        ['NET-002', template, 'egress'],
        ['NET-002', template, 'ingress'],
        ['NET-004', template, 'network_interfaces.0.security_groups'],
      ],
    },
    {
      name: 'the database names no groups',
      change: override(instance, { vpc_security_group_ids: null }),
      denied: [
        ['NET-001', ec2ToRds, 'referenced_security_group_id'],
        ['NET-002', db, 'ingress'],
        ['NET-002', ec2Group, 'egress'],
        ['NET-004', db, 'vpc_security_group_ids'],
      ],
    },
    {
      name: 'the load balancer also holds a group whose rules are elsewhere',
      change: override(balancer, { security_groups: ['sg-0123456789abcdef0'] }),
      undecided: [['NET-004', alb, 'security_groups']],
    },
    {
      name: 'an instance outside of the Auto Scaling group is a target and has the group of the database',
      values: cheap,
      change: (service) => {
        served(service, [service.securityGroups.rds.id]);
      },
      denied: [
        ['NET-001', rdsFromEc2, 'from_port'],
        ['NET-003', rdsGroup, ''],
      ],
    },
    {
      name: 'a second load balancer holds the group of the instances',
      values: cheap,
      change: (service) => {
        new Lb(service, 'second', {
          name: 'productos-api-2-alb',
          loadBalancerType: 'application',
          internal: true,
          subnets: [...service.network.privateSubnetIds],
          securityGroups: [service.securityGroups.ec2.id],
          dropInvalidHeaderFields: true,
        });
      },
      denied: [
        ['NET-001', ec2FromAlb, 'from_port'],
        ['NET-001', ec2ToRds, 'from_port'],
        ['NET-003', ec2Group, ''],
      ],
    },
    {
      name: 'a replica of the database holds the group of the load balancer',
      change: (service) => {
        new DbInstance(service, 'replica', {
          identifier: 'productos-api-replica',
          replicateSourceDb: service.database.instance.identifier,
          instanceClass: 'db.t3.micro',
          storageEncrypted: true,
          skipFinalSnapshot: true,
          vpcSecurityGroupIds: [service.securityGroups.alb.id],
        });
      },
      denied: [
        ['NET-001', albFromInternet, 'from_port'],
        ['NET-001', albToEc2, 'from_port'],
        ['NET-003', albGroup, ''],
      ],
      // The cost of a replica depends on its source.
      undecided: ['COST-002', 'COST-003', 'COST-004'].flatMap((id) =>
        ['allocated_storage', 'instance_class'].map((path): Expected => [id, 'aws_db_instance.replica', path]),
      ),
    },
    {
      name: 'the group of the database is attached to a running instance',
      values: cheap,
      change: (service) => {
        const added = served(service, [service.securityGroups.ec2.id]);
        new NetworkInterfaceSgAttachment(service, 'late', {
          securityGroupId: service.securityGroups.rds.id,
          networkInterfaceId: added.primaryNetworkInterfaceId,
        });
      },
      denied: [
        ['NET-001', rdsFromEc2, 'from_port'],
        ['NET-003', rdsGroup, ''],
      ],
    },
    {
      name: 'a VPC endpoint holds the group of the load balancer',
      values: cheap,
      change: (service) => {
        new VpcEndpoint(service, 'endpoint', {
          vpcId: service.network.vpcId,
          serviceName: 'com.amazonaws.us-east-1.ssm',
          vpcEndpointType: 'Interface',
          subnetIds: service.network.privateSubnetIds.slice(0, 1),
          securityGroupIds: [service.securityGroups.alb.id],
        });
      },
      denied: [
        ['NET-001', albFromInternet, 'from_port'],
        ['NET-001', albToEc2, 'from_port'],
        ['NET-003', albGroup, ''],
      ],
    },
    {
      name: 'the instances and the database also hold one group whose rules are elsewhere',
      change: all(
        override(instance, { vpc_security_group_ids: ['sg-0123456789abcdef0'] }),
        override(fleet, { 'network_interfaces.0.security_groups': ['sg-0123456789abcdef0'] }),
      ),
      denied: [['NET-003', template, 'network_interfaces.0.security_groups']],
      undecided: [
        ['NET-004', db, 'vpc_security_group_ids'],
        ['NET-004', template, 'network_interfaces.0.security_groups'],
        ['NET-009', db, 'vpc_security_group_ids'],
      ],
    },
    {
      name: 'an instance outside of the Auto Scaling group is a target and has the group of the instances',
      values: cheap,
      change: (service) => {
        served(service, [service.securityGroups.ec2.id]);
      },
    },
    {
      name: 'the launch template names its group beside the interface',
      change: override(fleet, {
        network_interfaces: null,
        vpc_security_group_ids: ['${aws_security_group.security_groups_ec2.id}'],
      }),
    },
  ],
};
