import { ConfigurationError } from '../../config/configuration-error';
import { parseEnvironment, type Environment, type ExistingNetwork, type OwnNetwork } from '../../config/environment';
import { development } from '../../config/environments/development';
import { production } from '../../config/environments/production';
import { problemsOf } from './refusal';

const own = production.network as OwnNetwork;
const [zoneA, zoneB] = own.zones as [OwnNetwork['zones'][number], OwnNetwork['zones'][number]];
const existing: ExistingNetwork = {
  kind: 'existing',
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  zones: [
    { name: 'us-east-1a', publicSubnetId: 'subnet-11111111', privateSubnetId: 'subnet-22222222' },
    { name: 'us-east-1b', publicSubnetId: 'subnet-33333333', privateSubnetId: 'subnet-44444444' },
  ],
};

const refusals: { because: string; change: object; what: string; why: string; fix: string }[] = [
  {
    because: 'an unknown region',
    change: { region: 'us-esat-1' },
    what: 'productos-api: region is "us-esat-1", which is not an allowed value',
    why: 'AWS has no such region, so nothing could be deployed',
    fix: 'use an AWS region such as "us-east-1"',
  },
  {
    because: 'a minimum above the desired size',
    change: { web: { ...production.web, minimum: 3 } },
    what: 'productos-api: web.minimum is 3, larger than web.desired, which is 2',
    why: 'an Auto Scaling group cannot start with fewer instances than its minimum',
    fix: 'set web.minimum to 2 or less, or web.desired to 3 or more',
  },
  {
    because: 'a desired size above the maximum',
    change: { web: { ...production.web, desired: 12 } },
    what: 'productos-api: web.desired is 12, larger than web.maximum, which is 10',
    why: 'an Auto Scaling group cannot start with more instances than its maximum',
    fix: 'set web.desired to 10 or less, or web.maximum to 12 or more',
  },
  {
    because: 'no instance',
    change: { web: { ...production.web, minimum: 0 } },
    what: 'productos-api: web.minimum is 0, which is out of range',
    why: 'the group would run no instance, or AWS would refuse the number',
    fix: 'use a whole number, 1 or more',
  },
  {
    because: 'half an instance',
    change: { web: { ...production.web, desired: 2.5 } },
    what: 'productos-api: web.desired is 2.5, not of type integer',
    why: 'the group would run no instance, or AWS would refuse the number',
    fix: 'use a whole number, 1 or more',
  },
  {
    because: 'one availability zone',
    change: { network: { ...own, zones: [zoneA] } },
    what: 'productos-api: network.zones has 1 entry',
    why: 'a load balancer needs subnets in two availability zones, so that the failure of one zone does not stop the service; the guide asks for two or three',
    fix: 'list two or three zones of the region',
  },
  {
    because: 'four availability zones',
    change: { network: { ...own, zones: [zoneA, zoneB, zoneA, zoneB] } },
    what: 'productos-api: network.zones has 4 entries',
    why: 'a load balancer needs subnets in two availability zones, so that the failure of one zone does not stop the service; the guide asks for two or three',
    fix: 'list two or three zones of the region',
  },
  {
    because: 'one availability zone of an existing network',
    change: { network: { ...existing, zones: existing.zones.slice(0, 1) } },
    what: 'productos-api: network.zones has 1 entry',
    why: 'a load balancer needs subnets in two availability zones, so that the failure of one zone does not stop the service; the guide asks for two or three',
    fix: 'list two or three zones of the region',
  },
  {
    because: 'a zone of another region',
    change: { network: { ...own, zones: [zoneA, { ...zoneB, name: 'eu-west-1b' }] } },
    what: 'productos-api: network.zones.1.name is "eu-west-1b", which is not a zone of the region us-east-1',
    why: 'a subnet must be in a zone of the region of its VPC',
    fix: 'use a zone of us-east-1, such as "us-east-1a", or change the region',
  },
  {
    because: 'one zone twice',
    change: { network: { ...own, zones: [zoneA, { ...zoneB, name: 'us-east-1a' }] } },
    what: 'productos-api: network.zones.1.name is "us-east-1a", which is a duplicate',
    why: 'two subnets in one zone fail together, and a load balancer refuses them',
    fix: 'use a different zone for each entry of network.zones',
  },
  {
    because: 'a name that makes the load balancer longer than 32 characters',
    change: { name: 'productos-api-of-the-marketing-team' },
    what: 'productos-api-of-the-marketing-team: name is "productos-api-of-the-marketing-team", which is 35 characters long',
    why: 'the names of all resources start with it, and with "-alb" or "-tg" appended a load balancer or target group name has at most 32 characters: letters, digits and single hyphens',
    fix: 'use 2 to 28 lower-case letters, digits and single hyphens, starting with a letter, such as "productos-api"',
  },
  {
    because: 'a name that AWS reserves',
    change: { name: 'internal-api' },
    what: 'internal-api: name is "internal-api", which has an invalid format',
    why: 'the names of all resources start with it, and with "-alb" or "-tg" appended a load balancer or target group name has at most 32 characters: letters, digits and single hyphens',
    fix: 'use 2 to 28 lower-case letters, digits and single hyphens, starting with a letter, such as "productos-api"',
  },
  {
    because: 'a malformed VPC id',
    change: { network: { ...existing, vpcId: 'vpc-123' } },
    what: 'productos-api: network.vpcId is "vpc-123", which has an invalid format',
    why: 'AWS has no resource with such an id',
    fix: 'write the id as the AWS console shows it: "vpc-" and 8 or 17 hexadecimal digits',
  },
  {
    because: 'a malformed subnet id',
    change: {
      network: { ...existing, zones: [existing.zones[0], { ...existing.zones[1], privateSubnetId: 'subnet-x' }] },
    },
    what: 'productos-api: network.zones.1.privateSubnetId is "subnet-x", which has an invalid format',
    why: 'AWS has no resource with such an id',
    fix: 'write the id as the AWS console shows it: "subnet-" and 8 or 17 hexadecimal digits',
  },
  {
    because: 'one subnet both public and private',
    change: {
      network: {
        ...existing,
        zones: [existing.zones[0], { ...existing.zones[1], privateSubnetId: 'subnet-33333333' }],
      },
    },
    what: 'productos-api: network.zones.1.privateSubnetId is "subnet-33333333", the same as network.zones.1.publicSubnetId',
    why: 'a subnet is in one zone, and is either public or private',
    fix: 'use a different subnet for each setting',
  },
  {
    because: 'a range with address bits after its prefix',
    change: { network: { ...own, cidr: '10.20.0.1/16' } },
    what: 'productos-api: network.cidr is "10.20.0.1/16", which is not a valid IPv4 range of a VPC',
    why: 'AWS accepts /16 to /28, starting at the first address of the range',
    fix: 'write a range such as "10.20.0.0/16", with only zero bits after the prefix',
  },
  {
    because: 'a range with an impossible address',
    change: { network: { ...own, cidr: '10.256.0.0/16' } },
    what: 'productos-api: network.cidr is "10.256.0.0/16", which is not a valid IPv4 range of a VPC',
    why: 'AWS accepts /16 to /28, starting at the first address of the range',
    fix: 'write a range such as "10.20.0.0/16", with only zero bits after the prefix',
  },
  {
    because: 'a range larger than a VPC takes',
    change: { network: { ...own, cidr: '10.0.0.0/8' } },
    what: 'productos-api: network.cidr is "10.0.0.0/8", which is not a valid IPv4 range of a VPC',
    why: 'AWS accepts /16 to /28, starting at the first address of the range',
    fix: 'write a range such as "10.20.0.0/16", with only zero bits after the prefix',
  },
  {
    because: 'a subnet outside of the VPC',
    change: { network: { ...own, zones: [zoneA, { ...zoneB, privateCidr: '10.21.0.0/24' }] } },
    what: 'productos-api: network.zones.1.privateCidr is "10.21.0.0/24", outside of network.cidr, which is "10.20.0.0/16"',
    why: 'the range of a subnet must be part of the range of its VPC',
    fix: 'choose a range inside "10.20.0.0/16"',
  },
  {
    because: 'two subnets with common addresses',
    change: { network: { ...own, zones: [zoneA, { ...zoneB, privateCidr: '10.20.10.128/25' }] } },
    what: 'productos-api: network.zones.1.privateCidr is "10.20.10.128/25", which overlaps network.zones.0.privateCidr, which is "10.20.10.0/24"',
    why: 'an address can belong to one subnet only',
    fix: 'give each subnet its own range',
  },
  {
    because: 'a public subnet too small for a load balancer',
    change: { network: { ...own, zones: [zoneA, { ...zoneB, publicCidr: '10.20.1.0/28' }] } },
    what: 'productos-api: network.zones.1.publicCidr is "10.20.1.0/28", which is too small for a load balancer',
    why: 'an Application Load Balancer needs subnets of at least /27 with eight free addresses to grow',
    fix: 'use /27 or larger, such as a /24',
  },
  {
    because: 'an unknown kind of network',
    change: { network: { kind: 'shared' } },
    what: 'productos-api: network.kind is "shared", which is not an allowed value',
    why: 'the load balancer, the instances and the database need a network',
    fix: 'set network.kind to "own" or "existing", with its settings (see config/environment.ts)',
  },
  {
    because: 'a state file with an absolute path',
    change: { backend: { kind: 'local', path: '/srv/terraform.tfstate' } },
    what: 'productos-api: backend.path is "/srv/terraform.tfstate", which has an invalid format',
    why: 'an absolute path exists on one machine only, and a file inside cdktf.out is lost when the directory is deleted',
    fix: 'use a path relative to cdktf.out/stacks/<name>, such as "../../../terraform.productos-api.tfstate"',
  },
  {
    because: 'a state file inside the output',
    change: { backend: { kind: 'local', path: 'terraform.tfstate' } },
    what: 'productos-api: backend.path is "terraform.tfstate", which has an invalid format',
    why: 'an absolute path exists on one machine only, and a file inside cdktf.out is lost when the directory is deleted',
    fix: 'use a path relative to cdktf.out/stacks/<name>, such as "../../../terraform.productos-api.tfstate"',
  },
  {
    because: 'a bucket name that S3 refuses',
    change: { backend: { kind: 's3', bucket: 'Productos', key: 'terraform.tfstate', region: 'us-east-1' } },
    what: 'productos-api: backend.bucket is "Productos", which has an invalid format',
    why: 'S3 refuses such a bucket name',
    fix: 'use 3 to 63 lower-case letters, digits, dots and hyphens',
  },
  {
    because: 'a workspace left out',
    change: { backend: { kind: 'cloud', organization: 'acme' } },
    what: 'productos-api: backend.workspace is missing',
    why: 'HCP Terraform refuses such a name for the workspace',
    fix: 'use at most 90 letters, digits, hyphens and underscores',
  },
  {
    because: 'an image that is not named for a version',
    change: { image: 'productos-api-latest' },
    what: 'productos-api: image is "productos-api-latest", which has an invalid format',
    why: 'images are found by name, and the name consists of the service and a version',
    fix: 'use a name such as "productos-api-v1"',
  },
  {
    because: 'a class of RDS as instance type',
    change: { web: { ...production.web, instanceType: 'db.t3.small' } },
    what: 'productos-api: web.instanceType is "db.t3.small", which has an invalid format',
    why: 'EC2 has no such instance type',
    fix: 'use an instance type such as "t3.small"',
  },
  {
    because: 'an instance type as class of RDS',
    change: { database: { ...production.database, instanceClass: 't3.small' } },
    what: 'productos-api: database.instanceClass is "t3.small", which has an invalid format',
    why: 'RDS has no such instance class',
    fix: 'use an instance class such as "db.t3.small"',
  },
  {
    because: 'no key pair',
    change: { web: { ...production.web, keyPair: '' } },
    what: 'productos-api: web.keyPair is "", which has an invalid format',
    why: 'the instances could not start, because the key pair must exist in EC2 under this name',
    fix: 'use the name in EC2 > Key Pairs',
  },
  {
    because: 'no backups',
    change: { database: { ...production.database, backupDays: 0 } },
    what: 'productos-api: database.backupDays is 0, which is out of range',
    why: 'RDS keeps backups for at most 35 days, and 0 turns backups off',
    fix: 'use a number of days from 1 to 35, such as 7',
  },
  {
    because: 'less storage than gp3 takes',
    change: { database: { ...production.database, storageGb: 10 } },
    what: 'productos-api: database.storageGb is 10, which is out of range',
    why: 'RDS accepts 20 to 65536 GB of gp3 storage',
    fix: 'use whole gigabytes, from 20 to 65536',
  },
  {
    because: 'a misspelled setting',
    change: { monitoring: { alarmTopic: 'x' } },
    what: 'productos-api: monitoring.alarmTopic is not a setting',
    why: 'a misspelt setting would silently have no effect',
    fix: 'remove it, or use one of: alarmTopicArn',
  },
  {
    because: 'a topic that is not an ARN',
    change: { monitoring: { alarmTopicArn: 'alarms' } },
    what: 'productos-api: monitoring.alarmTopicArn is "alarms", which has an invalid format',
    why: 'alarms could not be sent to an invalid topic',
    fix: 'use the ARN of an SNS topic, such as "arn:aws:sns:us-east-1:123456789012:alarms", or remove the setting',
  },
  {
    because: 'a topic of another region',
    change: { monitoring: { alarmTopicArn: 'arn:aws:sns:eu-west-1:123456789012:alarms' } },
    what: 'productos-api: monitoring.alarmTopicArn is "arn:aws:sns:eu-west-1:123456789012:alarms", which is not in the region us-east-1',
    why: 'a CloudWatch alarm can only notify a topic in its own region',
    fix: 'use a topic in us-east-1',
  },
];

