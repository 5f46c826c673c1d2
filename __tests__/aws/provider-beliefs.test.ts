/**
 * Whether the real provider agrees with `policies/provider/`: it plans one minimal resource of each type, and is asked to
 * validate what it should refuse. Nothing is refreshed or applied, so the test needs no AWS account.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject, type Json } from '../../tollgate/model';
import { awsTypesRead, freshSchemaText, providerFacts } from '../../scripts/provider-data';
import { SCHEMA, readBeliefs, readSchema, type Belief, type SchemaRow } from '../../scripts/provider-tables';
import { plainEnvironment, run, type Result } from '../../test/aws/program';
import { startProvider, type Provider } from '../../test/aws/provider';
import { AWS_PROVIDER_VERSION } from '../../test/aws/version';

/**
 * Types that the policies read for their price or their security groups, and of which `provider-beliefs/` has no resource yet:
 * their rows come from the schema of the real provider, and no plan has confirmed them. A type that gets a resource leaves the
 * list.
 */
const NOT_PLANNED = [
  'aws_acmpca_certificate_authority',
  'aws_appautoscaling_target',
  'aws_apprunner_vpc_connector',
  'aws_batch_compute_environment',
  'aws_codebuild_project',
  'aws_dms_replication_instance',
  'aws_docdb_cluster',
  'aws_docdb_cluster_instance',
  'aws_dynamodb_table',
  'aws_ecs_task_definition',
  'aws_efs_file_system',
  'aws_efs_mount_target',
  'aws_eks_cluster',
  'aws_eks_node_group',
  'aws_elasticache_cluster',
  'aws_elasticache_replication_group',
  'aws_elasticache_serverless_cache',
  'aws_kinesis_stream',
  'aws_kms_key',
  'aws_lambda_function',
  'aws_memorydb_cluster',
  'aws_mq_broker',
  'aws_msk_cluster',
  'aws_msk_serverless_cluster',
  'aws_neptune_cluster',
  'aws_networkfirewall_firewall',
  'aws_opensearch_domain',
  'aws_route53_health_check',
  'aws_route53_resolver_endpoint',
  'aws_secretsmanager_secret',
  'aws_transfer_server',
];

/** Rows for which the plan differs from the data, with the reason. A row that no longer differs fails the test. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'aws_autoscaling_group.mixed_instances_policy.instances_distribution.on_demand_base_capacity':
    'computed, and yet 0 within a block that leaves it out: hashicorp/terraform-provider-aws internal/service/autoscaling/group.go@00a919d1 sends that 0',
  'aws_autoscaling_group.mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity':
    'computed, and yet 0 within a block that leaves it out: hashicorp/terraform-provider-aws internal/service/autoscaling/group.go@00a919d1 sends that 0',
  'aws_autoscaling_group.mixed_instances_policy.instances_distribution.spot_instance_pools':
    'computed, and yet 0 within a block that leaves it out; expandInstancesDistribution does not send that 0',
  'aws_rds_cluster_snapshot_copy.tags_all':
    'plugin framework: the tags of all are known where the provider has no default tags',
  'aws_rds_shard_group.compute_redundancy': 'plugin framework: computed, and yet 0 where left out (plan by 5.100.0)',
  'aws_rds_shard_group.tags_all': 'plugin framework: the tags of all are known where the provider has no default tags',
  'aws_vpc_security_group_egress_rule.tags_all':
    'plugin framework: the tags of all are known where the provider has no default tags',
  'aws_vpc_security_group_ingress_rule.tags_all':
    'plugin framework: the tags of all are known where the provider has no default tags',
};

const schema = readSchema();
const beliefs = readBeliefs(schema);
const facts = providerFacts(schema, beliefs);

const SEEN_LATER = /^(plan|state) by (provider )?6|^typings 6/;

/** The version that `schema.tsv` is made of. A run with another one compares nothing. */
const PROVIDER = '5.100.0';
const described = AWS_PROVIDER_VERSION === PROVIDER ? describe : describe.skip;

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none', AWS_EC2_METADATA_DISABLED: 'true' };

const directories: string[] = [];

let provider: Provider | undefined;
beforeAll(async () => {
  provider = await startProvider(CREDENTIALS);
});
afterAll(async () => {
  await provider?.stop();
  await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));
});

type Terraform = (...args: string[]) => Promise<Result>;

/** Terraform with the running provider, in a directory of its own that holds one file. */
async function terraformIn(name: string, configuration: string): Promise<Terraform> {
  const directory = await mkdtemp(join(tmpdir(), 'tollgate-beliefs-'));
  directories.push(directory);
  await writeFile(join(directory, name), configuration);
  await writeFile(join(directory, 'terraform.rc'), '');
  const env = {
    ...plainEnvironment(),
    ...CREDENTIALS,
    CHECKPOINT_DISABLE: '1',
    TF_CLI_CONFIG_FILE: join(directory, 'terraform.rc'),
    TF_IN_AUTOMATION: '1',
    TF_REATTACH_PROVIDERS: provider?.reattach,
  };
  return (...args) => run('terraform', args, directory, env);
}

