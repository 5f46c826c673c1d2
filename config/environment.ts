import type { Backend } from './backend';
import { parseCidr, contains, overlap, sizeInBits } from './cidr';
import { ConfigurationError, type Problem } from './configuration-error';
import { environmentSchema, problemsOfShape } from './schema';

/** One availability zone of a network that this project creates. */
export interface OwnZone {
  /** For example `us-east-1a`. */
  readonly name: string;
  /** Range of the load balancer's subnet, inside the range of the network. */
  readonly publicCidr: string;
  /** Range of the subnet of the instances and the database, inside the range of the network. */
  readonly privateCidr: string;
}

/** A new VPC. */
export interface OwnNetwork {
  readonly kind: 'own';
  /** IPv4 range of the VPC. Environments must not overlap, so that VPC peering stays possible. */
  readonly cidr: string;
  /** Two or three zones. */
  readonly zones: readonly OwnZone[];
}

/** One availability zone of an existing network. */
export interface ExistingZone {
  /** For example `us-east-1a`. */
  readonly name: string;
  /** A subnet with a route to an internet gateway, for the load balancer. */
  readonly publicSubnetId: string;
  /** A subnet without a route to an internet gateway, for the instances and the database. */
  readonly privateSubnetId: string;
}

/** An existing VPC. The project adds resources and changes no existing ones. */
export interface ExistingNetwork {
  readonly kind: 'existing';
  readonly vpcId: string;
  /** Two or three zones. */
  readonly zones: readonly ExistingZone[];
}

/** The fleet of instances behind the load balancer. */
export interface WebSettings {
  /** For example `t3.small`. */
  readonly instanceType: string;
  /** Name of an EC2 key pair that exists in the region. */
  readonly keyPair: string;
  /** Size of the encrypted root volume in GB, at least the size of the image. */
  readonly rootVolumeGb: number;
  readonly minimum: number;
  /** Size at creation. The scaling policy changes it later. */
  readonly desired: number;
  readonly maximum: number;
}

/** The PostgreSQL database. */
export interface DatabaseSettings {
  /** For example `db.t3.small`. */
  readonly instanceClass: string;
  /** Major version of PostgreSQL, for example `17`. AWS applies minor versions. */
  readonly majorVersion: string;
  /** Fixed size in GB: storage autoscaling is off, so that the price stays fixed. */
  readonly storageGb: number;
  /** Whether a standby runs in a second zone. */
  readonly multiAz: boolean;
  readonly backupDays: number;
  /** Whether AWS refuses to delete the database. */
  readonly deletionProtection: boolean;
  /** Whether deleting the database first takes a snapshot. */
  readonly finalSnapshot: boolean;
}

/** The settings in which environments differ. */
export interface Environment {
  /** Name of the stack, and prefix of all resource names: `productos-api` gives `productos-api-alb`. */
  readonly name: string;
  /** Value of the `environment` tag. */
  readonly stage: string;
  /** For example `us-east-1`. */
  readonly region: string;
  readonly backend: Backend;
  /** Name of the image of the instances. To deploy v2, build it in `images.ts`, then name it here. */
  readonly image: string;
  readonly network: OwnNetwork | ExistingNetwork;
  readonly web: WebSettings;
  readonly database: DatabaseSettings;
  readonly monitoring: {
    /**
     * ARN of the SNS topic that receives alarms.
     * @default - alarms appear in CloudWatch and notify nobody
     */
    readonly alarmTopicArn?: string;
  };
}

/**
 * Checks one environment as a whole.
 * @throws ConfigurationError with every problem: what is wrong, why it matters, how to fix it
 */
