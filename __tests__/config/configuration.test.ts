import type { Backend } from '../../config/backend';
import { parseConfiguration } from '../../config/configuration';
import { development } from '../../config/environments/development';
import { images } from '../../config/environments/images';
import { production } from '../../config/environments/production';
import { problemsOf } from './refusal';

test('the configuration of the project fits together', () => {
  expect(parseConfiguration({ environments: [production, development], images })).toEqual({
    environments: [production, development],
    images,
  });
});

test('an environment that names an image which nothing builds is refused', () => {
  expect(
    problemsOf(() => parseConfiguration({ environments: [{ ...production, image: 'productos-api-v2' }], images })),
  ).toEqual([
    {
      what: 'productos-api: image is "productos-api-v2", which the stack productos-api-image does not build',
      why: 'the instances could not start, because no image has that name',
      fix: 'add the image to sources in config/environments/images.ts, or use one of: productos-api-v1',
    },
  ]);
});

test('an environment in another region than its images is refused', () => {
  expect(
    problemsOf(() => parseConfiguration({ environments: [production], images: { ...images, region: 'eu-west-1' } })),
  ).toEqual([
    {
      what: 'productos-api: region is "us-east-1", but the images are built in "eu-west-1"',
      why: 'an instance can only start from an image in its own region',
      fix: 'use the same region for both, in config/environments/',
    },
  ]);
});

test('two environments of one name are refused', () => {
  expect(
    problemsOf(() =>
      parseConfiguration({ environments: [production, { ...development, name: production.name }], images }),
    ),
  ).toEqual([
    {
      what: 'productos-api: two environments have this name',
      why: 'the stack of the second would overwrite the first, and their resources would have the same names',
      fix: 'give each environment a unique name',
    },
  ]);
});

test.each<[string, Backend]>([
  ['file ../../../terraform.tfstate', { kind: 'local', path: '../../../terraform.tfstate' }],
  [
    's3://productos-state/api.tfstate',
    { kind: 's3', bucket: 'productos-state', key: 'api.tfstate', region: 'us-east-1' },
  ],
  ['workspace acme/api', { kind: 'cloud', organization: 'acme', workspace: 'api' }],
])('two stacks with one state are refused: %s', (location, backend) => {
  const environments = [
    { ...production, backend },
    { ...development, backend },
  ];
  expect(problemsOf(() => parseConfiguration({ environments, images }))).toEqual([
    {
      what: `productos-api-dev: backend is ${location}, the same as that of productos-api`,
      why: 'two stacks with one state would destroy each other at each deployment',
      fix: 'give each stack its own path, key or workspace',
    },
  ]);
});

test('two environments with common addresses are refused', () => {
  expect(
    problemsOf(() =>
      parseConfiguration({ environments: [production, { ...development, network: production.network }], images }),
    ),
  ).toEqual([
    {
      what: 'productos-api-dev: network.cidr is "10.20.0.0/16", which overlaps "10.20.0.0/16" of productos-api',
      why: 'networks with overlapping ranges can never be connected',
      fix: 'give each environment its own range, such as "10.20.0.0/16" and "10.30.0.0/16"',
    },
  ]);
});