// ---------------------------------------------------------------------------------------------------- what a plan shows

/** Attributes and blocks that are not configured, by `type.path`, with their value in the plan, or `unknown`. */
type Shown = Map<string, Set<string>>;

const byType = new Map(awsTypesRead().map((type) => [type, schema.filter((row) => row.type === type)]));

function inside(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) ? value[name] : undefined;
}

/** The string under a key; empty where the value is not a string. */
function text(value: Json | undefined, name: string): string {
  const found = inside(value, name);
  return typeof found === 'string' ? found : '';
}

function entries(value: Json | undefined): (Json | undefined)[] {
  return Array.isArray(value) ? value : [value];
}

interface Side {
  readonly after: Json | undefined;
  readonly unknown: Json | undefined;
  readonly written: Json | undefined;
}

function look(shown: Shown, type: string, above: string, side: Side): void {
  for (const row of byType.get(type) ?? []) {
    const name = row.path.slice(above.length);
    if (!row.path.startsWith(above) || name.includes('.') || !row.source.startsWith(PROVIDER)) continue;
    const at: Side = {
      after: inside(side.after, name),
      unknown: inside(side.unknown, name),
      written: inside(side.written, name),
    };
    if (at.written === undefined) {
      const key = `${type}.${row.path}`;
      const what = at.unknown === true ? 'unknown' : JSON.stringify(at.after ?? null);
      shown.set(key, (shown.get(key) ?? new Set()).add(what));
    } else if (row.kind === 'block') {
      entries(at.after).forEach((after, index) => {
        const [unknown, written] = [entries(at.unknown)[index], entries(at.written)[index]];
        look(shown, type, `${row.path}.`, { after, unknown, written: written ?? {} });
      });
    }
  }
}

async function planned(): Promise<{ shown: Shown; types: Set<string> }> {
  const configuration = await readFile(join(__dirname, 'provider-beliefs', 'main.tf'), 'utf8');
  const terraform = await terraformIn('main.tf', configuration);
  const { failed, stderr } = await terraform('plan', '-refresh=false', '-input=false', '-no-color', '-out=plan');
  if (failed) throw new Error(stderr);
  const plan = JSON.parse((await terraform('show', '-json', 'plan')).stdout) as Json;
  const written = new Map(
    entries(inside(inside(inside(plan, 'configuration'), 'root_module'), 'resources')).map((resource) => [
      inside(resource, 'address'),
      inside(resource, 'expressions') ?? {},
    ]),
  );
  const shown: Shown = new Map();
  const types = new Set<string>();
  for (const resource of entries(inside(plan, 'resource_changes'))) {
    const [type, change] = [text(resource, 'type'), inside(resource, 'change')];
    types.add(type);
    look(shown, type, '', {
      after: inside(change, 'after'),
      unknown: inside(change, 'after_unknown'),
      written: written.get(inside(resource, 'address')),
    });
  }
  return { shown, types };
}

/** The difference between the plan and a row of the data; undefined where they agree. */
function deviation(row: SchemaRow, seen: ReadonlySet<string>): string | undefined {
  const said = (table: string): unknown => facts[table]?.[row.type]?.[row.path];
  const computed = row.kind === 'block' ? said('computed_blocks') === true : row.flags.includes('computed');
  const value = said('defaults');
  const expected = new Set(computed ? ['unknown'] : ['null', '[]']);
  if (value !== undefined) expected.add(JSON.stringify(value));
  // An attribute of an element of a set has the zero value of its type where it is not configured.
  if (!computed && row.path.includes('.')) for (const zero of ['""', '0', 'false']) expected.add(zero);
  const others = [...seen].filter((what) => !expected.has(what));
  return others.length === 0 ? undefined : `shows ${others.join(', ')} instead of ${[...expected].join(', ')}`;
}

