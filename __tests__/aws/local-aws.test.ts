import { SEEDS, startLocalAws, type LocalAws } from '../../test/aws/local-aws';
import { REPAIRS } from '../../test/aws/repairs';
import { TerraformError, type Workspace } from '../../test/aws/workspace';

let aws: LocalAws;
const open: Workspace[] = [];

beforeAll(async () => {
  aws = await startLocalAws();
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((workspace) => workspace.dispose()));
});

afterAll(async () => {
  await aws.stop();
});

async function workspace(hcl: string): Promise<Workspace> {
  const made = await aws.workspace({ files: { 'main.tf': hcl } });
  open.push(made);
  return made;
}

const group = 'resource "aws_security_group" "a" {\n  name = "a"\n}\n';

test('moto has the image that the stacks look for, with the id that the tests expect', async () => {
  const it = await workspace(
    'data "aws_ami" "a" {\n  owners = ["self"]\n  filter {\n    name = "name"\n    values = ["productos-api-v1"]\n  }\n}',
  );
  expect(JSON.stringify((await it.plan())['prior_state'])).toContain(SEEDS.images['productos-api-v1']);
});

test('the plan of an applied configuration has no changes, and destroyed resources are gone', async () => {
  const it = await workspace(group);
  const first = await it.plan();
  expect(first.resource_changes?.map(({ change }) => change.actions)).toEqual([['create']]);
  await it.apply();
  expect(JSON.stringify(await it.state())).toMatch(/"id":"sg-[0-9a-f]{17}"/);
  expect((await it.plan()).applyable).toBe(false);
  await it.destroy();
  expect((await it.state()).values).toBeUndefined();
});

test('drift by hand shows in the next plan', async () => {
  const it = await workspace(group);
  await it.apply();
  const id = /"id":"(sg-[0-9a-f]+)"/.exec(JSON.stringify(await it.state()))?.[1] ?? '';
  const port = { IpProtocol: 'tcp', FromPort: '22', ToPort: '22' };
  await aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
    GroupId: id,
    ...Object.fromEntries(Object.entries(port).map(([name, value]) => [`IpPermissions.1.${name}`, value])),
    'IpPermissions.1.IpRanges.1.CidrIp': '0.0.0.0/0',
  });
  const [change] = (await it.plan()).resource_changes ?? [];
  expect(change?.change.after?.['ingress']).toMatchObject([{ from_port: 22, cidr_blocks: ['0.0.0.0/0'] }]);
});

test('a configuration that the provider refuses is an error with the words of Terraform', async () => {
  const it = await workspace('resource "aws_security_group" "a" {\n  nonsense = true\n}');
  await expect(it.plan()).rejects.toThrow(TerraformError);
  await expect(it.plan()).rejects.toThrow('An argument named "nonsense" is not expected here');
});

test('instance refreshes are answered and remembered', async () => {
  const call = (action: string, more: Record<string, string> = {}): Promise<string> =>
    aws.call('autoscaling', action, { AutoScalingGroupName: 'web', ...more });
  aws.statusOfRefreshes = 'InProgress';
  await call('StartInstanceRefresh', { 'Preferences.MinHealthyPercentage': '50' });
  await expect(call('StartInstanceRefresh')).rejects.toThrow('InstanceRefreshInProgress');
  expect(await call('DescribeInstanceRefreshes')).toContain('<Status>InProgress</Status>');
  await call('RollbackInstanceRefresh');
  await expect(call('CancelInstanceRefresh')).rejects.toThrow('ActiveInstanceRefreshNotFound');
  expect(aws.refreshes).toMatchObject([
    { group: 'web', status: 'RollbackSuccessful', asked: { 'Preferences.MinHealthyPercentage': '50' } },
  ]);
});

test('moto still differs from AWS in every way that the local AWS corrects', async () => {
  const group = SEEDS.groups.elsewhere;
  const tagged = { ResourceType: 'launch-template', 'Tag.1.Key': 'a', 'Tag.1.Value': 'b' };
  const parameter = { ParameterName: 'rds.force_ssl', ParameterValue: '1', ApplyMethod: 'immediate' };
  const permission = { IpProtocol: 'tcp', FromPort: '80', ToPort: '80', 'Groups.1.GroupId': group };
  const under = (prefix: string, parameters: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`${prefix}.${name}`, value]));

  const image = { ImageId: SEEDS.images['productos-api-v1'], MinCount: '1', MaxCount: '1' };
  const volume = { DeviceName: '/dev/xvda', 'Ebs.Encrypted': 'true' };
  await aws.call('ec2', 'RunInstances', { ...image, ...under('BlockDeviceMapping.1', volume) });
  const inPrivate = {
    ...image,
    ...under('NetworkInterface.1', { DeviceIndex: '0', AssociatePublicIpAddress: 'false' }),
  };
  await aws.call('ec2', 'RunInstances', inPrivate);
  const instances = await aws.call('ec2', 'DescribeInstances');
  const template = { LaunchTemplateName: 'lt', 'LaunchTemplateData.InstanceType': 't3.small' };
  await aws.call('ec2', 'CreateLaunchTemplate', { ...template, ...under('TagSpecification.1', tagged) });
  const versions = await aws.call('ec2', 'DescribeLaunchTemplateVersions', { LaunchTemplateName: 'lt' });
  await aws.call('rds', 'CreateDBParameterGroup', {
    ...{ DBParameterGroupName: 'pg', DBParameterGroupFamily: 'postgres17', Description: 'd' },
  });
  await aws.call('rds', 'ModifyDBParameterGroup', {
    ...{ DBParameterGroupName: 'pg', ...under('Parameters.Parameter.1', parameter) },
  });
  const parameters = await aws.call('rds', 'DescribeDBParameters', { DBParameterGroupName: 'pg' });
  await aws.call('autoscaling', 'CreateAutoScalingGroup', {
    ...{ AutoScalingGroupName: 'g', MinSize: '0', MaxSize: '0', 'AvailabilityZones.member.1': 'us-east-1a' },
    ...under('LaunchTemplate', { LaunchTemplateName: 'lt', Version: '1' }),
  });
  await aws.call('autoscaling', 'PutScalingPolicy', {
    ...{ AutoScalingGroupName: 'g', PolicyName: 'p', PolicyType: 'TargetTrackingScaling' },
    ...under('TargetTrackingConfiguration', { TargetValue: '70' }),
  });
  const policies = await aws.call('autoscaling', 'DescribePolicies', { AutoScalingGroupName: 'g' });
  await aws.call('ec2', 'AuthorizeSecurityGroupIngress', {
    GroupId: group,
    ...under('IpPermissions.1', { ...permission, 'Groups.1.Description': 'this & that' }),
  });
  const rules = await aws.call(
    'ec2',
    'DescribeSecurityGroupRules',
    under('Filter.1', { Name: 'group-id', 'Value.1': group }),
  );

  expect([...aws.repaired].sort()).toEqual(Object.keys(REPAIRS).sort());
  expect(instances).not.toContain('<association/>');
  expect(versions).not.toContain('<resourceType>launch-template</resourceType>');
  expect(parameters).toContain('<Source>user</Source>');
  expect(policies).toContain('<Enabled>true</Enabled>');
  expect(policies).not.toContain('PredictiveScalingConfiguration');
  expect(rules).toContain('<description>this &amp; that</description>');
});
