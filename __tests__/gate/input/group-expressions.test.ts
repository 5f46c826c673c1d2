/** Of a resource that no policy reads, the reader keeps which security groups it is given, and nothing else. */
import { readPlan } from '../../../tollgate/input/plan';
import type { JsonObject } from '../../../tollgate/model';

const configured = (type: string, expressions: JsonObject): unknown => {
  const identity = { address: `${type}.a`, mode: 'managed', type, name: 'a' };
  const { document } = readPlan(
    'plan.json',
    {
      format_version: '1.2',
      complete: true,
      resource_changes: [{ ...identity, change: { actions: ['create'], before: null, after: {}, after_unknown: {} } }],
      configuration: { root_module: { resources: [{ ...identity, expressions }] } },
    },
    new Set(['aws_security_group']),
  );
  return (document as { configuration: { root_module: { resources: unknown } } }).configuration.root_module.resources;
};

const group = { references: ['aws_security_group.g.id', 'aws_security_group.g'] };

test('an attribute with security groups is kept with its path, at any depth', () => {
  const expressions = { name: { constant_value: 'a' }, vpc_config: [{ security_group_ids: group, subnet_ids: {} }] };
  expect(configured('aws_eks_cluster', expressions)).toMatchObject([
    { address: 'aws_eks_cluster.a', expressions: { 'vpc_config.0.security_group_ids': group } },
  ]);
  expect(configured('aws_efs_mount_target', { security_groups: group })).toMatchObject([
    { expressions: { security_groups: group } },
  ]);
});

test('a resource that is given no group is left out', () => {
  expect(configured('aws_sqs_queue', { name: { constant_value: 'a' }, policy: group })).toEqual([]);
});
