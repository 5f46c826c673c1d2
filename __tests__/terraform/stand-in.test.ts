import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  standIn,
  TerraformError,
  type Plan,
  type ResourceChange,
  type Workspace,
  type WorkspaceOptions,
} from '../../test/terraform-stub/run';

const open: Workspace[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((workspace) => workspace.dispose()));
});

async function workspace(hcl: string, options?: WorkspaceOptions): Promise<Workspace> {
  const made = await (await standIn()).workspace({ files: { 'main.tf': hcl } }, options);
  open.push(made);
  return made;
}

async function plan(hcl: string, options?: WorkspaceOptions): Promise<Plan> {
  return (await workspace(hcl, options)).plan();
}

function change(plan: Plan, address: string): ResourceChange['change'] {
  const found = plan.resource_changes?.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`${address} is not in the plan`);
  return found.change;
}

interface Configured {
  address: string;
  expressions: { [name: string]: unknown };
  for_each_expression?: unknown;
}

function configured(plan: Plan, address: string): Configured {
  const found = (plan.configuration.root_module['resources'] as Configured[]).find(
    (resource) => resource.address === address,
  );
  if (found === undefined) throw new Error(`${address} is not in the configuration`);
  return found;
}

const actions = (plan: Plan): { [address: string]: string[] } =>
  Object.fromEntries((plan.resource_changes ?? []).map((resource) => [resource.address, resource.change.actions]));

/** A rule inside a security group. */
const ingress = (port: number, rest: string): string => `
  ingress {
    from_port = ${port}
    to_port   = ${port}
    protocol  = "tcp"
    ${rest}
  }
`;

