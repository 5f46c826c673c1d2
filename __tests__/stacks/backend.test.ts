import { homedir, tmpdir } from 'node:os';
import provider from '@cdktf/provider-aws/package.json';
import type { Backend } from '../../config/backend';
import { production } from '../../config/environments/production';
import { stackOf, synthesize } from './synthesize';

function terraformOf(backend: Backend): unknown {
  return stackOf(synthesize({ environments: [{ ...production, backend }] }), 'productos-api').terraform;
}

test('keeps the state of each stack in a separate file, by a relative path', () => {
  const stacks = synthesize();
  for (const name of ['productos-api', 'productos-api-dev', 'productos-api-image']) {
    expect(stackOf(stacks, name).terraform.backend).toEqual({ local: { path: `../../../terraform.${name}.tfstate` } });
  }
});

test('keeps the state in S3, encrypted and locked', () => {
  expect(
    terraformOf({ kind: 's3', bucket: 'productos-state', key: 'productos-api/terraform.tfstate', region: 'eu-west-1' }),
  ).toMatchObject({
    backend: {
      s3: {
        bucket: 'productos-state',
        key: 'productos-api/terraform.tfstate',
        region: 'eu-west-1',
        encrypt: true,
        use_lockfile: true,
      },
    },
  });
});

test('keeps the state in a workspace of HCP Terraform, in a project or without one', () => {
  const cloud = { kind: 'cloud', organization: 'acme', workspace: 'productos-api' } as const;
  expect(terraformOf({ ...cloud, project: 'Productos' })).toMatchObject({
    cloud: { organization: 'acme', workspaces: { name: 'productos-api', project: 'Productos' } },
  });
  expect(terraformOf(cloud)).toMatchObject({ cloud: { organization: 'acme', workspaces: { name: 'productos-api' } } });
});

test('writes no path of this machine, whatever the backend', () => {
  const written = JSON.stringify([
    synthesize(),
    terraformOf({ kind: 's3', bucket: 'productos-state', key: 'terraform.tfstate', region: 'us-east-1' }),
    terraformOf({ kind: 'cloud', organization: 'acme', workspace: 'productos-api' }),
  ]);
  expect([process.cwd(), tmpdir(), homedir()].filter((folder) => written.includes(folder))).toEqual([]);
});

test('pins the provider to the version that its package was made from', () => {
  // The provider's package of cdktf writes the short form of the source. That of cdktn, its successor, writes the long form.
  const source = expect.stringMatching(/^(hashicorp\/)?aws$/);
  const { version } = provider.cdktf.provider;
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(stackOf(synthesize(), 'productos-api').terraform.required_providers).toEqual({ aws: { source, version } });
});
