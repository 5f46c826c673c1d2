import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duplicateMember } from '../../tollgate/input/duplicates';
import { readStacks } from '../../tollgate/input/stacks';
import { CouldNotJudge, type JsonObject } from '../../tollgate/model';

let outdir: string;

const write = (path: string, content: string | JsonObject): void => {
  const file = join(outdir, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
};

const manifestEntry = (name: string): JsonObject => ({
  name,
  workingDirectory: `stacks/${name}`,
  synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
  annotations: [],
});

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'tollgate-stacks-'));
  write('manifest.json', { stacks: { web: manifestEntry('web') } });
  write('stacks/web/cdk.tf.json', { resource: { aws_lb: { a: {} } } });
});

afterEach(() => rmSync(outdir, { recursive: true, force: true }));

const addresses = () =>
  readStacks(outdir).stacks.map(({ name, document }) => [
    name,
    JSON.stringify(document['resource_changes']).match(/aws_lb\.\w+/g),
  ]);

const whats = () => readStacks(outdir).problems.map(({ what }) => what);

test('every stack is read', () => {
  write('stacks/api/cdk.tf.json', { resource: { aws_lb: { b: {} } } });
  expect(addresses()).toEqual([
    ['api', ['aws_lb.b']],
    ['web', ['aws_lb.a']],
  ]);
  expect(whats()).toEqual([]);
});

test('Terraform JSON that was put beside a stack is part of it', () => {
  write('stacks/web/extra.tf.json', { resource: { aws_lb: { b: {} } } });
  expect(addresses()).toEqual([['web', ['aws_lb.a', 'aws_lb.b']]]);
});

test.each([
  'extra.tf',
  'extra.tofu',
  'override.tf.json',
  'x_override.tf.json',
  'terraform.tfvars',
  'x.auto.tfvars.json',
])('a stack that %s was put beside is refused', (name) => {
  write(`stacks/web/${name}`, '{}');
  expect(() => readStacks(outdir)).toThrow(
    `${join(outdir, 'stacks', 'web', name)} is a Terraform file that the app did not synthesize`,
  );
});

test('a file that Terraform does not read is ignored', () => {
  write('stacks/web/assets/x.tf.json', '{}');
  write('stacks/web/terraform.tfstate', '{}');
  write('stacks/README.md', 'x');
  expect(addresses()).toEqual([['web', ['aws_lb.a']]]);
});

test('a stack behind a link is read', () => {
  renameSync(join(outdir, 'stacks', 'web'), join(outdir, 'elsewhere'));
  symlinkSync(join(outdir, 'elsewhere'), join(outdir, 'stacks', 'web'));
  expect(addresses()).toEqual([['web', ['aws_lb.a']]]);
});

test.each([
  ['cut off', '{"resource":'],
  ['no object', '[]'],
  ['ambiguous', '{"resource": {}, "resource": {"aws_lb": {"a": {}}}}'],
])('a file that is %s is refused with its path', (_, content) => {
  write('stacks/web/cdk.tf.json', content);
  expect(() => readStacks(outdir)).toThrow(CouldNotJudge);
  expect(() => readStacks(outdir)).toThrow(join('stacks', 'web', 'cdk.tf.json'));
});

test.each([
  ['{"a": 1, "b": {"a": 2}}', undefined],
  ['{"a": "a", "b": ["a", "a"]}', undefined],
  ['{"a": 1, "\\u0061": 2}', 'a'],
  ['{"x": [{"a": "}{", "a" : 2}]}', 'a'],
])('the duplicate key of %s is %s', (text, expected) => {
  expect(duplicateMember(text)?.name).toBe(expected);
});

test('HCL is read like the JSON of the same stack', () => {
  const json: JsonObject = {
    terraform: { backend: { s3: { bucket: 'b', key: 'k' } } },
    variable: { port: { default: 8000, type: 'number' } },
    output: { port: { value: '${var.port}' } },
    data: { aws_ami: { api: { most_recent: true, filter: [{ name: 'name', values: ['a'] }] } } },
    // In the order of names, in which the converter writes as well.
    resource: {
      aws_launch_template: {
        lt: {
          name: 'it\'s "${var.port}"',
          image_id: '${data.aws_ami.api.id}',
          metadata_options: { http_tokens: 'required' },
        },
      },
      aws_security_group: {
        sg: {
          '//': { metadata: { path: 'web/sg' } },
          ingress: [
            {
              from_port: '${var.port}',
              to_port: 8000,
              protocol: 'tcp',
              security_groups: ['${aws_security_group.b.id}'],
              self: null,
            },
          ],
          tags: { Name: 'x' },
        },
      },
    },
  };
  write('stacks/web/cdk.tf.json', json);
  const fromJson = readStacks(outdir);
  rmSync(join(outdir, 'stacks', 'web', 'cdk.tf.json'));
  write(
    'stacks/web/cdk.tf',
    `
terraform {
  backend "s3" {
    bucket = "b"
    key = "k"
  }
}
variable "port" {
  default = 8000
  type = number
}
data "aws_ami" "api" {
  most_recent = true
  filter {
    name = "name"
    values = ["a"]
  }
}
resource "aws_security_group" "sg" {
  ingress {
    from_port = "\${var.port}"
    to_port = 8000
    protocol = "tcp"
    security_groups = ["\${aws_security_group.b.id}"]
    self = null
  }
  tags = {
    Name = "x"
  }
}
resource "aws_launch_template" "lt" {
  name = "it's \\"\${var.port}\\""
  image_id = "\${data.aws_ami.api.id}"
  metadata_options {
    http_tokens = "required"
  }
}
output "port" {
  value = "\${var.port}"
}
`,
  );
  write('stacks/web/metadata.json', {
    resource: { aws_security_group: { sg: { '//': { metadata: { path: 'web/sg' } } } } },
  });
  write('manifest.json', { stacks: { web: { ...manifestEntry('web'), synthesizedStackPath: 'stacks/web/cdk.tf' } } });
  const fromHcl = readStacks(outdir);
  expect(fromHcl).toEqual(fromJson);
});

test('HCL that is none is refused', () => {
  rmSync(join(outdir, 'stacks', 'web', 'cdk.tf.json'));
  write('stacks/web/cdk.tf', 'resource "x {');
  expect(() => readStacks(outdir)).toThrow('cannot be read as HCL');
});

describe('the manifest', () => {
  test('that is missing shows a synth that did not end', () => {
    rmSync(join(outdir, 'manifest.json'));
    expect(() => readStacks(outdir)).toThrow('manifest.json is missing.');
  });

  test.each<[string, JsonObject]>([
    ['names a stack that is not there', { gone: manifestEntry('gone') }],
    ['runs a stack elsewhere', { web: { ...manifestEntry('web'), workingDirectory: '../elsewhere' } }],
    ['names another file', { web: { ...manifestEntry('web'), synthesizedStackPath: 'stacks/web/other.json' } }],
  ])('that %s cannot be judged', (_, stacks) => {
    write('manifest.json', { stacks });
    expect(whats()).toEqual([
      expect.stringMatching(/^manifest\.json says that the stack .* is in .*, which was not judged\.$/),
    ]);
  });

  test('that holds an error of the app cannot be judged, a warning can', () => {
    const annotations = [
      { constructPath: 'web/a', level: '@cdktf/error', message: 'no' },
      { constructPath: 'web/b', level: '@cdktf/warn', message: 'hm' },
    ];
    write('manifest.json', { stacks: { web: { ...manifestEntry('web'), annotations } } });
    expect(whats()).toEqual(['The app reports an error at web/a: no']);
  });
});