describe('security groups in a plan', () => {
  test('a new group without rules of its own has unknown rules and no expression', async () => {
    const it = await plan('resource "aws_security_group" "a" {}');
    expect(change(it, 'aws_security_group.a').after_unknown).toMatchObject({ ingress: true, egress: true });
    expect(change(it, 'aws_security_group.a').after).not.toHaveProperty('ingress');
    expect(configured(it, 'aws_security_group.a')).not.toHaveProperty(['expressions', 'ingress']);
  });

  const referring = `
    resource "aws_security_group" "a" {}
    resource "aws_security_group" "b" {${ingress(80, 'security_groups = [aws_security_group.a.id, "sg-1"]')}}`;

  test('a rule with an unknown group has zero values and lacks the whole set of groups', async () => {
    const it = await plan(referring);
    expect(change(it, 'aws_security_group.b').after?.['ingress']).toEqual([
      {
        cidr_blocks: [],
        description: '',
        from_port: 80,
        ipv6_cidr_blocks: [],
        prefix_list_ids: [],
        protocol: 'tcp',
        self: false,
        to_port: 80,
      },
    ]);
    expect(change(it, 'aws_security_group.b').after_unknown['ingress']).toEqual([
      { cidr_blocks: [], ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: true },
    ]);
    expect(configured(it, 'aws_security_group.b').expressions['ingress']).toEqual({
      references: ['aws_security_group.a.id', 'aws_security_group.a'],
    });
  });

  test('on demand the whole set of rules is unknown, with an expression', async () => {
    const it = await plan(referring, { unknownSets: 'whole' });
    expect(change(it, 'aws_security_group.b').after_unknown['ingress']).toBe(true);
    expect(change(it, 'aws_security_group.b').after).not.toHaveProperty('ingress');
    expect(configured(it, 'aws_security_group.b').expressions).toHaveProperty('ingress');
  });

  test('an entry from CDKTF has its template in constant_value and its references', async () => {
    const entry = {
      cidr_blocks: null,
      description: null,
      from_port: 80,
      ipv6_cidr_blocks: null,
      prefix_list_ids: null,
      protocol: 'tcp',
      security_groups: ['${aws_security_group.a.id}'],
      self: null,
      to_port: 80,
    };
    const terraform = await standIn();
    const made = await terraform.workspace({
      files: { 'cdk.tf.json': { resource: { aws_security_group: { a: {}, b: { ingress: [entry] } } } } },
    });
    open.push(made);
    expect(configured(await made.plan(), 'aws_security_group.b').expressions['ingress']).toEqual({
      constant_value: [entry],
      references: ['aws_security_group.a.id', 'aws_security_group.a'],
    });
  });

  test('a dynamic block is in after alone, also beside a static one', async () => {
    const it = await plan(`
      resource "aws_security_group" "a" {${ingress(80, 'cidr_blocks = ["10.0.0.0/8"]')}
        dynamic "ingress" {
          for_each = [22]
          content {
            from_port   = ingress.value
            to_port     = ingress.value
            protocol    = "TCP"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
      }`);
    const after = change(it, 'aws_security_group.a').after?.['ingress'] as { from_port: number; protocol: string }[];
    expect(after.map((rule) => [rule.from_port, rule.protocol]).sort()).toEqual([
      [22, 'tcp'],
      [80, 'tcp'],
    ]);
    expect(JSON.stringify(configured(it, 'aws_security_group.a').expressions)).not.toContain('22');
  });

  test('a standalone rule with a CIDR has an unknown source group, and its list keeps a null for an unknown member', async () => {
    const it = await plan(`
      resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
      resource "aws_eip" "e" {}
      resource "aws_security_group" "a" {}
      resource "aws_security_group_rule" "r" {
        type              = "ingress"
        security_group_id = aws_security_group.a.id
        from_port         = 22
        to_port           = 22
        protocol          = "6"
        cidr_blocks       = ["\${aws_eip.e.public_ip}/32", "0.0.0.0/0"]
      }`);
    const { after, after_unknown: unknown } = change(it, 'aws_security_group_rule.r');
    expect(unknown).toMatchObject({
      source_security_group_id: true,
      security_group_id: true,
      cidr_blocks: [true, false],
    });
    expect(after).toMatchObject({ cidr_blocks: [null, '0.0.0.0/0'], protocol: 'tcp', self: false });
  });

  test('after an apply a standalone rule shows inside its group as well, and nothing changes', async () => {
    const it = await workspace(`
      resource "aws_security_group" "a" {}
      resource "aws_vpc_security_group_ingress_rule" "r" {
        security_group_id = aws_security_group.a.id
        from_port         = 22
        to_port           = 22
        ip_protocol       = "tcp"
        cidr_ipv4         = "0.0.0.0/0"
      }`);
    await it.apply();
    const second = await it.plan();
    expect(second.applyable).toBe(false);
    expect(change(second, 'aws_security_group.a').after?.['ingress']).toMatchObject([
      { from_port: 22, cidr_blocks: ['0.0.0.0/0'] },
    ]);
  });
});

