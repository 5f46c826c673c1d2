import { extractSchemas, type BlockSchema } from '../../scripts/provider-schema';

const schemas = extractSchemas().provider_schemas['registry.terraform.io/hashicorp/aws'];

/** The attribute or block type at a dotted path of a resource, or of a data source after `data.`. */
function at(type: string, path: string): unknown {
  const group = type.startsWith('data.') ? schemas?.data_source_schemas : schemas?.resource_schemas;
  let block: BlockSchema | undefined = group?.[type.replace('data.', '')]?.block;
  const names = path.split('.');
  const last = names.pop() ?? '';
  for (const name of names) block = block?.block_types?.[name]?.block;
  return block?.attributes?.[last] ?? block?.block_types?.[last];
}

test.each([
  ['aws_lb', 'internal', { type: 'bool', optional: true, computed: true }],
  ['aws_lb', 'load_balancer_type', { type: 'string', optional: true }],
  ['aws_lb', 'dns_name', { type: 'string', computed: true }],
  ['aws_lb', 'security_groups', { type: ['set', 'string'], optional: true, computed: true }],
  ['aws_lb_listener', 'load_balancer_arn', { type: 'string', required: true }],
  ['aws_lb_listener', 'port', { type: 'number', optional: true }],
  ['aws_autoscaling_group', 'min_size', { type: 'number', required: true }],
  ['aws_autoscaling_group', 'tags', undefined],
  ['aws_launch_template', 'latest_version', { type: 'number', computed: true }],
  ['aws_launch_template', 'metadata_options.http_tokens', { type: 'string', optional: true, computed: true }],
  ['aws_launch_template', 'network_interfaces.associate_public_ip_address', { type: 'string', optional: true }],
  ['aws_db_instance', 'instance_class', { type: 'string', required: true }],
  ['aws_db_instance', 'publicly_accessible', { type: 'bool', optional: true }],
  ['aws_db_instance', 'password', { type: 'string', optional: true, sensitive: true }],
  ['aws_db_instance', 'password_wo', { type: 'string', optional: true, sensitive: true, write_only: true }],
  ['aws_security_group_rule', 'source_security_group_id', { type: 'string', optional: true, computed: true }],
  ['aws_security_group_rule', 'self', { type: 'bool', optional: true }],
  ['aws_vpc_security_group_ingress_rule', 'ip_protocol', { type: 'string', required: true }],
  ['aws_vpc', 'tags_all', { type: ['map', 'string'], optional: true, computed: true }],
  ['data.aws_ami', 'image_id', { type: 'string', computed: true }],
  ['data.aws_ami', 'owners', { type: ['list', 'string'], optional: true }],
])('%s.%s has its flags and type', (type, path, expected) => {
  expect(at(type, path)).toEqual(expected);
});

test('rules inside a security group are an attribute with objects, not blocks', () => {
  expect(at('aws_security_group', 'ingress')).toEqual({
    type: [
      'set',
      [
        'object',
        {
          cidr_blocks: ['list', 'string'],
          description: 'string',
          from_port: 'number',
          ipv6_cidr_blocks: ['list', 'string'],
          prefix_list_ids: ['list', 'string'],
          protocol: 'string',
          security_groups: ['set', 'string'],
          self: 'bool',
          to_port: 'number',
        },
      ],
    ],
    optional: true,
    computed: true,
  });
});

test.each([
  ['aws_lb', 'access_logs', { nesting_mode: 'list', max_items: 1 }],
  ['aws_lb', 'subnet_mapping', { nesting_mode: 'set' }],
  ['aws_lb', 'timeouts', { nesting_mode: 'single' }],
  ['aws_lb_listener', 'default_action', { nesting_mode: 'list', min_items: 1 }],
  ['aws_autoscaling_group', 'tag', { nesting_mode: 'set' }],
  ['aws_autoscaling_group', 'launch_template', { nesting_mode: 'list', max_items: 1 }],
  ['aws_lb_listener_rule', 'condition', { nesting_mode: 'set', min_items: 1 }],
])('%s.%s is a block with its nesting and bounds', (type, path, expected) => {
  const { block, ...rest } = at(type, path) as { block: BlockSchema };
  expect(rest).toEqual(expected);
  expect(Object.keys({ ...block.attributes, ...block.block_types })).not.toHaveLength(0);
});
