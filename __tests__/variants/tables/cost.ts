import { Eip } from '@cdktf/provider-aws/lib/eip';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { KinesisVideoStream } from '@cdktf/provider-aws/lib/kinesis-video-stream';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { db, group, template } from '../addresses';
import { all, counted, override } from '../changes';
import { database, web, type Expected, type Family } from '../variant';

const kinesis = 'aws_kinesis_video_stream.events';

/** The cost of the stack. */
export const costs: Family = {
  name: 'The price',
  variants: [
    {
      name: 'the instances are of a class that is only larger: m5.large',
      values: web({ instanceType: 'm5.large' }),
      denied: [
        ['COST-001', group, 'desired_capacity'],
        ['COST-002', group, 'desired_capacity'],
        ['COST-003', group, 'max_size'],
        ['EC2-005', template, 'instance_type'],
      ],
    },
    {
      name: 'the desired size of the group is ten instances',
      values: web({ desired: 10 }),
      denied: [
        ['COST-001', group, 'desired_capacity'],
        ['COST-002', group, 'desired_capacity'],
      ],
    },
    {
      name: 'the class of the instances is in no price book',
      values: web({ instanceType: 't9.small' }),
      denied: [['EC2-005', template, 'instance_type']],
      undecided: [
        ['COST-001', group, 'launch_template'],
        ['COST-002', group, 'launch_template'],
        ['COST-003', group, 'launch_template'],
        ['COST-004', group, 'launch_template'],
      ],
    },
    {
      name: 'the desired size of the group is three instances, one more than the budget allows',
      values: web({ minimum: 3, desired: 3 }),
      denied: [
        ['COST-001', group, 'desired_capacity'],
        ['COST-002', db, 'instance_class'],
      ],
    },
    {
      name: 'the database has a terabyte',
      values: database({ storageGb: 1000 }),
      denied: [
        ['COST-002', db, 'allocated_storage'],
        ['COST-003', db, 'allocated_storage'],
      ],
    },
    {
      name: 'the database is of a class that the price book does not hold',
      values: database({ instanceClass: 'db.t9.small' }),
      denied: [['DB-006', db, 'instance_class']],
      undecided: [
        ['COST-002', db, 'instance_class'],
        ['COST-003', db, 'instance_class'],
        ['COST-004', db, 'instance_class'],
      ],
    },
    {
      name: 'a stream is added that has no price',
      change: (service) => {
        new KinesisVideoStream(service, 'events', { name: 'productos-api-events' });
      },
      undecided: [
        ['COST-002', kinesis, ''],
        ['COST-003', kinesis, ''],
        ['COST-004', kinesis, ''],
      ],
    },
    {
      name: 'three NAT gateways are added',
      change: (service) => {
        for (const number of [1, 2, 3]) {
          const address = new Eip(service, `nat-address-${number}`, { domain: 'vpc' });
          new NatGateway(service, `nat-${number}`, {
            allocationId: address.id,
            subnetId: service.network.publicSubnetIds[number % 2] ?? '',
          });
        }
      },
      denied: [
        ['COST-002', db, 'instance_class'],
        ['COST-003', group, 'max_size'],
      ],
    },
    {
      name: 'the type of the volume is left to the image',
      change: override((service) => service.webFleet.template, { 'block_device_mappings.0.ebs.volume_type': null }),
      undecided: [
        ['COST-001', group, 'launch_template'],
        ['COST-002', group, 'launch_template'],
        ['COST-003', group, 'launch_template'],
        ['COST-004', group, 'launch_template'],
      ],
    },
    {
      name: 'the group has a count of 5',
      change: override((service) => service.webFleet.group, { count: 5 }),
      undecided: ['COST-001', 'COST-002', 'COST-003', 'COST-004'].map((id): Expected => [id, group, 'count']),
    },
    {
      name: 'the database has a for_each over several names',
      change: override((service) => service.database.instance, { for_each: '${toset(["one", "two"])}' }),
      undecided: ['COST-002', 'COST-003', 'COST-004'].map((id): Expected => [id, db, 'for_each']),
    },
    {
      name: 'the group has a count of 1',
      change: counted((service) => service.webFleet.group, group, 1),
    },
    {
      name: 'the volumes are a little larger',
      values: web({ rootVolumeGb: 10 }),
    },
    {
      name: 'a role is added, which costs nothing',
      change: all((service) => {
        new IamRole(service, 'reader', { name: 'productos-api-reader', assumeRolePolicy: '{}' });
      }),
    },
  ],
};
