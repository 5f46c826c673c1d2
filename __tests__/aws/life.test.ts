import type { CostItem, Report } from '../../tollgate/model';
import { startLocalAws, type LocalAws } from '../../test/aws/local-aws';
import { judgedPlan, judgedState, Project, type Deployed, type Ended } from './project';

const IMAGES = 'productos-api-image';

/** The reports of the gate about one stack: synthesized, planned, deployed, and planned again. */
interface Stages {
  readonly synth: Report;
  readonly plan: Report;
  readonly state: Report;
  readonly following: Report;
}

/** The requests of a deployment that concern running instances. */
interface Moved {
  readonly deployed: Deployed;
  /** The version that the template launches now, and its image. */
  readonly template: { readonly version: string; readonly image: string };
  /** Least healthy percentage of the instance refreshes that this deployment asked for. */
  readonly refreshes: readonly (string | undefined)[];
}

/** The results for every environment, from the first plan to `destroy`. */
interface Life {
  readonly created: Deployed;
  readonly stages: Stages;
  readonly unchanged: Deployed;
  /** To the second image, and back to the first. */
  readonly moved: readonly [Moved, Moved];
  /** Images by name, each with its id. */
  readonly images: ReadonlyMap<string, string>;
  readonly destroyed: Ended;
  /** Names in AWS before the environment was created, and after it was destroyed. */
  readonly names: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** A deployment that must apply nothing, and whether the state file stayed as it was. */
interface Refused {
  readonly deployed: Deployed;
  readonly stateKept: boolean;
}

/** The results of the steps that only production goes through. */
interface Troubles {
  readonly maximumOf40: Refused;
  readonly sshDeclared: Refused;
  readonly sshByHand: Refused;
  readonly maximumByHand: Deployed;
  /** The maximum in AWS after the deployment that found it raised. */
  readonly maximumAfter: string;
  readonly maximumIgnored: Refused;
  readonly smaller: Deployed;
  /** How the records say that the deployments ended. */
  readonly records: readonly string[];
}

/** An environment with a separate local AWS, so that two environments can be deployed at the same time. */
class Environment {
  readonly images = new Map<string, string>();

  private constructor(
    readonly stack: string,
    readonly file: string,
    readonly aws: LocalAws,
    readonly project: Project,
  ) {}

  static async of(stack: string, stage: string): Promise<Environment> {
    const aws = await startLocalAws();
    // The image stack makes it.
    await aws.call('ec2', 'DeregisterImage', { ImageId: await imageId(aws, 'productos-api-v1') });
    return new Environment(stack, `config/environments/${stage}.ts`, aws, await Project.copiedTo(aws));
  }

  async dispose(): Promise<void> {
    await this.project.dispose();
    await this.aws.stop();
  }

  /** Edits the values of the environment. */
  edit(from: string, to: string): Promise<void> {
    return this.project.edit(this.file, from, to);
  }

  /** Runs a deployment that must apply its plan. */
  async deploy(stack = this.stack): Promise<Deployed> {
    const deployed = await this.project.deploy(stack);
    if (deployed.code !== 0) throw new Error(`${stack} was not deployed:\n${deployed.out}\n${deployed.error}`);
    return deployed;
  }

  /** A deployment that must apply nothing. */
  async refused(): Promise<Refused> {
    const before = await this.project.stateFile(this.stack);
    const deployed = await this.project.deploy(this.stack);
    return { deployed, stateKept: before.equals(await this.project.stateFile(this.stack)) };
  }

  async deployImages(...names: string[]): Promise<void> {
    await this.deploy(IMAGES);
    for (const name of names) this.images.set(name, await imageId(this.aws, name));
  }

  async created(): Promise<Pick<Life, 'created' | 'stages' | 'unchanged'>> {
    const { project, stack } = this;
    const created = await this.deploy();
    const synth = project.judgeSynthesized(stack);
    const state = judgedState(await project.shownState(stack));
    const unchanged = await this.deploy();
    return {
      ...{ created, unchanged },
      stages: { synth, plan: judgedPlan(created.plan), state, following: judgedPlan(unchanged.plan) },
    };
  }

