import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSchema } from '../../scripts/provider-tables';
import { unknownAttributes } from '../../scripts/rego-attributes';
import { parse, sources } from '../../scripts/rego-traps';

const schema = readSchema();

/** Unknown attributes in one file, by its path below `policies/`. */
function found(path: string, text: string): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-attributes-'));
  try {
    mkdirSync(join(directory, path, '..'), { recursive: true });
    writeFileSync(join(directory, path), text);
    return unknownAttributes(parse(sources(directory)), schema).map(({ line, reason }) => `${line}: ${reason}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const LIBRARY = 'package lib.x\n\nimport data.lib.attribute\nimport data.lib.plan\nimport rego.v1\n\n';
const RULE = [
  '# METADATA',
  '# title: A rule',
  '# custom:',
  '#   resources:',
  '#     - aws_db_instance',
  'package rules.x.y',
  '',
  'import data.lib.plan',
  'import rego.v1',
  '',
  '',
].join('\n');

describe('an attribute that no resource has', () => {
  test.each([
    ['plan.state', 'a(record) := plan.state(record, ["made_up"])', 'made_up'],
    ['plan.links', 'a(record) := plan.links(record, ["made_up"])', 'made_up'],
    ['plan.chosen', 'a(record) if plan.chosen(record, ["made_up"])', 'made_up'],
    ['attribute.truth', 'a(record) := attribute.truth(record, ["made_up"])', 'made_up'],
    ['an attribute of a block', 'a(record, i) := plan.state(record, ["ingress", i, "made_up"])', 'ingress._.made_up'],
    ['a block', 'a(record) := plan.state(record, ["made_up", 0, "port"])', 'made_up.0.port'],
    [
      'an attribute of another block',
      'a(record) := plan.state(record, ["health_check", 0, "cidr_blocks"])',
      'health_check.0.cidr_blocks',
    ],
    ['object.get of values', 'a(record) := object.get(record.values, ["made_up", 0], null)', 'made_up.0'],
    ['object.get of a name', 'a(record) := object.get(record.values, "made_up", null)', 'made_up'],
    [
      'object.get of expressions',
      'a(record) := object.get(record.expressions, ["made_up", "references"], [])',
      'made_up',
    ],
    ['a reference', 'a(record) := record.values.made_up', 'made_up'],
    ['a path beside its record', 'a(record) := {"record": record, "path": ["made_up"]}', 'made_up'],
    ['a comprehension', 'a(records) := [r | some r in records; plan.state(r, ["made_up"]).is == "known"]', 'made_up'],
  ])('%s', (_, line, shown) => {
    expect(found('lib/x.rego', `${LIBRARY}${line}\n`)).toEqual([
      `7: no resource type has the attribute \`${shown}\` in policies/provider/schema.tsv, so the rule never finds anything`,
    ]);
  });

  test('that the resources of the rule do not have, though others do', () => {
    expect(found('rules/x/y.rego', `${RULE}a(record) := plan.state(record, ["health_check_type"])\n`)).toEqual([
      '11: no resource type in the METADATA of the package has the attribute `health_check_type` in policies/provider/schema.tsv, so the rule never finds anything. ' +
        'Types with this attribute: aws_autoscaling_group. If the rule reads one of them, add it below `custom.reads`: `#     - aws_autoscaling_group`',
    ]);
  });
});

describe('not so', () => {
  test.each([
    'a(record) := plan.state(record, ["multi_az"])',
    'a(record, i) := plan.state(record, ["ingress", i, "from_port"])',
    'a(record, block) := plan.state(record, [block, 0, "volume_type"])',
    'a(record, member) := plan.state(record, ["health_check", 0, member])',
    'a(record) := plan.state(record, ["health_check"])',
    'a(record) := object.get(record.expressions, ["vpc_id", "references"], [])',
    'a(record, path) := plan.state(record, path)',
    'a(given) := object.get(given.settings, ["made_up"], null)',
  ])('%s', (line) => {
    expect(found('lib/x.rego', `${LIBRARY}${line}\n`)).toEqual([]);
  });

  test('in a rule that reads attributes of its resources', () => {
    expect(found('rules/x/y.rego', `${RULE}a(record) := plan.state(record, ["multi_az"])\n`)).toEqual([]);
  });
});

test('the policies read nothing that no resource has', () => {
  expect(unknownAttributes(parse(sources(join(__dirname, '..', '..', 'policies'))), schema)).toEqual([]);
});
