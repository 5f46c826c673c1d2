import type { Backend } from './backend';
import { parseCidr, contains, overlap, sizeInBits } from './cidr';
import { ConfigurationError, type Problem } from './configuration-error';
import { environmentSchema, problemsOfShape } from './schema';

/** One availability zone of a network that this project makes. */
export interface OwnZone {
  /** For example `us-east-1a`. */
  readonly name: string;
  /** The subnet of the load balancer, inside the network's range. */
  readonly publicCidr: string;
  /** The subnet of the instances and the database, inside the network's range. */
  readonly privateCidr: string;
}

/** A VPC of its own. */
export interface OwnNetwork {
  readonly kind: 'own';
  /** The VPC's IPv4 range. Environments must not overlap, so that they can be peered later. */
  readonly cidr: string;
  /** Two or three. */
  readonly zones: readonly OwnZone[];
}

/** One availability zone of a network that exists already. */
export interface ExistingZone {
  /** For example `us-east-1a`. */
  readonly name: string;
  /** A subnet with a route to an internet gateway, for the load balancer. */
  readonly publicSubnetId: string;
  /** A subnet without such a route, for the instances and the database. */
  readonly privateSubnetId: string;
}

/** A VPC that exists already: nothing in it is changed but what is added. */
export interface ExistingNetwork {
  readonly kind: 'existing';
  readonly vpcId: string;
  /** Two or three. */
  readonly zones: readonly ExistingZone[];
}

/** The fleet of instances behind the load balancer. */
export interface WebSettings {
  /** For example `t3.small`. */
  readonly instanceType: string;
  /** Name of an EC2 key pair that exists in the region. */
  readonly keyPair: string;
  /** Size of the encrypted root volume, in GB: at least that of the image. */
  readonly rootVolumeGb: number;
  readonly minimum: number;
  /** The size at creation. Afterwards the scaling policy decides. */
  readonly desired: number;
  readonly maximum: number;
}

/** The PostgreSQL database. */
export interface DatabaseSettings {
  /** For example `db.t3.small`. */
  readonly instanceClass: string;
  /** Major version of PostgreSQL, for example `17`. AWS applies the minor ones. */
  readonly majorVersion: string;
  /** Fixed: storage does not grow by itself, so neither does its price. */
  readonly storageGb: number;
  /** A standby in a second zone. */
  readonly multiAz: boolean;
  readonly backupDays: number;
  /** Refuse to delete the database until this is turned off. */
  readonly deletionProtection: boolean;
  /** Take a snapshot before the database is deleted. */
  readonly finalSnapshot: boolean;
}

/** Everything in which one environment differs from another. */
export interface Environment {
  /** The stack's name, and the prefix of the name of everything in it: `productos-api` makes `productos-api-alb`. */
  readonly name: string;
  /** The value of the `environment` tag. */
  readonly stage: string;
  /** For example `us-east-1`. */
  readonly region: string;
  readonly backend: Backend;
  /** Name of the image that instances start from. To move to v2: build it in `images.ts`, then name it here. */
  readonly image: string;
  readonly network: OwnNetwork | ExistingNetwork;
  readonly web: WebSettings;
  readonly database: DatabaseSettings;
  readonly monitoring: {
    /**
     * ARN of the SNS topic that alarms are sent to.
     * @default - alarms show in CloudWatch and notify nobody
     */
    readonly alarmTopicArn?: string;
  };
}

/**
 * Checks one environment as a whole.
 * @throws ConfigurationError naming every problem: what is wrong, why it matters, how to fix it
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
        why: 'a subnet can only be made in a zone of the region of its VPC',
        fix: `name a zone of ${region}, such as "${region}a", or change the region`,
      });
    }
    if (zones.indexOf(zone) !== index) {
      problems.push({
        what: `${name}: network.zones.${index}.name is "${zone}", which is listed before`,
        why: 'two subnets in one zone fail together, and a load balancer refuses them',
        fix: 'name a different zone for each entry of network.zones',
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
      what: `${name}: ${path} is "${text}", which is not an IPv4 range that a VPC can hold`,
      why: 'AWS takes /16 to /28, written with the first address of the range',
      fix: 'write it like "10.20.0.0/16", all address bits after the prefix being zero',
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
        why: 'a subnet is a part of the range of its VPC',
        fix: `choose a range inside "${vpc.text}"`,
      });
    }
    for (const other of subnets.slice(0, index)) {
      if (overlap(other.range, subnet.range)) {
        problems.push({
          what: `${name}: ${subnet.path} is "${subnet.text}", which overlaps ${other.path}, which is "${other.text}"`,
          why: 'an address can belong to one subnet only',
          fix: 'give each subnet a range of its own',
        });
      }
    }
    if (subnet.path.endsWith('publicCidr') && sizeInBits(subnet.range) < 5) {
      problems.push({
        what: `${name}: ${subnet.path} is "${subnet.text}", too small for a load balancer`,
        why: 'an Application Load Balancer needs subnets of at least /27 with eight free addresses to grow',
        fix: 'make it /27 or larger, such as a /24',
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
        why: 'one subnet is in one zone, and either public or private',
        fix: 'name a different subnet for each place',
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
      why: 'a CloudWatch alarm can only notify a topic of its own region',
      fix: `name a topic in ${region}`,
    },
  ];
}