  async movedTo(from: string, to: string): Promise<Moved> {
    const earlier = this.aws.refreshes.length;
    await this.edit(`image: '${from}'`, `image: '${to}'`);
    const deployed = await this.deploy();
    const refreshes = this.aws.refreshes.slice(earlier).map(({ asked }) => asked['Preferences.MinHealthyPercentage']);
    const versions = await this.aws.call('ec2', 'DescribeLaunchTemplateVersions', {
      ...{ LaunchTemplateName: `${this.stack}-lt`, 'LaunchTemplateVersion.1': '$Default' },
    });
    return {
      deployed,
      refreshes,
      template: { version: first(versions, 'versionNumber'), image: first(versions, 'imageId') },
    };
  }

  /** A second image beside the first, moving to it, and back. */
  async moved(): Promise<Life['moved']> {
    const instance = await this.aws.call('ec2', 'RunInstances', {
      ...{ ImageId: 'ami-12c6146b', InstanceType: 't3.small', MinCount: '1', MaxCount: '1' },
    });
    const line = `'productos-api-v1': 'i-0123456789abcdef0',`;
    const more = `${line}\n    'productos-api-v2': '${first(instance, 'instanceId')}',`;
    await this.project.edit('config/environments/images.ts', line, more);
    await this.deployImages('productos-api-v2');
    return [
      await this.movedTo('productos-api-v1', 'productos-api-v2'),
      await this.movedTo('productos-api-v2', 'productos-api-v1'),
    ];
  }

  destroy(): Promise<Ended> {
    return this.project.terraform(this.stack, 'destroy', '-auto-approve', '-input=false', '-no-color');
  }

  /** Names of the resources in AWS. */
  async names(): Promise<string[]> {
    const found: string[] = [];
    for (const [service, action, element] of NAMED) {
      const answer = await this.aws.call(service, action);
      found.push(...[...answer.matchAll(new RegExp(`<${element}>([^<]*)<`, 'g'))].map(([, name = '']) => name));
    }
    return found;
  }

  async setMaximum(maximum: number): Promise<void> {
    await this.aws.call('autoscaling', 'UpdateAutoScalingGroup', {
      ...{ AutoScalingGroupName: `${this.stack}-asg`, MaxSize: String(maximum) },
    });
  }

  async maximum(): Promise<string> {
    return first(await this.aws.call('autoscaling', 'DescribeAutoScalingGroups'), 'MaxSize');
  }

