import { Route } from '@cdktf/provider-aws/lib/route';
import { AutoscalingSchedule } from '@cdktf/provider-aws/lib/autoscaling-schedule';
import { Eip } from '@cdktf/provider-aws/lib/eip';
import { Instance } from '@cdktf/provider-aws/lib/instance';
import { db, group, scaling, template } from '../addresses';
import { all, override, remove } from '../changes';
import type { ServiceStack } from '../../../stacks/service-stack';
import { web, type Expected, type Family } from '../variant';

const asg = (service: ServiceStack) => service.webFleet.group;
const launch = (service: ServiceStack) => service.webFleet.template;
const policy = (service: ServiceStack) => service.webFleet.scaling;

/** The size and the health of the group. */
export const fleet: Family = {
  name: 'The group',
  variants: [
    {
      name: 'the group may grow to 40',
      values: web({ maximum: 40 }),
      denied: [
        ['ASG-001', group, 'max_size'],
        ['COST-003', group, 'max_size'],
      ],
    },
    {
      name: 'the group may shrink to one instance',
      values: web({ minimum: 1 }),
      denied: [['ASG-001', group, 'min_size']],
    },
    {
      name: 'the group is desired larger than it may grow',
      change: override(asg, { desired_capacity: 11 }),
      denied: [
        ['ASG-001', group, 'desired_capacity'],
        ['COST-001', group, 'desired_capacity'],
        ['COST-002', group, 'desired_capacity'],
      ],
    },
    {
      name: 'the group is desired smaller than it may shrink',
      change: override(asg, { desired_capacity: 1 }),
      denied: [['ASG-001', group, 'desired_capacity']],
    },
    {
      name: 'the group may shrink to more than it may grow to',
      change: override(asg, { min_size: 4, desired_capacity: 3, max_size: 3 }),
      denied: [
        ['ASG-001', group, 'desired_capacity'],
        ['ASG-001', group, 'max_size'],
        ['COST-001', group, 'desired_capacity'],
        ['COST-002', db, 'instance_class'],
      ],
    },
    {
      name: 'a schedule sets 30 instances and no largest size',
      change: (service) => {
        new AutoscalingSchedule(service, 'mondays', {
          scheduledActionName: 'productos-api-mondays',
          autoscalingGroupName: service.webFleet.group.name,
          recurrence: '0 8 * * 1',
          minSize: -1,
          maxSize: -1,
          desiredCapacity: 30,
        });
      },
      denied: [
        ['ASG-001', 'aws_autoscaling_schedule.mondays', 'desired_capacity'],
        ['COST-003', 'aws_autoscaling_schedule.mondays', 'desired_capacity'],
      ],
    },
    {
      name: 'a schedule lets the group grow to 30 on Mondays',
      change: (service) => {
        new AutoscalingSchedule(service, 'mondays', {
          scheduledActionName: 'productos-api-mondays',
          autoscalingGroupName: service.webFleet.group.name,
          recurrence: '0 8 * * 1',
          minSize: 2,
          maxSize: 30,
          desiredCapacity: 10,
        });
      },
      denied: [
        ['ASG-001', 'aws_autoscaling_schedule.mondays', 'max_size'],
        ['COST-003', 'aws_autoscaling_schedule.mondays', 'max_size'],
      ],
    },
    {
      name: 'the group uses the status checks of EC2 alone',
      change: override(asg, { health_check_type: 'EC2' }),
      denied: [['ASG-002', group, 'health_check_type']],
    },
    {
      name: 'a new instance has 30 seconds to start',
      change: override(asg, { health_check_grace_period: 30 }),
      denied: [['ASG-003', group, 'health_check_grace_period']],
    },
    {
      name: 'the group grows at 95 % CPU',
      change: override(policy, { 'target_tracking_configuration.target_value': 95 }),
      denied: [['ASG-004', scaling, 'target_tracking_configuration.0.target_value']],
    },
    {
      name: 'the group grows and never shrinks',
      change: override(policy, { 'target_tracking_configuration.disable_scale_in': true }),
      denied: [['ASG-004', scaling, 'target_tracking_configuration.0.disable_scale_in']],
    },
    {
      name: 'the policy that scales the group is switched off',
      change: override(policy, { enabled: false }),
      denied: [['ASG-004', scaling, 'enabled']],
    },
    {
      name: 'the group grows with its network traffic',
      change: override(policy, {
        'target_tracking_configuration.predefined_metric_specification.predefined_metric_type': 'ASGAverageNetworkIn',
      }),
      denied: [['ASG-004', group, 'aws_autoscaling_policy']],
    },
    {
      name: 'nothing scales the group',
      change: remove((service) => service.webFleet, 'scaling'),
      denied: [['ASG-004', group, 'aws_autoscaling_policy']],
    },
    {
      name: 'the policy scales another group',
      change: override(policy, { autoscaling_group_name: 'somebody-elses' }),
      denied: [['ASG-004', group, 'aws_autoscaling_policy']],
    },
    {
      name: 'a refresh keeps 10 % of the instances',
      change: override(asg, { 'instance_refresh.preferences.min_healthy_percentage': 10 }),
      denied: [['ASG-005', group, 'instance_refresh.0.preferences.0.min_healthy_percentage']],
    },
    {
      name: 'a refresh replaces the root volumes of running instances',
      change: override(asg, { 'instance_refresh.strategy': 'ReplaceRootVolume' }),
      denied: [['ASG-005', group, 'instance_refresh.0.strategy']],
    },
    {
      name: 'nothing replaces the instances of an older template',
      change: override(asg, { instance_refresh: null }),
      denied: [['ASG-005', group, 'instance_refresh']],
    },
    {
      name: 'the group always takes the latest version of the template',
      change: override(asg, { 'launch_template.version': '$Latest' }),
      denied: [['EC2-006', group, 'launch_template.0.version']],
    },
    {
      name: 'a schedule stays within the bounds of the group',
      change: (service) => {
        new AutoscalingSchedule(service, 'mondays', {
          scheduledActionName: 'productos-api-mondays',
          autoscalingGroupName: service.webFleet.group.name,
          recurrence: '0 8 * * 1',
          minSize: 2,
          maxSize: 6,
          desiredCapacity: 4,
        });
      },
    },
    {
      name: 'the group has no desired size of its own',
      change: override(asg, { desired_capacity: null }),
    },
    { name: 'the group may grow to four only', values: web({ maximum: 4 }) },
    {
      name: 'the group grows at 50 % CPU and waits ten minutes for a new instance',
      change: all(
        override(policy, { 'target_tracking_configuration.target_value': 50 }),
        override(asg, { health_check_grace_period: 600 }),
      ),
    },
  ],
};