describe('other shapes of a plan', () => {
  test('the groups of a new load balancer are unknown with groups, without and with null; an empty set is known', async () => {
    const balancer = (name: string, groups: string): string =>
      `resource "aws_lb" "${name}" {\n  subnets = ["subnet-1", "subnet-2"]\n  ${groups}\n}\n`;
    const it = await plan(
      'resource "aws_security_group" "a" {}\n' +
        balancer('with', 'security_groups = [aws_security_group.a.id]') +
        balancer('without', '') +
        balancer('null', 'security_groups = null') +
        balancer('empty', 'security_groups = []'),
    );
    for (const name of ['with', 'without', 'null']) {
      expect([name, change(it, `aws_lb.${name}`).after_unknown['security_groups']]).toEqual([name, true]);
    }
    expect(change(it, 'aws_lb.empty').after?.['security_groups']).toEqual([]);
    expect(change(it, 'aws_lb.without').after).toMatchObject({ load_balancer_type: 'application', idle_timeout: 60 });
    expect(configured(it, 'aws_lb.with').expressions['security_groups']).toEqual({
      references: ['aws_security_group.a.id', 'aws_security_group.a'],
    });
    expect(configured(it, 'aws_lb.without').expressions).not.toHaveProperty('security_groups');
  });

  test('for_each leaves each.value in the references and the groups in its own expression', async () => {
    const it = await plan(`
      resource "aws_security_group" "a" {}
      resource "aws_security_group_rule" "r" {
        for_each                 = { web = { from = aws_security_group.a.id } }
        type                     = "ingress"
        security_group_id        = "sg-1"
        source_security_group_id = each.value.from
        from_port                = 80
        to_port                  = 80
        protocol                 = "tcp"
      }`);
    expect(change(it, 'aws_security_group_rule.r["web"]').actions).toEqual(['create']);
    const { expressions, for_each_expression: forEach } = configured(it, 'aws_security_group_rule.r');
    expect(expressions['source_security_group_id']).toEqual({ references: ['each.value.from', 'each.value'] });
    expect(forEach).toEqual({ references: ['aws_security_group.a.id', 'aws_security_group.a'] });
  });

  test('a function of constants is known in after and empty in configuration', async () => {
    const it = await plan('resource "aws_vpc" "v" { cidr_block = cidrsubnet("10.0.0.0/8", 8, 1) }');
    expect(change(it, 'aws_vpc.v').after?.['cidr_block']).toBe('10.1.0.0/16');
    expect(configured(it, 'aws_vpc.v').expressions['cidr_block']).toEqual({});
  });

  test('data read while planning is in prior_state, data read at apply is a change', async () => {
    const it = await plan(`
      resource "aws_security_group" "a" {}
      data "aws_security_group" "early" { name = "default" }
      data "aws_security_group" "late" { id = aws_security_group.a.id }`);
    expect(actions(it)).toEqual({ 'aws_security_group.a': ['create'], 'data.aws_security_group.late': ['read'] });
    expect(JSON.stringify(it['prior_state'])).toContain('sg-00000000000default');
  });

  test('a password is in clear, a write-only password only in the configuration', async () => {
    const it = await plan(`
      resource "aws_db_instance" "a" {
        instance_class = "db.t3.micro"
        password       = "in-clear"
      }
      resource "aws_db_instance" "b" {
        instance_class      = "db.t3.micro"
        password_wo         = "write-only"
        password_wo_version = 1
      }`);
    expect(change(it, 'aws_db_instance.a').after).toMatchObject({ password: 'in-clear', publicly_accessible: false });
    expect(change(it, 'aws_db_instance.a').after_sensitive).toMatchObject({ password: true });
    expect(change(it, 'aws_db_instance.b').after).toMatchObject({ password_wo: null });
    expect(configured(it, 'aws_db_instance.b').expressions['password_wo']).toEqual({ constant_value: 'write-only' });
  });

  test('a targeted plan is not complete', async () => {
    const it = await workspace('resource "aws_eip" "a" {}\nresource "aws_eip" "b" {}');
    const targeted = await it.plan('-target=aws_eip.a');
    expect(targeted.complete).toBe(false);
    expect(actions(targeted)).toEqual({ 'aws_eip.a': ['create'] });
    expect(configured(targeted, 'aws_eip.b').address).toBe('aws_eip.b');
  });

  test('references cross modules', async () => {
    const terraform = await standIn();
    const made = await terraform.workspace({
      files: {
        'main.tf': 'module "m" {\n  source = "./m"\n}\nresource "aws_lb" "a" {\n  security_groups = [module.m.id]\n}',
        'm/main.tf': 'resource "aws_security_group" "g" {}\noutput "id" {\n  value = aws_security_group.g.id\n}',
      },
    });
    open.push(made);
    const it = await made.plan();
    expect(actions(it)).toEqual({ 'aws_lb.a': ['create'], 'module.m.aws_security_group.g': ['create'] });
    expect(configured(it, 'aws_lb.a').expressions['security_groups']).toEqual({
      references: ['module.m.id', 'module.m'],
    });
  });
});