export function parseEnvironment(value: unknown): Environment {
  const shape = problemsOfShape(environmentSchema, value);
  if (shape.length > 0) throw new ConfigurationError(shape);
  const environment = value as Environment;
  const problems = [
    ...groupProblems(environment),
    ...zoneProblems(environment),
    ...(environment.network.kind === 'own' ? rangeProblems(environment.name, environment.network) : []),
    ...(environment.network.kind === 'existing' ? subnetIdProblems(environment.name, environment.network) : []),
    ...topicProblems(environment),
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return environment;
}

function groupProblems({ name, web }: Environment): Problem[] {
  const problems: Problem[] = [];
  if (web.minimum > web.desired) {
    problems.push({
      what: `${name}: web.minimum is ${web.minimum}, larger than web.desired, which is ${web.desired}`,
      why: 'an Auto Scaling group cannot start with fewer instances than its minimum',
      fix: `set web.minimum to ${web.desired} or less, or web.desired to ${web.minimum} or more`,
    });
  }
  if (web.desired > web.maximum) {
    problems.push({
      what: `${name}: web.desired is ${web.desired}, larger than web.maximum, which is ${web.maximum}`,
      why: 'an Auto Scaling group cannot start with more instances than its maximum',
      fix: `set web.desired to ${web.maximum} or less, or web.maximum to ${web.desired} or more`,
    });
  }
  return problems;
}

function zoneProblems({ name, region, network }: Environment): Problem[] {
  const zones = network.zones.map((zone) => zone.name);
  return zones.flatMap((zone, index) => {
    const problems: Problem[] = [];
    if (!new RegExp(`^${region}[a-f]$`).test(zone)) {
      problems.push({
        what: `${name}: network.zones.${index}.name is "${zone}", which is not a zone of the region ${region}`,
        why: 'a subnet must be in a zone of the region of its VPC',
        fix: `use a zone of ${region}, such as "${region}a", or change the region`,
      });
    }
    if (zones.indexOf(zone) !== index) {
      problems.push({
        what: `${name}: network.zones.${index}.name is "${zone}", which is a duplicate`,
        why: 'two subnets in one zone fail together, and a load balancer refuses them',
        fix: 'use a different zone for each entry of network.zones',
      });
    }
    return problems;
  });
}

function rangeProblems(name: string, network: OwnNetwork): Problem[] {
  const ranges = [
    { path: 'network.cidr', text: network.cidr },
    ...network.zones.flatMap((zone, index) => [
      { path: `network.zones.${index}.publicCidr`, text: zone.publicCidr },
      { path: `network.zones.${index}.privateCidr`, text: zone.privateCidr },
    ]),
  ];
  const problems: Problem[] = [];
  const parsed = ranges.flatMap(({ path, text }) => {
    const range = parseCidr(text);
    if (range !== undefined && sizeInBits(range) <= 16 && sizeInBits(range) >= 4) return [{ path, text, range }];
    problems.push({
      what: `${name}: ${path} is "${text}", which is not a valid IPv4 range of a VPC`,
      why: 'AWS accepts /16 to /28, starting at the first address of the range',
      fix: 'write a range such as "10.20.0.0/16", with only zero bits after the prefix',
    });
    return [];
  });
  if (problems.length > 0) return problems;

  const [vpc, ...subnets] = parsed;
  if (vpc === undefined) return problems;
  subnets.forEach((subnet, index) => {
    if (!contains(vpc.range, subnet.range)) {
      problems.push({
        what: `${name}: ${subnet.path} is "${subnet.text}", outside of network.cidr, which is "${vpc.text}"`,
        why: 'the range of a subnet must be part of the range of its VPC',
        fix: `choose a range inside "${vpc.text}"`,
      });
    }
    for (const other of subnets.slice(0, index)) {
      if (overlap(other.range, subnet.range)) {
        problems.push({
          what: `${name}: ${subnet.path} is "${subnet.text}", which overlaps ${other.path}, which is "${other.text}"`,
          why: 'an address can belong to one subnet only',
          fix: 'give each subnet its own range',
        });
      }
    }
    if (subnet.path.endsWith('publicCidr') && sizeInBits(subnet.range) < 5) {
      problems.push({
        what: `${name}: ${subnet.path} is "${subnet.text}", which is too small for a load balancer`,
        why: 'an Application Load Balancer needs subnets of at least /27 with eight free addresses to grow',
        fix: 'use /27 or larger, such as a /24',
      });
    }
  });
  return problems;
}

function subnetIdProblems(name: string, network: ExistingNetwork): Problem[] {
  const subnets = network.zones.flatMap((zone, index) => [
    { path: `network.zones.${index}.publicSubnetId`, id: zone.publicSubnetId },
    { path: `network.zones.${index}.privateSubnetId`, id: zone.privateSubnetId },
  ]);
  return subnets.flatMap(({ path, id }, index) => {
    const first = subnets.findIndex((subnet) => subnet.id === id);
    if (first === index) return [];
    return [
      {
        what: `${name}: ${path} is "${id}", the same as ${subnets[first]?.path}`,
        why: 'a subnet is in one zone, and is either public or private',
        fix: 'use a different subnet for each setting',
      },
    ];
  });
}

function topicProblems({ name, region, monitoring }: Environment): Problem[] {
  const topic = monitoring.alarmTopicArn;
  if (topic === undefined || topic.split(':')[3] === region) return [];
  return [
    {
      what: `${name}: monitoring.alarmTopicArn is "${topic}", which is not in the region ${region}`,
      why: 'a CloudWatch alarm can only notify a topic in its own region',
      fix: `use a topic in ${region}`,
    },
  ];
}