  /** Opens or closes port 22 of the instances for everybody. */
  async ssh(action: 'Authorize' | 'Revoke'): Promise<void> {
    const groups = await this.aws.call('ec2', 'DescribeSecurityGroups', {
      ...{ 'Filter.1.Name': 'group-name', 'Filter.1.Value.1': `${this.stack}-ec2-sg` },
    });
    await this.aws.call('ec2', `${action}SecurityGroupIngress`, {
      GroupId: first(groups, 'groupId'),
      'IpPermissions.1.IpProtocol': 'tcp',
      'IpPermissions.1.FromPort': '22',
      'IpPermissions.1.ToPort': '22',
      'IpPermissions.1.IpRanges.1.CidrIp': '0.0.0.0/0',
    });
  }
}

/** The attribute with the name, for each type that costs money or allows traffic. */
const NAMED = [
  ['autoscaling', 'DescribeAutoScalingGroups', 'AutoScalingGroupName'],
  ['elasticloadbalancing', 'DescribeLoadBalancers', 'LoadBalancerName'],
  ['rds', 'DescribeDBInstances', 'DBInstanceIdentifier'],
  ['ec2', 'DescribeLaunchTemplates', 'launchTemplateName'],
  ['ec2', 'DescribeSecurityGroups', 'groupName'],
] as const;

/** The text of the first element of this name. */
function first(xml: string, element: string): string {
  const found = new RegExp(`<${element}>([^<]*)<`).exec(xml)?.[1];
  if (found === undefined) throw new Error(`no <${element}> in ${xml}`);
  return found;
}

async function imageId(aws: LocalAws, name: string): Promise<string> {
  const images = await aws.call('ec2', 'DescribeImages', { 'Filter.1.Name': 'name', 'Filter.1.Value.1': name });
  return first(images, 'imageId');
}

const FLEET = 'stacks/tiers/web-fleet.ts';
const GROUPS = 'stacks/tiers/security-groups.ts';

async function troublesOf(it: Environment): Promise<Troubles> {
  const edited = async (file: string, from: string, to: string): Promise<Refused> => {
    await it.project.edit(file, from, to);
    const refused = await it.refused();
    await it.project.edit(file, to, from);
    return refused;
  };
  const maximumOf40 = await edited(it.file, 'maximum: 10,', 'maximum: 40,');
  const sshDeclared = await edited(GROUPS, '...tcp(apiPort),\n      securityGroupId: this.ec2.id,', SSH);

  await it.ssh('Authorize');
  const sshByHand = await it.refused();
  await it.ssh('Revoke');

  await it.setMaximum(40);
  const maximumByHand = await it.deploy();
  const maximumAfter = await it.maximum();

  await it.setMaximum(40);
  const maximumIgnored = await edited(FLEET, "['desired_capacity']", "['desired_capacity', 'max_size']");
  await it.setMaximum(10);

  await it.edit('maximum: 10,', 'maximum: 9,');
  const smaller = await it.deploy();
  const records = await it.project.stages(it.stack);
  return {
    ...{ maximumOf40, sshDeclared, sshByHand, maximumByHand, maximumAfter, maximumIgnored, smaller, records },
  };
}

const SSH = "ipProtocol: 'tcp',\n      fromPort: 22,\n      toPort: 22,\n      securityGroupId: this.ec2.id,";

interface Lives {
  readonly production: Life & Troubles;
  readonly development: Life;
}

let lives: Lives;
const environments: Environment[] = [];

async function lived<T>(stack: string, stage: string, more: (it: Environment) => Promise<T>): Promise<Life & T> {
  const it = await Environment.of(stack, stage);
  environments.push(it);
  await it.deployImages('productos-api-v1');
  const before = await it.names();
  const created = await it.created();
  const troubles = await more(it);
  const moved = await it.moved();
  if (stage === 'production') {
    await it.edit('deletionProtection: true', 'deletionProtection: false');
    await it.deploy();
  }
  const destroyed = await it.destroy();
  const names = { before, after: await it.names() };
  return { ...created, ...troubles, moved, destroyed, images: it.images, names };
}

beforeAll(async () => {
  const running = [
    lived('productos-api', 'production', troublesOf),
    lived('productos-api-dev', 'development', () => Promise.resolve({})),
  ] as const;
  // When one fails, the other continues: its files must not be removed while Terraform runs.
  await Promise.allSettled(running);
  const [production, development] = await Promise.all(running);
  lives = { production, development };
});

afterAll(async () => {
  await Promise.all(environments.map((environment) => environment.dispose()));
});

/** The verdict on each resource by each rule. */
function verdicts({ rules, findings, undecided, stacks }: Report): string[] {
  const [stack] = stacks;
  const named = (entries: Report['undecided']): ReadonlySet<string> =>
    new Set(entries.map(({ id, address }) => `${id} ${address}`));
  const [denied, open] = [named(findings), named(undecided)];
  return rules
    .flatMap(({ id, checked }) => checked.map(({ address }) => `${id} ${address}`))
    .concat([...denied, ...open])
    .map((line) => `${line}: ${denied.has(line) ? 'denied' : open.has(line) ? 'undecided' : 'passed'}`)
    .sort()
    .concat(`${stack?.resources} resources`);
}

/** Every line of the price, without the name of the input. */
function prices({ costs }: Report): Omit<CostItem, 'stack'>[] {
  return costs.map(({ stack: _, ...line }) => line);
}

const total = ({ costs }: Report, size: 'desired' | 'maximum'): number =>
  costs.reduce((sum, line) => sum + line[size], 0) / 1_000_000;

describe.each(['production', 'development'] as const)('%s', (stage) => {
  const life = (): Life => lives[stage];

  test('its plan passes, with nothing undecided', () => {
    const { plan } = life().stages;
    expect(plan.verdict).toEqual({ exitCode: 0, outcome: 'passed' });
    expect([plan.undecided, plan.findings, plan.problems]).toEqual([[], [], []]);
  });

  test.each(['plan', 'state', 'following'] as const)('%s: the verdict of the synth, by rule and address', (at) => {
    const { synth, [at]: later } = life().stages;
    expect(verdicts(later)).toEqual(verdicts(synth));
  });

  test.each(['plan', 'state', 'following'] as const)('%s: each line of the price that the synth has', (at) => {
    const { synth, [at]: later } = life().stages;
    expect(prices(later)).toEqual(prices(synth));
  });

  test('after the deployment, a new plan has no changes', () => {
    const { created, unchanged } = life();
    expect(created.out).toContain(': 37 changes\n');
    expect(unchanged.out).toContain('Nothing to change');
  });

  test('an image moves on and back: each time a new version of the template and a refresh that keeps half in service', () => {
    const { moved, images } = life();
    expect(moved.map(({ template }) => template)).toEqual([
      { version: '2', image: images.get('productos-api-v2') },
      { version: '3', image: images.get('productos-api-v1') },
    ]);
    expect(moved.map(({ refreshes }) => refreshes)).toEqual([['50'], ['50']]);
  });

  test('is destroyed when nothing protects it any more', () => {
    const { destroyed, names } = life();
    expect(destroyed.out).toContain('Destroy complete! Resources: 37 destroyed.');
    expect(names.after).toEqual(names.before);
  });
});

describe('production', () => {
  test.each(['synth', 'plan', 'state', 'following'] as const)('%s: two instances cost $50 to $60 a month', (at) => {
    const web = lives.production.stages[at].costs.filter(({ part }) => part === 'web');
    const desired = web.reduce((sum, line) => sum + line.desired, 0) / 1_000_000;
    expect([desired > 50, desired < 60]).toEqual([true, true]);
  });

  test('reports the monthly cost, and the former monthly cost', () => {
    const { created, unchanged, smaller, stages } = lives.production;
    expect([total(stages.plan, 'desired'), total(stages.plan, 'maximum')]).toEqual([116.433, 243.025]);
    expect(created.out).toContain('A month at desired size: $116.43 (now $0.00); at maximum size: $243.03 (now $0.00)');
    expect(unchanged.out).toContain(
      'A month at desired size: $116.43 (now $116.43); at maximum size: $243.03 (now $243.03)',
    );
    expect(smaller.out).toContain('~ update  aws_autoscaling_group.web_fleet_group\n');
    expect(smaller.out).toContain(
      'A month at desired size: $116.43 (now $116.43); at maximum size: $227.20 (now $243.03)',
    );
  });

  test.each([
    ['a maximum of 40', 'ASG-001', 'maximumOf40'],
    ['a rule for port 22', 'NET-001', 'sshDeclared'],
  ] as const)('%s in the code is denied before anything is planned', (_, rule, name) => {
    const { deployed, stateKept } = lives.production[name];
    expect(deployed.out).toContain(rule);
    expect(deployed.error).toContain('Nothing was planned');
    expect([deployed.code, deployed.plan, stateKept]).toEqual([1, undefined, true]);
  });

  test('port 22 opened by hand, which the plan leaves open, is denied', () => {
    const { deployed, stateKept } = lives.production.sshByHand;
    const { findings, stacks } = judgedPlan(deployed.plan);
    expect(findings.map(({ id, address }) => [id, address])).toEqual([
      ['NET-001', 'aws_security_group.security_groups_ec2'],
    ]);
    expect(stacks[0]?.repairs).toBeUndefined();
    expect([deployed.code, stateKept]).toEqual([1, true]);
  });

  test('a maximum that was raised by hand is changed back, and the report says so', () => {
    const { maximumByHand, maximumAfter } = lives.production;
    const [stack] = judgedPlan(maximumByHand.plan).stacks;
    expect(stack?.repairs).toEqual([
      { address: 'aws_autoscaling_group.web_fleet_group', attribute: 'max_size', found: '40', planned: '10' },
    ]);
    expect(maximumByHand.out).toContain(
      'Changed outside of Terraform: aws_autoscaling_group.web_fleet_group max_size is 40; the plan',
    );
    expect(maximumByHand.out).toContain('at maximum size: $243.03 (now $717.75)');
    expect(maximumAfter).toBe('10');
  });

  test('a maximum that was raised by hand is denied, where ignore_changes keeps it', () => {
    const { deployed, stateKept } = lives.production.maximumIgnored;
    const { findings, stacks } = judgedPlan(deployed.plan);
    expect(new Set(findings.map(({ id }) => id))).toEqual(new Set(['ASG-001', 'COST-003']));
    expect(stacks[0]?.repairs).toBeUndefined();
    expect([deployed.code, stateKept]).toEqual([1, true]);
  });

  test('each deployment that was judged has its record', () => {
    expect(lives.production.records).toEqual(['applied', 'unchanged', 'denied', 'applied', 'denied', 'applied']);
  });
});
