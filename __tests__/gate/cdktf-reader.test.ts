import { readSources } from '../../tollgate/input/terraform-json';
import { CouldNotJudge, isObject, type Json, type JsonObject } from '../../tollgate/model';

const read = (content: JsonObject, ...others: readonly JsonObject[]) => {
  const { stacks, problems } = readSources([{ name: 'web', contents: [content, ...others] }]);
  const [stack] = stacks;
  if (stack === undefined) throw new Error('no stack was read');
  return { ...stack, problems };
};

/** The value at a path of keys and list positions; undefined where one is missing. */
const at = (value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>((inner, step) => {
    if (Array.isArray(inner)) return typeof step === 'number' ? inner[step] : undefined;
    return isObject(inner) ? inner[String(step)] : undefined;
  }, value);

const entry = (list: Json | undefined, address: string): JsonObject => {
  const found = (Array.isArray(list) ? list : [])
    .filter(isObject)
    .find((candidate) => candidate['address'] === address);
  if (found === undefined) throw new Error(`${address} was not read`);
  return found;
};

const change = (document: JsonObject, address: string) => entry(document['resource_changes'], address);
const after = (document: JsonObject, address: string) => at(change(document, address), 'change', 'after');
const unknown = (document: JsonObject, address: string) => at(change(document, address), 'change', 'after_unknown');
const configured = (document: JsonObject, address: string) =>
  entry(at(document, 'configuration', 'root_module', 'resources'), address);
const addresses = (document: JsonObject) =>
  (Array.isArray(document['resource_changes']) ? document['resource_changes'] : []).map((item) => at(item, 'address'));

describe('values', () => {
  test('a literal is known', () => {
    const { document } = read({ resource: { aws_lb: { alb: { internal: false, idle_timeout: 60, name: 'a' } } } });
    expect(after(document, 'aws_lb.alb')).toEqual({ internal: false, idle_timeout: 60, name: 'a' });
    expect(unknown(document, 'aws_lb.alb')).toEqual({});
    expect(configured(document, 'aws_lb.alb')['expressions']).toEqual({
      internal: { constant_value: false },
      idle_timeout: { constant_value: 60 },
      name: { constant_value: 'a' },
    });
  });

  test('an interpolation is unknown, with its references', () => {
    const { document } = read({
      resource: { aws_lb_listener: { http: { load_balancer_arn: '${aws_lb.alb.arn}', port: 80 } } },
    });
    expect(after(document, 'aws_lb_listener.http')).toEqual({ port: 80 });
    expect(unknown(document, 'aws_lb_listener.http')).toEqual({ load_balancer_arn: true });
    expect(at(configured(document, 'aws_lb_listener.http'), 'expressions', 'load_balancer_arn')).toEqual({
      references: ['aws_lb.alb.arn', 'aws_lb.alb'],
    });
  });

  test('in a list only the interpolated elements are unknown', () => {
    const { document } = read({
      resource: { aws_lb: { alb: { security_groups: ['${aws_security_group.a.id}', 'sg-1'] } } },
    });
    expect(after(document, 'aws_lb.alb')).toEqual({ security_groups: [null, 'sg-1'] });
    expect(unknown(document, 'aws_lb.alb')).toEqual({ security_groups: [true, false] });
    expect(at(configured(document, 'aws_lb.alb'), 'expressions', 'security_groups')).toEqual({
      references: ['aws_security_group.a.id', 'aws_security_group.a'],
    });
  });

  test('in a map only the interpolated values are unknown', () => {
    const { document } = read({ resource: { aws_lb: { alb: { tags: { a: '${aws_lb.b.arn}', c: 'd' } } } } });
    expect(after(document, 'aws_lb.alb')).toEqual({ tags: { c: 'd' } });
    expect(unknown(document, 'aws_lb.alb')).toEqual({ tags: { a: true } });
  });

  test('a function is unknown even where its arguments are not', () => {
    const { document } = read({ resource: { aws_lb: { alb: { name: '${upper("x")}' } } } });
    expect(after(document, 'aws_lb.alb')).toEqual({});
    expect(unknown(document, 'aws_lb.alb')).toEqual({ name: true });
    expect(at(configured(document, 'aws_lb.alb'), 'expressions', 'name')).toEqual({});
  });

  test.each([
    ['${8000}', 8000],
    ['${"a"}', 'a'],
    ['$${a}', '${a}'],
    ['100%', '100%'],
  ])('the template %s is the literal %j', (template, value) => {
    const { document } = read({ resource: { acme_thing: { x: { member: template } } } });
    expect(after(document, 'acme_thing.x')).toEqual({ member: value });
    expect(at(configured(document, 'acme_thing.x'), 'expressions', 'member')).toEqual({ constant_value: value });
  });

  test('a range that ends in the prefix length of one address keeps its template', () => {
    const cidr = '${aws_eip.office.public_ip}/32';
    const references = ['aws_eip.office.public_ip', 'aws_eip.office'];
    const { document } = read({
      resource: {
        aws_vpc_security_group_ingress_rule: { one: { cidr_ipv4: cidr } },
        aws_security_group_rule: { list: { cidr_blocks: ['10.0.0.0/8', cidr] } },
      },
    });
    const one = configured(document, 'aws_vpc_security_group_ingress_rule.one');
    const list = configured(document, 'aws_security_group_rule.list');
    expect(at(one, 'expressions', 'cidr_ipv4')).toEqual({ constant_value: cidr, references });
    expect(at(list, 'expressions', 'cidr_blocks')).toEqual({ constant_value: ['10.0.0.0/8', cidr], references });
  });

  test('a directive is unknown', () => {
    const { document } = read({ resource: { aws_lb: { alb: { name: '%{ if var.x }a%{ endif }' } } } });
    expect(unknown(document, 'aws_lb.alb')).toEqual({ name: true });
    expect(at(configured(document, 'aws_lb.alb'), 'expressions', 'name')).toEqual({ references: ['var.x'] });
  });

  test('null stays null', () => {
    const { document } = read({ resource: { aws_lb: { alb: { name: null } } } });
    expect(after(document, 'aws_lb.alb')).toEqual({ name: null });
    expect(at(configured(document, 'aws_lb.alb'), 'expressions', 'name')).toEqual({ constant_value: null });
  });

  test.each([
    ['aws_lb_target_group', 'port', '22', 22],
    ['aws_lb_target_group', 'port', '8e3', 8000],
    ['aws_lb_target_group', 'name', 7, '7'],
    ['aws_lb', 'internal', 'false', false],
    ['aws_lb', 'security_groups', [1], ['1']],
    ['aws_launch_template', 'ebs_optimized', true, 'true'],
    ['aws_lb', 'tags', { a: 1 }, { a: '1' }],
    ['aws_lb_target_group', 'port', 'http', 'http'],
  ])('%s.%s: %j is converted as Terraform does', (type, name, written, value) => {
    const { document } = read({ resource: { [type]: { x: { [name]: written } } } });
    expect(after(document, `${type}.x`)).toEqual({ [name]: value });
  });
});

describe('blocks', () => {
  test('one object is a list of one', () => {
    const { document } = read({
      resource: { aws_launch_template: { lt: { metadata_options: { http_tokens: 'required' } } } },
    });
    expect(after(document, 'aws_launch_template.lt')).toEqual({ metadata_options: [{ http_tokens: 'required' }] });
    expect(at(configured(document, 'aws_launch_template.lt'), 'expressions')).toEqual({
      metadata_options: [{ http_tokens: { constant_value: 'required' } }],
    });
  });

  test('nest, and mark unknown values at their place', () => {
    const ebs = { encrypted: 'true', kms_key_id: '${aws_kms_key.k.arn}' };
    const { document } = read({
      resource: { aws_launch_template: { lt: { block_device_mappings: [{ device_name: '/dev/xvda', ebs }] } } },
    });
    expect(after(document, 'aws_launch_template.lt')).toEqual({
      block_device_mappings: [{ device_name: '/dev/xvda', ebs: [{ encrypted: 'true' }] }],
    });
    expect(unknown(document, 'aws_launch_template.lt')).toEqual({
      block_device_mappings: [{ ebs: [{ kms_key_id: true }] }],
    });
  });

  test('timeouts is not a list', () => {
    const { document } = read({ resource: { aws_db_instance: { db: { timeouts: { create: '1h' } } } } });
    expect(after(document, 'aws_db_instance.db')).toEqual({ timeouts: { create: '1h' } });
  });

  test('of an unknown type are distinguished from maps by their names', () => {
    const { document } = read({ resource: { acme_thing: { x: { rule: { port: 1 }, tags: { a: 'b' } } } } });
    expect(after(document, 'acme_thing.x')).toEqual({ rule: [{ port: 1 }], tags: { a: 'b' } });
  });

  test('that are dynamic are unknown, and seen to be configured', () => {
    const dynamic = { ingress: { for_each: '${var.ports}', content: { from_port: '${ingress.value}', to_port: 1 } } };
    const { document } = read({ resource: { aws_security_group: { sg: { name: 'x', ingress: [], dynamic } } } });
    expect(after(document, 'aws_security_group.sg')).toEqual({ name: 'x' });
    expect(unknown(document, 'aws_security_group.sg')).toEqual({ ingress: true });
    expect(at(configured(document, 'aws_security_group.sg'), 'expressions', 'ingress')).toEqual({
      references: ['var.ports', 'ingress.value'],
    });
  });
});

describe('inline rules of a security group', () => {
  const entryOf = (members: JsonObject): JsonObject => ({ from_port: 80, to_port: 80, protocol: 'tcp', ...members });

  test('keep their entries, without the unknown attributes', () => {
    const written = [
      entryOf({ cidr_blocks: ['0.0.0.0/0'] }),
      entryOf({ security_groups: ['${aws_security_group.a.id}'], self: null }),
    ];
    const { document } = read({ resource: { aws_security_group: { sg: { ingress: written } } } });
    expect(after(document, 'aws_security_group.sg')).toEqual({
      ingress: [entryOf({ cidr_blocks: ['0.0.0.0/0'] }), entryOf({ security_groups: [null], self: null })],
    });
    expect(unknown(document, 'aws_security_group.sg')).toEqual({ ingress: [false, { security_groups: [true] }] });
    expect(at(configured(document, 'aws_security_group.sg'), 'expressions', 'ingress')).toEqual({
      constant_value: written,
      references: ['aws_security_group.a.id', 'aws_security_group.a'],
    });
  });

  test('may be written as one object', () => {
    const { document } = read({ resource: { aws_security_group: { sg: { egress: entryOf({ from_port: '443' }) } } } });
    expect(after(document, 'aws_security_group.sg')).toEqual({ egress: [entryOf({ from_port: 443 })] });
  });

  test('are unknown as a whole when they are one expression', () => {
    const { document } = read({ resource: { aws_security_group: { sg: { ingress: '${local.rules}' } } } });
    expect(unknown(document, 'aws_security_group.sg')).toEqual({ ingress: true });
    expect(at(configured(document, 'aws_security_group.sg'), 'expressions', 'ingress')).toEqual({
      references: ['local.rules'],
    });
  });
});

describe('references to literals are known', () => {
  test.each<[string, JsonObject, string, Json]>([
    [
      'a resource',
      { resource: { aws_lb_target_group: { tg: { port: 8000 } } } },
      '${aws_lb_target_group.tg.port}',
      8000,
    ],
    ['a local', { locals: { x: 8000 } }, '${local.x}', 8000],
    ['a chain', { locals: { x: '${local.y}', y: 1 } }, '${local.x}', 1],
    [
      'a block',
      { resource: { aws_lb_target_group: { tg: { health_check: { port: '80' } } } } },
      '${aws_lb_target_group.tg.health_check[0].port}',
      '80',
    ],
    ['a string around them', { locals: { a: 'x', b: 1 } }, '${local.a}-${local.b}', 'x-1'],
  ])('%s', (_, content, template, value) => {
    const { document } = read(
      { output: { o: { value: 1 } }, ...content },
      { resource: { acme_thing: { x: { member: template } } } },
    );
    expect(after(document, 'acme_thing.x')).toEqual({ member: value });
    expect(unknown(document, 'acme_thing.x')).toEqual({});
    expect(at(configured(document, 'acme_thing.x'), 'expressions', 'member')).toEqual({
      references: expect.any(Array),
    });
  });

  test.each<[string, JsonObject, string]>([
    ['a variable without a default', { variable: { x: {} } }, '${var.x}'],
    // `TF_VAR_x` may give it another value.
    ['a variable with a default', { variable: { x: { default: 8000 } } }, '${var.x}'],
    ['an attribute of a default', { variable: { x: { default: { a: [1, 2] } } } }, '${var.x["a"][1]}'],
    ['a chain to a default', { locals: { x: '${var.x}' }, variable: { x: { default: 1 } } }, '${local.x}'],
    [
      'an attribute that is not set',
      { resource: { aws_lb_target_group: { tg: { port: 8000 } } } },
      '${aws_lb_target_group.tg.arn}',
    ],
    [
      'one of several instances',
      { resource: { aws_lb_target_group: { tg: { count: 2, port: 8000 } } } },
      '${aws_lb_target_group.tg[0].port}',
    ],
    [
      'a dynamic block',
      { resource: { aws_lb_target_group: { tg: { dynamic: { health_check: { for_each: [1], content: {} } } } } } },
      '${aws_lb_target_group.tg.health_check}',
    ],
    ['a circle', { locals: { a: '${local.b}', b: '${local.a}' } }, '${local.a}'],
    ['a list that is not wholly known', { locals: { a: ['${aws_lb.x.arn}', 'b'] } }, '${local.a}'],
    ['text around something unknown', { locals: { a: 'x' } }, '${local.a}-${aws_lb.x.arn}'],
    [
      'a meta-argument',
      { resource: { aws_lb_target_group: { tg: { provider: 'aws.x' } } } },
      '${aws_lb_target_group.tg.provider}',
    ],
  ])('but not %s', (_, content, template) => {
    const { document } = read(content, { resource: { acme_thing: { x: { member: template } } } });
    expect(after(document, 'acme_thing.x')).toEqual({});
    expect(unknown(document, 'acme_thing.x')).toEqual({ member: true });
  });
});

describe('resources', () => {
  test('of all spellings that Terraform JSON has are read', () => {
    const { document, resources } = read({
      resource: [{ aws_lb: { a: {} } }, { aws_lb: [{ b: [{ name: 'b' }] }], '//': 'comment' }],
      data: { aws_ami: { c: { most_recent: true } } },
    });
    expect(addresses(document)).toEqual(['aws_lb.a', 'aws_lb.b', 'data.aws_ami.c']);
    expect(resources).toBe(3);
    expect(change(document, 'data.aws_ami.c')).toMatchObject({
      mode: 'data',
      type: 'aws_ami',
      name: 'c',
      change: { actions: ['read'] },
    });
    expect(change(document, 'aws_lb.b')).toMatchObject({
      mode: 'managed',
      change: { actions: ['create'], before: null },
    });
  });

  test('with a count or for_each keep their address and show the expression', () => {
    const { document } = read({
      resource: { aws_lb: { a: { for_each: '${toset(var.names)}', name: '${each.value}' }, b: { count: 2 } } },
    });
    expect(configured(document, 'aws_lb.a')['for_each_expression']).toEqual({ references: ['var.names'] });
    expect(at(configured(document, 'aws_lb.a'), 'expressions', 'name')).toEqual({ references: ['each.value'] });
    expect(configured(document, 'aws_lb.b')['count_expression']).toEqual({ constant_value: 2 });
  });

  test.each<[string, JsonObject]>([
    ['count 0', { count: 0 }],
    ['count ${0}', { count: '${0}' }],
    ['an empty for_each', { for_each: {} }],
  ])('with %s do not exist', (_, body) => {
    const { document } = read({ resource: { aws_lb: { a: body, b: {} } } });
    expect(addresses(document)).toEqual(['aws_lb.b']);
  });

  test('do not contain their meta-arguments', () => {
    const { document } = read({
      resource: {
        aws_lb: {
          a: {
            '//': { metadata: {} },
            depends_on: ['aws_lb.b'],
            lifecycle: { ignore_changes: 'all' },
            provider: 'aws',
          },
        },
      },
    });
    expect(after(document, 'aws_lb.a')).toEqual({});
    expect(configured(document, 'aws_lb.a')['expressions']).toEqual({});
  });

  test('are named with the construct that made them', () => {
    const { constructPaths } = read({ resource: { aws_lb: { a: { '//': { metadata: { path: 'web/a' } } }, b: {} } } });
    expect([...constructPaths]).toEqual([['aws_lb.a', 'web/a']]);
  });

  test('in another file belong to the stack as well', () => {
    const { document } = read({ resource: { aws_lb: { a: {} } } }, { resource: { aws_lb: { b: {} } } });
    expect(addresses(document)).toEqual(['aws_lb.a', 'aws_lb.b']);
  });

  test('that are declared twice are refused', () => {
    expect(() => read({ resource: { aws_lb: { a: {} } } }, { resource: { aws_lb: { a: {} } } })).toThrow(
      'aws_lb.a is declared twice.',
    );
  });

  test.each<[string, JsonObject]>([
    ['resource', { resource: 'x' }],
    ['resource.aws_lb', { resource: { aws_lb: 1 } }],
    ['resource.aws_lb.a', { resource: { aws_lb: { a: [[]] } } }],
    ['${a', { resource: { aws_lb: { a: { name: '${a' } } } }],
  ])('that Terraform could not read are refused: %s', (_, content) => {
    expect(() => read(content)).toThrow(CouldNotJudge);
  });
});

test('where the providers work is in the document, with the provider of each resource', () => {
  const { document } = read({
    locals: { place: 'us-east-1' },
    provider: {
      aws: [
        { region: '${local.place}', secret_key: 'not-a-secret' },
        { alias: 'other', region: '${var.place}', endpoints: [{ ec2: 'http://localhost' }] },
      ],
    },
    resource: {
      aws_lb: {
        here: { name: 'here' },
        there: { name: 'there', provider: 'aws.other' },
        late: { provider: '${aws.other}' },
      },
    },
  });
  const full_name = 'registry.terraform.io/hashicorp/aws';
  expect(at(document, 'configuration', 'provider_config')).toEqual({
    aws: { full_name, expressions: { region: { constant_value: 'us-east-1' } } },
    'aws.other': {
      full_name,
      expressions: {
        region: { references: ['var.place'] },
        endpoints: [{ ec2: { constant_value: 'http://localhost' } }],
      },
    },
  });
  expect(
    ['here', 'there', 'late'].map((name) => configured(document, `aws_lb.${name}`)['provider_config_key']),
  ).toEqual(['aws', 'aws.other', 'aws.other']);
});

test('outputs and variables are in the document', () => {
  const { document } = read({
    output: { dns: { value: '${aws_lb.a.dns_name}' }, port: { value: 80 } },
    variable: { a: { default: 1 }, b: { type: 'string' } },
  });
  expect(at(document, 'configuration', 'root_module', 'outputs')).toEqual({
    dns: { expression: { references: ['aws_lb.a.dns_name', 'aws_lb.a'] } },
    port: { expression: { constant_value: 80 } },
  });
  expect(at(document, 'configuration', 'root_module', 'variables')).toEqual({ a: { default: 1 }, b: {} });
  expect(document['variables']).toBeUndefined();
});

test('a module cannot be judged', () => {
  const { problems } = read({ module: { vpc: { source: 'terraform-aws-modules/vpc/aws' } } });
  expect(problems.map(({ stack, what }) => [stack, what])).toEqual([
    ['web', 'module.vpc is a Terraform module, whose resources are not in the synthesized JSON.'],
  ]);
});

test('a top-level key that Terraform does not know cannot be judged', () => {
  const { problems } = read({ Resource: {}, resource: {} });
  expect(problems.map(({ what }) => what)).toEqual(['"Resource" is not a known top-level key of Terraform JSON.']);
});

describe('a remote state', () => {
  const state = (name: string, backend: string, config: JsonObject): JsonObject => ({
    data: { terraform_remote_state: { [name]: { backend, config, workspace: '${terraform.workspace}' } } },
    resource: { acme_thing: { x: { port: `\${data.terraform_remote_state.${name}.outputs.port}` } } },
  });
  const producer = (backend: JsonObject): JsonObject => ({
    terraform: backend,
    output: { port: { value: '${aws_lb_target_group.tg.port}' } },
    resource: { aws_lb_target_group: { tg: { port: 8000 } } },
  });
  const resolve = (backend: JsonObject, consumer: JsonObject, name = 'network') => {
    const { stacks } = readSources([
      { name, contents: [producer(backend)] },
      { name: 'other', contents: [producer({ backend: { s3: { bucket: 'b', key: 'other' } } })] },
      { name: 'web', contents: [consumer] },
    ]);
    const document = stacks.find((stack) => stack.name === 'web')?.document ?? {};
    return { names: document['remote_states'], port: at(after(document, 'acme_thing.x'), 'port') };
  };

  test.each<[string, JsonObject, string, JsonObject]>([
    [
      's3',
      { backend: { s3: { bucket: 'b', key: 'k', encrypt: true } } },
      's3',
      { encrypt: true, key: 'k', bucket: 'b' },
    ],
    ['local', { backend: { local: { path: 'a.tfstate' } } }, 'local', { path: 'a.tfstate' }],
    ['converted HCL', { backend: { s3: [{ bucket: 'b', key: 'k' }] } }, 's3', { bucket: 'b', key: 'k' }],
    [
      'HCP Terraform',
      { cloud: { organization: 'o', workspaces: { name: 'w', project: 'p' } } },
      'remote',
      { organization: 'o', workspaces: { name: 'w' } },
    ],
  ])('in %s is the stack that keeps its state there', (_, backend, kind, config) => {
    expect(resolve(backend, state('anything', kind, config))).toEqual({
      names: { 'data.terraform_remote_state.anything': 'network' },
      port: 8000,
    });
  });

  test('that two stacks seem to keep is the one that CDKTF names', () => {
    const backend = { backend: { s3: { bucket: 'b', key: 'other' } } };
    const consumer = state('cross-stack-reference-input-net_a', 's3', { bucket: 'b', key: 'other' });
    expect(resolve(backend, consumer, 'net_.a').names).toEqual({
      'data.terraform_remote_state.cross-stack-reference-input-net_a': 'net_.a',
    });
  });

  test('that no stack keeps belongs to no stack, with any name', () => {
    const backend = { backend: { s3: { bucket: 'b', key: 'k' } } };
    const consumer = state('cross-stack-reference-input-network', 's3', { bucket: 'b', key: 'elsewhere' });
    expect(resolve(backend, consumer)).toEqual({ names: {}, port: undefined });
  });
});
