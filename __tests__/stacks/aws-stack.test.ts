import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { AwsStack } from '../../stacks/aws-stack';
import { resource, stackOf, synthesize, type TerraformJson } from './synthesize';

/** Another stack that puts a rule on the database's group, once the app is written. */
function withReader(): Record<string, TerraformJson> {
  return synthesize({
    change: ({ app, services }) => {
      const [service] = services;
      if (service === undefined) throw new Error('there is no service');
      const tools = new AwsStack(app, 'tools', {
        region: 'us-east-1',
        backend: { kind: 'local', path: '../../../terraform.tools.tfstate' },
        tags: {},
      });
      new VpcSecurityGroupIngressRule(tools, 'reader', {
        securityGroupId: service.securityGroups.rds.id,
        ipProtocol: 'tcp',
      });
    },
  });
}

const NAME = /^[A-Za-z_][\w-]*$/;

test('outputs that another stack reads have valid names, the same in both stacks', () => {
  const stacks = withReader();
  const { output } = stackOf(stacks, 'productos-api');
  const crossing = Object.entries(output).filter(([name]) => name.startsWith('cross_stack_output'));
  expect(crossing).toEqual([
    [
      'cross_stack_output_aws_security_group_security_groups_rds_id',
      expect.objectContaining({ value: '${aws_security_group.security_groups_rds.id}' }),
    ],
  ]);
  expect(resource(stackOf(stacks, 'tools'), 'aws_vpc_security_group_ingress_rule.reader')['security_group_id']).toBe(
    '${data.terraform_remote_state.cross_stack_reference_input_productos_api.outputs.cross_stack_output_aws_security_group_security_groups_rds_id}',
  );
});

test('gives every resource, data source and output a name that Terraform takes, without a hash', () => {
  for (const { resource: resources, data = {}, output = {} } of Object.values(withReader())) {
    const names = [...Object.values(resources), ...Object.values(data), output].flatMap((each) => Object.keys(each));
    for (const name of names) {
      expect(name).toMatch(NAME);
      expect(name).not.toMatch(/_[0-9A-F]{8}$/);
    }
  }
});
