/**
 * The tiers are known in `policies/lib/tiers.rego`. Rules read them there; the schema of the settings and the reports cannot, and
 * must say the same.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIDES, type JsonObject } from '../../tollgate/model';

const POLICIES = join(__dirname, '..', '..', 'policies');

const sides = JSON.parse(
  execFileSync(
    'opa',
    ['eval', '--format', 'raw', '--data', join(POLICIES, 'lib', 'tiers.rego'), 'data.lib.tiers.sides'],
    {
      encoding: 'utf8',
    },
  ),
) as readonly { readonly name: string; readonly label: string }[];

test('reports call the tiers as the policies do, in the same order', () => {
  expect(sides.map(({ name, label }) => [name, label])).toEqual(Object.entries(SIDES));
});

test('without names of its own, a flow may be declared between any two of them', () => {
  const [schema] = readdirSync(POLICIES, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('flows.schema.json'),
  );
  const { $defs } = JSON.parse(readFileSync(join(POLICIES, schema ?? ''), 'utf8')) as {
    $defs: { structural: { then: JsonObject; else: { items: JsonObject } } };
  };
  const names = [...sides.map(({ name }) => name), 'self'];
  expect([$defs.structural.then['enum'], $defs.structural.else.items['enum']]).toEqual([names, names]);
});

test('no other file of the policies names a tier', () => {
  const named = new RegExp(`"(${sides.map(({ name }) => name).join('|')})"`);
  const files = readdirSync(POLICIES, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.rego') && !path.endsWith('_test.rego') && path !== join('lib', 'provider.rego'),
  );
  const naming = files.filter((path) =>
    named.test(
      readFileSync(join(POLICIES, path), 'utf8')
        .replace(/^\s*#.*$/gm, '')
        .replaceAll('"internet"', ''),
    ),
  );
  expect(naming).toEqual([join('lib', 'tiers.rego')]);
});
