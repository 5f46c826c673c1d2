import type { JsonObject } from '../../../tollgate/model';
import { bytes, change, configured, openGroup, plan, queue, state, value } from './plans';
import { addresses, read, refusal } from './reading';

const READ = new Set(['aws_security_group', 'aws_ami']);
const resources = [openGroup(22), queue()];
const good = plan(resources);
const text = JSON.stringify(good);

describe('every shape of a plan is read', () => {
  test.each(['0.1', '0.2', '1.0', '1.1', '1.2', '1.9'])('with format_version %s', (version) => {
    expect(read(bytes({ ...good, format_version: version })).resources).toBe(2);
  });

  test.each<[string, JsonObject]>([
    ['that is complete', good],
    ['that holds resource_changes alone', { resource_changes: good['resource_changes'] ?? null }],
    ['without planned_values', { ...good, planned_values: null }],
    ['without configuration', { ...good, configuration: null }],
    ['as HCP Terraform hands it to policies', { plan: good, run: { id: 'run-1' } }],
    ['under plan alone', { plan: good }],
    ['with unknown keys', { ...good, stacks: { x: plan([queue()]) }, input: {}, data: [] }],
  ])('%s', (_, content) => {
    const found = read(bytes(content));
    expect([found.resources, addresses(found)]).toEqual([2, ['aws_security_group.open', 'aws_sqs_queue.jobs']]);
    expect(Object.keys(found.document)).not.toContain('stacks');
  });

  test('without resource_changes: then the planned values count', () => {
    const { document, resources: count } = read(bytes({ ...good, resource_changes: null }));
    expect(count).toBe(2);
    expect(document['planned_values']).toMatchObject({
      root_module: { resources: [{ type: 'aws_security_group' }, {}] },
    });
  });

  test('without change of anything: every resource is a no-op', () => {
    const same = resources.map((resource) => ({ ...resource, actions: ['no-op'], before: resource.after }));
    expect(read(bytes(plan(same, { applyable: false }))).resources).toBe(2);
  });
});

describe('a state is read', () => {
  test.each(['0.1', '0.2', '1.0'])('with format_version %s', (version) => {
    const { document, resources: count } = read(bytes({ ...state(resources), format_version: version }));
    expect(count).toBe(2);
    expect(document['values']).toMatchObject({ root_module: { resources: [{ type: 'aws_security_group' }, {}] } });
  });

  test('with modules in modules', () => {
    const inner = { address: 'module.a.module.b["x"]', resources: [value(queue())] };
    const content = {
      ...state([]),
      values: { root_module: { child_modules: [{ address: 'module.a', child_modules: [inner] }] } },
    };
    expect(read(bytes(content)).resources).toBe(1);
  });
});

describe('the lines that the setup-terraform wrapper prints are taken away', () => {
  const escaped = text.replaceAll('%', '%25');
  const wrapped = (copy: string, newline = '\n'): string =>
    [
      '[command]/tmp/1a2b/terraform-bin show -json tfplan',
      text,
      '',
      `::set-output name=stdout::${copy}%0A`,
      '::set-output name=stderr::',
      '::set-output name=exitcode::0',
      '',
    ].join(newline);

  test.each([
    ['with a copy of the plan', wrapped(escaped)],
    ['with the line ends of Windows', wrapped(escaped, '\r\n')],
    [
      'with debug messages',
      `[command]terraform show\n${text}\n::debug::Terraform exited with code 0.\n::debug::stdout: ${escaped}%0A\n`,
    ],
    ['with the command alone', `[command]terraform show -json tfplan\n\n${text}`],
    ['around a plan of many lines', `[command]terraform show\n${JSON.stringify(good, null, 2)}\n::debug::exit\n`],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual(read(text));
  });

  test('not when the copy is another plan', () => {
    expect(refusal(wrapped(JSON.stringify(plan([queue()]))))).toBe(
      [
        'plan.json contains two different outputs of one command.',
        'The gate cannot tell which of the two outputs is the plan.',
        'Set `terraform_wrapper: false` in the setup-terraform step, and write the plan again.',
      ].join('\n'),
    );
  });

  test('not when there are two plans', () => {
    expect(refusal(`[command]terraform show\n${text}\n${text}\n`)).toContain(
      'the file continues after the end of the JSON',
    );
  });

  test('not when there is none', () => {
    expect(refusal('[command]terraform show -json tfplan\n::set-output name=exitcode::1\n')).toMatch(
      /^plan.json is empty/,
    );
  });

  test('not other words around a plan', () => {
    expect(refusal(`Here it is:\n${text}`)).toContain('is not JSON that the gate accepts');
    expect(refusal(`[command]terraform show\nWarning: old\n${text}`)).toContain('is not JSON that the gate accepts');
  });
});