described('the real provider plans one minimal resource of each type', () => {
  let shown: Shown = new Map();
  let types = new Set<string>();
  beforeAll(async () => {
    ({ shown, types } = await planned());
  });

  test('has the schema that schema.tsv holds', async () => {
    expect(await freshSchemaText()).toBe(await readFile(SCHEMA, 'utf8'));
  });

  test('of all types that the policies read, except for those that are listed', () => {
    const missing = awsTypesRead().filter((type) => !type.startsWith('data.') && !types.has(type));
    expect(missing.sort()).toEqual(NOT_PLANNED);
  });

  test('and plans attributes that are not configured as the data say', () => {
    const found = schema.flatMap((row) => {
      const key = `${row.type}.${row.path}`;
      const what = deviation(row, shown.get(key) ?? new Set());
      return what === undefined || key in DEVIATIONS ? [] : [`${key} ${what}`];
    });
    expect(found).toEqual([]);
  });

  test('and each deviation that has a reason is still there', () => {
    const gone = Object.keys(DEVIATIONS).filter((key) => {
      const row = schema.find(({ type, path }) => `${type}.${path}` === key);
      return row === undefined || deviation(row, shown.get(key) ?? new Set()) === undefined;
    });
    expect(gone).toEqual([]);
  });

  test('and a plan shows each computed block and each default of the data', () => {
    const seen = ({ type, belief, path, value }: Belief): boolean =>
      shown.get(`${type}.${path}`)?.has(belief === 'computed' ? 'unknown' : value) === true;
    const unseen = beliefs.filter(
      (row) =>
        (row.belief === 'computed' || row.belief === 'default') &&
        !SEEN_LATER.test(row.source) &&
        // `aws_alb…` is another name of `aws_lb…`: both types show the same values.
        !row.type.startsWith('aws_alb') &&
        !seen(row),
    );
    expect(unseen.map(({ type, belief, path }) => `${type} ${belief} ${path}`)).toEqual([]);
  });
});

// --------------------------------------------------------------------------------------- what the provider does not accept

interface Written {
  [name: string]: Json;
}

/** Some value of an attribute; the provider need not like it. */
function some(shape: string): Json {
  const element = /^(list|set|map)\((.*)\)$/.exec(shape);
  if (element?.[1] === 'map') return { a: some(element[2] ?? '') };
  if (element !== null) return [some(element[2] ?? '')];
  return shape === 'number' ? 1 : shape === 'bool' ? true : 'a';
}

/** A resource with what is required, with `wanted`, and with the blocks around `around`. */
function resource(type: string, wanted: readonly string[], around: readonly string[], above = ''): Written {
  const body: Written = {};
  const within = (paths: readonly string[], path: string): boolean => paths.some((each) => each.startsWith(`${path}.`));
  for (const row of byType.get(type) ?? []) {
    const name = row.path.slice(above.length);
    if (!row.path.startsWith(above) || name.includes('.') || !row.source.startsWith(PROVIDER)) continue;
    const isWanted = wanted.includes(row.path);
    if (!isWanted && !row.flags.includes('required') && !within(around, row.path)) continue;
    body[name] = row.kind === 'block' ? [resource(type, wanted, around, `${row.path}.`)] : some(row.shape);
  }
  return body;
}

described('the real provider refuses attributes that exclude each other', () => {
  // Where the provider silently ignores one of two attributes, the data say so.
  const groups = beliefs.filter(({ belief, source }) => belief.includes('one') && !source.endsWith('accepts both'));
  const complaints = new Map<string, string[]>();

  beforeAll(async () => {
    const resources: { [type: string]: { [name: string]: Written } } = {};
    groups.forEach(({ type, path }, index) => {
      const of = path.split('|');
      const named = (resources[type] ??= {});
      named[`all${String(index)}`] = resource(type, of, of);
      named[`none${String(index)}`] = resource(type, [], of);
    });
    const configuration = {
      terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } },
      provider: { aws: { region: 'eu-central-1' } },
      resource: resources,
    };
    const terraform = await terraformIn('main.tf.json', JSON.stringify(configuration));
    const { stdout } = await terraform('validate', '-json');
    for (const diagnostic of entries(inside(JSON.parse(stdout) as Json, 'diagnostics'))) {
      const address = text(diagnostic, 'address');
      const said = `${text(diagnostic, 'summary')} ${text(diagnostic, 'detail')}`;
      complaints.set(address, [...(complaints.get(address) ?? []), said.replaceAll(/\.\d+(?=\.|`|"|,|$)/g, '')]);
    }
  });

  const about = (address: string, path: string, pattern: RegExp): boolean =>
    (complaints.get(address) ?? []).some(
      (said) => pattern.test(said) && path.split('|').some((each) => said.includes(each)),
    );

  test('where several of a group are configured', () => {
    const accepted = groups.filter(
      ({ type, path }, index) =>
        !about(`${type}.all${String(index)}`, path, /conflicts with|only one of|Exactly one of/),
    );
    expect(accepted.map(({ type, path }) => `${type}: ${path}`)).toEqual([]);
  });

  test('and, where exactly one must be, none', () => {
    const accepted = groups.filter(
      ({ type, belief, path }, index) =>
        belief === 'exactly one' && !about(`${type}.none${String(index)}`, path, /: one of|Exactly one of/),
    );
    expect(accepted.map(({ type, path }) => `${type}: ${path}`)).toEqual([]);
  });
});