describe('a second plan', () => {
  const group = (body: string): string => `resource "aws_security_group" "a" {\n  name = "a"\n${body}\n}`;

  test('has no change after an apply, and is not applyable', async () => {
    const it = await workspace(group(ingress(80, 'cidr_blocks = ["0.0.0.0/0"]')));
    await it.apply();
    const second = await it.plan();
    expect(second.applyable).toBe(false);
    expect(actions(second)).toEqual({ 'aws_security_group.a': ['no-op'] });
    expect(change(second, 'aws_security_group.a').after?.['id']).toMatch(/^sg-[0-9a-f]{17}$/);
    expect(JSON.stringify((await it.state()).values)).toContain('"aws_security_group.a"');
  });

  test('has no change for many types of resources, and everything can be destroyed', async () => {
    const it = await (
      await standIn()
    ).workspace({ directory: join(__dirname, '..', 'fixtures', 'terraform', 'many-types') });
    open.push(it);
    await it.apply();
    const second = await it.plan();
    expect(second.resource_changes?.filter(({ change }) => change.actions[0] !== 'no-op')).toEqual([]);
    await it.destroy();
    expect((await it.state()).values).toBeUndefined();
  });

  test('keeps what is known on an update, replaces on a change that forces it, and destroys', async () => {
    const it = await workspace(group(''));
    await it.apply();
    await it.write({ files: { 'main.tf': group(ingress(80, 'cidr_blocks = ["0.0.0.0/0"]')) } });
    const update = await it.plan();
    expect(actions(update)).toEqual({ 'aws_security_group.a': ['update'] });
    expect(change(update, 'aws_security_group.a').after_unknown).not.toHaveProperty('id');
    await it.write({ files: { 'main.tf': group('').replace('"a"\n', '"b"\n') } });
    expect(actions(await it.plan())).toEqual({ 'aws_security_group.a': ['delete', 'create'] });
    await it.destroy();
    expect((await it.state()).values).toBeUndefined();
  });

  test('forgets what is removed without destroying it', async () => {
    const it = await workspace(group(''));
    await it.apply();
    await it.write({
      files: { 'main.tf': 'removed {\n  from = aws_security_group.a\n  lifecycle {\n    destroy = false\n  }\n}' },
    });
    const removed = await it.plan();
    expect(change(removed, 'aws_security_group.a')).toMatchObject({ actions: ['forget'], after: null });
  });

  test('with ignore_changes keeps the old value although the configuration has another', async () => {
    const ignoring = (rules: string): string => group(`${rules}\n  lifecycle {\n    ignore_changes = [ingress]\n  }`);
    const it = await workspace(ignoring(ingress(22, 'cidr_blocks = ["0.0.0.0/0"]')));
    await it.apply();
    await it.write({ files: { 'main.tf': ignoring(ingress(80, 'cidr_blocks = ["10.0.0.0/8"]')) } });
    const second = await it.plan();
    expect(actions(second)).toEqual({ 'aws_security_group.a': ['no-op'] });
    expect(change(second, 'aws_security_group.a').after?.['ingress']).toMatchObject([{ from_port: 22 }]);
  });
});

describe('what Terraform refuses', () => {
  test.each([
    ['a wrong attribute', 'resource "aws_eip" "a" { colour = "red" }', /Unsupported argument/],
    [
      'a wrong type',
      'resource "aws_lb_listener" "a" {\n load_balancer_arn = "x"\n port = "eighty"\n default_action { type = "forward" }\n}',
      /number is required/,
    ],
    ['a missing attribute', 'resource "aws_db_instance" "a" {}', /Missing required argument/],
    [
      'a second block where one is allowed',
      'resource "aws_launch_template" "a" {\n metadata_options {}\n metadata_options {}\n}',
      /Too many metadata_options blocks/,
    ],
    ['an unknown type', 'resource "aws_toaster" "a" {}', /Invalid resource type/],
    [
      'a reference to nothing',
      'resource "aws_lb" "a" { security_groups = [aws_security_group.b.id] }',
      /undeclared resource/,
    ],
    [
      'a port out of range',
      'resource "aws_security_group" "a" {\n ingress {\n from_port = 70000\n to_port = 1\n protocol = "tcp"\n }\n}',
      /must be in the range/,
    ],
    [
      'two arguments that exclude each other',
      'resource "aws_lb" "a" {\n name = "a"\n name_prefix = "b"\n}',
      /Conflicting configuration arguments name_prefix conflicts with name/,
    ],
  ])('%s', async (_, hcl, message) => {
    const it = await workspace(hcl);
    const { valid, diagnostics } = await it.validate();
    expect(valid).toBe(false);
    expect(diagnostics.map(({ summary, detail }) => `${summary} ${detail}`).join('\n')).toMatch(message);
    await expect(it.plan()).rejects.toThrow(TerraformError);
  });
});