/** Class, image and other properties of the instances. */
export const instances: Family = {
  name: 'The instances',
  variants: [
    {
      name: 'the metadata service answers without a token',
      change: override(launch, { 'metadata_options.http_tokens': 'optional' }),
      denied: [['EC2-001', template, 'metadata_options.0.http_tokens']],
    },
    {
      name: 'nothing is said about the metadata service',
      change: override(launch, { metadata_options: null }),
      denied: [['EC2-001', template, 'metadata_options.0.http_tokens']],
    },
    {
      name: 'the volume is not encrypted',
      change: override(launch, { 'block_device_mappings.0.ebs.encrypted': 'false' }),
      denied: [['EC2-002', template, 'block_device_mappings.0.ebs.0.encrypted']],
    },
    {
      name: 'nothing is said about the encryption of the volume',
      change: override(launch, { 'block_device_mappings.0.ebs.encrypted': null }),
      denied: [['EC2-002', template, 'block_device_mappings.0.ebs.0.encrypted']],
    },
    {
      name: 'nothing is said about the root volume',
      change: override(launch, { block_device_mappings: null }),
      denied: [['EC2-002', template, 'block_device_mappings']],
      undecided: ['COST-001', 'COST-002', 'COST-003', 'COST-004'].map((id): Expected => [id, group, 'launch_template']),
    },
    {
      name: 'the private subnets give what starts in them a public address',
      change: override((service) => service.network.node.findChild('private-us-east-1b'), {
        map_public_ip_on_launch: true,
      }),
      denied: [['EC2-003', 'aws_subnet.network_private_us_east_1b', 'map_public_ip_on_launch']],
    },
    {
      name: 'the instances have public addresses',
      change: override(launch, { 'network_interfaces.0.associate_public_ip_address': 'true' }),
      // Each address has its price.
      denied: [
        ['COST-001', group, 'desired_capacity'],
        ['COST-003', group, 'max_size'],
        ['EC2-003', template, 'network_interfaces.0.associate_public_ip_address'],
      ],
    },
    {
      name: 'an Elastic IP is attached to an instance outside of the Auto Scaling group',
      values: web({ instanceType: 't3.micro' }),
      change: (service) => {
        const [subnetId = ''] = service.network.privateSubnetIds;
        const bastion = new Instance(service, 'bastion', {
          ami: service.webFleet.image.id,
          instanceType: 't3.micro',
          subnetId,
          associatePublicIpAddress: false,
          vpcSecurityGroupIds: [service.securityGroups.ec2.id],
          metadataOptions: { httpTokens: 'required' },
          rootBlockDevice: { encrypted: true, volumeType: 'gp3', volumeSize: 8 },
          creditSpecification: { cpuCredits: 'standard' },
        });
        new Eip(service, 'address', { domain: 'vpc', instance: bastion.id });
      },
      denied: [
        ['EC2-003', 'aws_eip.address', 'instance'],
        ['NET-010', 'aws_instance.bastion', 'vpc_security_group_ids'],
      ],
    },
    {
      name: 'the group is in the public subnets',
      change: (service) => {
        service.webFleet.group.vpcZoneIdentifier = [...service.network.publicSubnetIds];
      },
      denied: [['EC2-004', group, 'vpc_zone_identifier']],
    },
    {
      name: 'the private subnets have a route to the Internet',
      change: override((service) => service.network.node.findChild('to-internet'), {
        route_table_id: '${aws_route_table.network_private.id}',
      }),
      denied: [
        ['DB-002', 'aws_db_subnet_group.database_subnets', 'subnet_ids'],
        ['EC2-004', group, 'vpc_zone_identifier'],
      ],
    },
    {
      name: 'one private subnet has a route to an internet gateway of another plan',
      change: (service) => {
        new Route(service, 'way-out', {
          routeTableId: '${aws_route_table.network_private.id}',
          destinationCidrBlock: '203.0.113.0/24',
          gatewayId: 'igw-0123456789abcdef0',
        });
      },
      denied: [
        ['DB-002', 'aws_db_subnet_group.database_subnets', 'subnet_ids'],
        ['EC2-004', group, 'vpc_zone_identifier'],
      ],
    },
    {
      name: 'the group is in one subnet',
      change: (service) => {
        service.webFleet.group.vpcZoneIdentifier = service.network.privateSubnetIds.slice(0, 1);
      },
      denied: [['EC2-004', group, 'vpc_zone_identifier']],
    },
    {
      name: 'the group names no subnets',
      change: override(asg, { vpc_zone_identifier: null, availability_zones: ['us-east-1a', 'us-east-1b'] }),
      denied: [['EC2-004', group, 'vpc_zone_identifier']],
    },
    {
      name: 'the plan does not show whether the subnets of an existing network are private',
      values: (production) => ({
        ...production,
        network: {
          kind: 'existing',
          vpcId: 'vpc-0123456789abcdef0',
          zones: [
            {
              name: 'us-east-1a',
              publicSubnetId: 'subnet-0123456789abcde01',
              privateSubnetId: 'subnet-0123456789abcde02',
            },
            {
              name: 'us-east-1b',
              publicSubnetId: 'subnet-0123456789abcde03',
              privateSubnetId: 'subnet-0123456789abcde04',
            },
          ],
        },
      }),
      undecided: [
        ['DB-002', 'aws_db_subnet_group.database_subnets', 'subnet_ids'],
        ['EC2-004', group, 'vpc_zone_identifier'],
      ],
    },
    {
      name: 'the instances are of the class m5.4xlarge',
      values: web({ instanceType: 'm5.4xlarge' }),
      denied: [
        ['COST-001', group, 'desired_capacity'],
        ['COST-002', group, 'desired_capacity'],
        ['COST-003', group, 'max_size'],
        ['EC2-005', template, 'instance_type'],
      ],
    },
    {
      name: 'the group may also start instances of the class m5.4xlarge',
      change: override(asg, {
        launch_template: null,
        mixed_instances_policy: {
          launch_template: {
            launch_template_specification: {
              launch_template_id: '${aws_launch_template.web_fleet_template.id}',
              version: '${aws_launch_template.web_fleet_template.latest_version}',
            },
            override: [{ instance_type: 't3.small' }, { instance_type: 'm5.4xlarge' }],
          },
        },
      }),
      denied: [
        ['COST-001', group, 'desired_capacity'],
        ['COST-002', group, 'desired_capacity'],
        ['COST-003', group, 'max_size'],
        ['EC2-005', group, 'mixed_instances_policy.0.launch_template.0.override.1.instance_type'],
      ],
    },
    { name: 'the instances are of the class t3.micro', values: web({ instanceType: 't3.micro' }) },
  ],
};