describe('of a plan is kept', () => {
  const found = (content: JsonObject): JsonObject => read(bytes(content), READ).document;

  test('the name of each resource, and every attribute where a rule reads the type', () => {
    expect(found(good)['resource_changes']).toEqual([
      {
        ...{ address: 'aws_security_group.open', mode: 'managed', type: 'aws_security_group', name: 'open' },
        change: { actions: ['create'], after: resources[0]?.after, after_unknown: resources[0]?.unknown },
      },
      {
        ...{ address: 'aws_sqs_queue.jobs', mode: 'managed', type: 'aws_sqs_queue', name: 'jobs' },
        change: { actions: ['create'], after: { name: 'jobs' } },
      },
    ]);
  });

  test('everything, when it is not said which types are read', () => {
    const { document } = read(bytes(good));
    expect(JSON.stringify(document['resource_changes'])).toContain('delay_seconds');
  });

  test('that a resource is not there after a delete, whatever its type', () => {
    const deleted = [...resources].map((resource) => ({ ...resource, actions: ['delete'], after: null }));
    for (const { change: kept } of found(plan(deleted))['resource_changes'] as { change: JsonObject }[]) {
      expect(kept['after']).toBeNull();
      expect(kept['before']).toBeUndefined();
    }
  });

  test('the former values of a forgotten resource', () => {
    const forgotten = { ...openGroup(22), actions: ['forget'], after: null, before: { name: 'open' } };
    expect(found(plan([forgotten]))).toMatchObject({ resource_changes: [{ change: { before: { name: 'open' } } }] });
  });

  test('every instance of a module, and of the prior state the data sources', () => {
    const ami = {
      ...queue('image'),
      type: 'aws_ami',
      mode: 'data' as const,
      address: 'module.a[0].data.aws_ami.image',
    };
    const module = (address: string, ...held: JsonObject[]): JsonObject => ({ address, resources: held });
    const document = found(
      plan([openGroup(22)], {
        planned_values: {
          root_module: { child_modules: [module('module.a[0]', value(queue())), module('module.a[1]')] },
        },
        prior_state: {
          format_version: '1.0',
          values: { root_module: { child_modules: [module('module.a[0]', value(queue()), value(ami))] } },
        },
      }),
    );
    expect(document['planned_values']).toEqual({
      root_module: { child_modules: [{ address: 'module.a[0]' }, { address: 'module.a[1]' }] },
    });
    expect(document['prior_state']).toEqual({
      values: {
        root_module: {
          child_modules: [
            {
              address: 'module.a[0]',
              resources: [{ address: ami.address, mode: 'data', type: 'aws_ami', name: 'image', values: ami.after }],
            },
          ],
        },
      },
    });
  });

  test('every way of a reference: calls, variables, outputs', () => {
    const call = {
      source: './web',
      expressions: { group: { references: ['aws_security_group.open.id', 'aws_security_group.open'] } },
      for_each_expression: { references: ['var.zones'] },
      module: {
        resources: [configured(openGroup(1)), configured(queue())],
        variables: { group: { default: 'sg-1', description: 'The group.' } },
        outputs: { id: { expression: { references: ['var.group'] }, description: 'The id.', depends_on: ['x'] } },
      },
    };
    const root = { module_calls: { web: call }, variables: { zones: { default: ['a'] }, __proto__: { default: 1 } } };
    const document = found(
      plan(resources, { configuration: { root_module: root }, variables: { zones: { value: ['b'] } } }),
    );
    expect(document['variables']).toEqual({ zones: { value: ['b'] } });
    expect(document['configuration']).toEqual({
      root_module: {
        resources: [],
        variables: { zones: { default: ['a'] } },
        module_calls: {
          web: {
            expressions: call.expressions,
            for_each_expression: call.for_each_expression,
            module: {
              resources: [expect.objectContaining({ address: 'aws_security_group.open' })],
              variables: { group: { default: 'sg-1' } },
              outputs: { id: { expression: { references: ['var.group'] } } },
            },
          },
        },
      },
    });
  });

  test('where a provider works, and none of its credentials', () => {
    const [credentials, where] = [
      { secret_key: { constant_value: 'not-a-secret' } },
      { region: { constant_value: 'us-east-1' } },
    ];
    const aws = { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws', module_address: 'module.web' };
    const kept = { full_name: aws.full_name, module_address: aws.module_address };
    const provider_config = {
      'module.web:aws': { ...aws, expressions: { ...credentials, ...where, endpoints: [{ ec2: {} }] } },
      'module.web:aws.bare': aws,
      'module.web:aws.odd': { ...aws, expressions: 'odd' },
    };
    const document = found(plan(resources, { configuration: { provider_config, root_module: {} } }));
    expect((document['configuration'] as JsonObject)['provider_config']).toEqual({
      'module.web:aws': { ...kept, expressions: { ...where, endpoints: [{ ec2: {} }] } },
      'module.web:aws.bare': { ...kept, expressions: {} },
      'module.web:aws.odd': { ...kept, expressions: {} },
    });
  });

  test('a variable that is called __proto__', () => {
    const content = JSON.stringify(good).replace(
      '"root_module":{"resources":[{"address":"aws_security_group.open","mode":"managed","type":"aws_security_group","name":"open","provider_config_key"',
      '"root_module":{"variables":{"__proto__":{"default":1}},"resources":[{"address":"aws_security_group.open","mode":"managed","type":"aws_security_group","name":"open","provider_config_key"',
    );
    expect(JSON.stringify(read(content).document)).toContain('"variables":{"__proto__":{"default":1}}');
  });

  test('that the plan is not complete', () => {
    expect(found({ ...good, complete: false, errored: true })).toMatchObject({ complete: false, errored: true });
  });
});

test('resources are counted as the policies see them', () => {
  const data = { ...queue('image'), mode: 'data' as const };
  const prior = { values: { root_module: { resources: [value(data), value(queue())] } } };
  expect(read(bytes({ ...good, prior_state: prior })).resources).toBe(3);
  expect(read(bytes({ ...good, prior_state: prior, resource_changes: [] })).resources).toBe(3);
  expect(
    read(bytes({ resource_changes: [change(queue())], values: { root_module: { resources: [value(queue())] } } }))
      .resources,
  ).toBe(1);
});