// What is not known yet may be null, as a conditional argument of a module is.
test.each([
  ['null', 'null'],
  ['an empty list', '[]'],
  ['a value that is known after apply only', 'split(",", aws_eip.late.public_ip)'],
])('Terraform accepts %s beside what it excludes', async (_, ranges) => {
  const it = await workspace(`
    resource "aws_eip" "late" {}
    resource "aws_security_group_rule" "a" {
      type                     = "ingress"
      security_group_id        = "sg-1"
      source_security_group_id = "sg-2"
      from_port                = 22
      to_port                  = 22
      protocol                 = "tcp"
      cidr_blocks              = ${ranges}
    }`);
  expect(await it.validate()).toMatchObject({ valid: true, diagnostics: [] });
});

describe('the stacks of this project', () => {
  let output: string;
  const stacks = ['productos-api', 'productos-api-dev', 'productos-api-image'];

  beforeAll(() => {
    output = mkdtempSync(join(tmpdir(), 'stacks-'));
    const root = join(__dirname, '..', '..');
    execFileSync('npx', ['tsx', 'main.ts'], {
      cwd: root,
      env: { ...process.env, CDKTF_OUTDIR: output },
      stdio: 'pipe',
    });
  });

  afterAll(() => rmSync(output, { recursive: true, force: true }));

  test.each(stacks)('%s is valid, applies, and then has no changes', async (name) => {
    const it = await (await standIn()).workspace({ directory: join(output, 'stacks', name) });
    open.push(it);
    expect(await it.validate()).toMatchObject({ valid: true, diagnostics: [] });
    const first = await it.plan();
    expect(new Set(Object.values(actions(first)).flat())).toEqual(new Set(['create']));
    await it.apply();
    const second = await it.plan();
    expect(second.resource_changes?.filter(({ change }) => change.actions[0] !== 'no-op')).toEqual([]);
    await it.destroy();
  });

  test('a new image changes the launch template and the group that runs it, nothing else', async () => {
    const it = await (await standIn()).workspace({ directory: join(output, 'stacks', 'productos-api') });
    open.push(it);
    await it.apply();
    const stack = readFileSync(join(it.directory, 'cdk.tf.json'), 'utf8');
    await it.write({ files: { 'cdk.tf.json': stack.replaceAll('productos-api-v1', 'productos-api-v2') } });
    const upgrade = await it.plan();
    expect(Object.fromEntries(Object.entries(actions(upgrade)).filter(([, [action]]) => action !== 'no-op'))).toEqual({
      'aws_autoscaling_group.web_fleet_group': ['update'],
      'aws_launch_template.web_fleet_template': ['update'],
    });
    expect(change(upgrade, 'aws_launch_template.web_fleet_template').after_unknown).toMatchObject({
      latest_version: true,
    });
    await it.apply();
    expect((await it.plan()).applyable).toBe(false);
  });
});

test('the provider does not start unless it is asked to', async () => {
  const it = await workspace('resource "aws_eip" "a" {}');
  await expect(it.terraform('plan', '-input=false')).resolves.toContain('stand-in for the AWS provider');
  const binary = execFileSync(
    'find',
    ['-L', join(it.directory, '.terraform', 'providers'), '-name', 'terraform-provider-aws_*'],
    { encoding: 'utf8' },
  );
  expect(() => execFileSync(binary.trim(), { env: {}, stdio: 'pipe' })).toThrow(/TOLLGATE_STAND_IN=1/);
});
