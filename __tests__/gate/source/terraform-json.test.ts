import * as fc from 'fast-check';
import { Unreadable, type Body } from '../../../tollgate/source/body';
import { readTerraformJson } from '../../../tollgate/source/terraform-json';
import { runs } from '../../plans/runs';

const name = fc.constantFrom('aws_x', 'web', 'a"b', 'é}', '{', '//', 'resource', 'dynamic');
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });

test('finds every generated resource and argument at its line', () => {
  const resources = fc.uniqueArray(fc.tuple(name, name, names), {
    selector: ([type, of]) => `${type} ${of}`,
    maxLength: 5,
  });
  fc.assert(
    fc.property(resources, fc.constantFrom('\n', '\r\n'), fc.boolean(), (all, end, bom) => {
      const lines = ['{', '"resource": ['];
      const expected: string[] = [];
      for (const [at, [type, of, inner]] of all.entries()) {
        lines.push(`{${JSON.stringify(type)}: {`, `${JSON.stringify(of)}: {`);
        expected.push(`${type} ${of} ${lines.length}`);
        for (const [last, one] of inner.entries()) {
          lines.push(`${JSON.stringify(one)}: "{}"${last === inner.length - 1 ? '' : ','}`);
          expected.push(`${one} ${lines.length}`);
        }
        lines.push(`}}}${at === all.length - 1 ? '' : ','}`);
      }
      const { blocks } = readTerraformJson(`${bom ? '\ufeff' : ''}${[...lines, ']', '}'].join(end)}`);
      const found = blocks.flatMap(({ labels, line, arguments: written }) => [
        `${labels.join(' ')} ${line}`,
        ...[...written].map(([one, at]) => `${one} ${at.line}`),
      ]);
      expect(found).toEqual(expected);
    }),
    runs(200),
  );
});

test('blocks in lists, dynamic blocks and data in checks are blocks', () => {
  const { blocks } = readTerraformJson(`{
    "resource": {"aws_x": {"one": [{
      "ingress": [
        {"a": 1},
        {"a": "2"}
      ],
      "dynamic": {"egress": {
        "content": {"b": ["x", "\${y}"]}
      }}
    }]}},
    "check": {"c": {"data": {"aws_y": {
      "two": {}
    }}}},
    "locals": {"module": {"no": {}}}
  }`);
  const shown = ({ blocks: all }: Body): unknown[] =>
    all.map((one) => [one.type, ...one.labels, one.line, ...shown(one)]);
  expect(shown({ arguments: new Map(), blocks })).toEqual([
    ['resource', 'aws_x', 'one', 2, ['ingress', 4], ['ingress', 5], ['dynamic', 'egress', 7, ['content', 8]]],
    ['check', 'c', 11, ['data', 'aws_y', 'two', 12]],
  ]);
  const [resource] = blocks;
  expect(resource?.blocks[1]?.arguments.get('a')?.constant()).toBe('2');
  expect(resource?.blocks[2]?.blocks[0]?.arguments.get('b')?.constant()).toBeUndefined();
});

test.each([
  ['text that is not JSON', '{\n"resource": }', 'line 2 is not JSON'],
  ['text that is nested too deeply', '['.repeat(200_000), 'the file is nested too deeply'],
])('refuses %s', (_, text, message) => {
  expect(() => readTerraformJson(text)).toThrow(new Unreadable(message));
});

test.each(['', '[]', '1', '{"resource": 1}', '{"resource": {"a": [1, null]}}'])('%j has no blocks', (text) => {
  try {
    expect(readTerraformJson(text).blocks).toEqual([]);
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable);
  }
});
