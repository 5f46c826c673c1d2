import { development } from '../../config/environments/development';
import { images } from '../../config/environments/images';
import { production } from '../../config/environments/production';
import { addresses, resource, stackOf, synthesize } from './synthesize';

const before = synthesize();
const after = synthesize({
  images: { ...images, sources: { ...images.sources, 'productos-api-v2': 'i-0fedcba9876543210' } },
  environments: [{ ...production, image: 'productos-api-v2' }, development],
});

test('takes productos-api-v1 from its source instance without a reboot', () => {
  const stack = stackOf(before, 'productos-api-image');
  expect(addresses(stack, 'aws_ami_from_instance')).toEqual(['aws_ami_from_instance.productos_api_v1']);
  expect(resource(stack, 'aws_ami_from_instance.productos_api_v1')).toEqual({
    name: 'productos-api-v1',
    description: 'The API as it runs on i-0123456789abcdef0',
    source_instance_id: 'i-0123456789abcdef0',
    snapshot_without_reboot: true,
    tags: { Name: 'productos-api-v1' },
  });
  expect(stack.provider.aws).toEqual([
    { region: 'us-east-1', default_tags: [{ tags: { project: 'productos-api', 'managed-by': 'terraform' } }] },
  ]);
  expect(stack.output).toMatchObject({
    productos_api_v1_id: { value: '${aws_ami_from_instance.productos_api_v1.id}' },
  });
});

test('a second version is added and the first stays as it was', () => {
  const stack = stackOf(after, 'productos-api-image');
  expect(addresses(stack, 'aws_ami_from_instance')).toEqual([
    'aws_ami_from_instance.productos_api_v1',
    'aws_ami_from_instance.productos_api_v2',
  ]);
  expect(resource(stack, 'aws_ami_from_instance.productos_api_v1')).toEqual(
    resource(stackOf(before, 'productos-api-image'), 'aws_ami_from_instance.productos_api_v1'),
  );
  expect(resource(stack, 'aws_ami_from_instance.productos_api_v2')).toMatchObject({
    name: 'productos-api-v2',
    source_instance_id: 'i-0fedcba9876543210',
    snapshot_without_reboot: true,
  });
});

test('moving production to v2 changes the name it looks for, and not a byte besides', () => {
  const text = (stacks: typeof before) => JSON.stringify(stackOf(stacks, 'productos-api'));
  expect(text(after)).not.toBe(text(before));
  expect(text(after)).toBe(text(before).replace('"values":["productos-api-v1"]', '"values":["productos-api-v2"]'));
  expect(stackOf(after, 'productos-api-dev')).toEqual(stackOf(before, 'productos-api-dev'));
});