describe('an environment', () => {
  test.each(refusals)('is refused with what, why and how to fix for $because', ({ change, what, why, fix }) => {
    expect(problemsOf(() => parseEnvironment({ ...production, ...change }))).toEqual([{ what, why, fix }]);
  });

  test.each<[string, Environment]>([
    ['production', production],
    ['development', development],
    ['an existing network', { ...production, network: existing }],
    ['a name of 28 characters', { ...production, name: 'productos-api-for-marketing1' }],
    ['a group of one size', { ...production, web: { ...production.web, minimum: 10, desired: 10, maximum: 10 } }],
    [
      'neighbouring subnets',
      { ...production, network: { ...own, zones: [zoneA, { ...zoneB, publicCidr: '10.20.1.0/27' }] } },
    ],
  ])('is accepted unchanged: %s', (_, environment) => {
    expect(parseEnvironment(environment)).toEqual(environment);
  });

  test('with several mistakes is refused for all of them at once', () => {
    const problems = problemsOf(() =>
      parseEnvironment({ ...production, region: 'nowhere', web: { ...production.web, keyPair: 7 } }),
    );
    expect(problems.map(({ what }) => what)).toEqual([
      'productos-api: region is "nowhere", which is not an allowed value',
      'productos-api: web.keyPair is 7, not of type string',
    ]);
  });

  test('that is not an object is refused', () => {
    expect(problemsOf(() => parseEnvironment(undefined)).map(({ what }) => what)).toEqual([
      'configuration: the value is undefined, not of type object',
    ]);
  });
});

test('the message of a refusal has the three parts of each problem', () => {
  const error = new ConfigurationError([{ what: 'the size is 3', why: 'two fit', fix: 'write 2' }]);
  expect(error.message).toBe('The configuration is invalid:\n\n  the size is 3.\n    Why: two fit.\n    Fix: write 2.');
});
