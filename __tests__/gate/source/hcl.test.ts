import { parse } from '@cdktf/hcl2json';
import * as fc from 'fast-check';
import { Unreadable, type Body } from '../../../tollgate/source/body';
import { readHcl } from '../../../tollgate/source/hcl';
import { runs } from '../../plans/runs';

/** One argument or block of a generated file, as lines of text. */
interface Item {
  readonly lines: readonly string[];
  /** Arguments and blocks with their line in {@link lines}, which starts at 0. */
  readonly entries: readonly (readonly [name: string, line: number])[];
}

const quoted = fc
  .array(
    fc
      .constantFrom('a', ' ', '}', '{', '#', '//', '/*', '\\"', '\\\\', '$', '%', '$${', '%%{', '<<EOT', 'é', "'")
      .chain((part) => fc.constant(part)),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(' '));

const template = fc.constantFrom(
  '${x}',
  '${join("}", ["{", "\\"}"])}',
  '${{ a = "}" }.a}',
  '%{ if true ~}yes%{ else }no%{ endif }',
  '${"${"}"}"}',
  '${ x /* } */ }',
);

const string = fc.tuple(quoted, fc.option(template, { nil: '' }), quoted).map((parts) => `"${parts.join(' ')}"`);

const value: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc
    .constantFrom('1', 'true', 'null', 'var.a["b"].c', 'a == b ? 1 : 2', '-1.5e3', 'f(g(1), [2]...)')
    .map((one) => [one]),
  string.map((one) => [one]),
  fc.array(string, { maxLength: 3 }).map((all) => ['[', ...all.map((one) => `${one}, # } ] "`), ']']),
  fc.array(string, { maxLength: 3 }).map((all) => ['{', ...all.map((one, at) => `k${at} = ${one} // { "`), '}']),
  string.map((one) => ['merge(', '/* ) ', '*/', `{ a = ${one} },`, ')']),
  fc
    .tuple(fc.constantFrom('<<EOT', '<<-EOT'), fc.array(fc.oneof(quoted, template), { maxLength: 3 }))
    .map(([marker, all]) => [marker, ...all.map((one) => `x ${one}`), 'EOTX', 'resource "a" "b" {', '  EOT']),
  fc.constant(['<<EOT', '${join("", [<<IN', 'EOT x', 'IN', '])}', 'EOT']),
);

const comment = fc.constantFrom<readonly string[]>(
  ['# resource "x" "y" { "'],
  ['// } <<EOT'],
  ['/* {', '" } # <<EOT */'],
  ['/**/'],
  [''],
  ['   \t'],
);

const named = (lines: readonly string[], name: string): Item => ({ lines, entries: [[name, 0]] });

const argument = fc
  .tuple(fc.constantFrom('a', 'b-c', '_d', 'ingress'), value, fc.constantFrom('', ' # } "', ' // {', ' /* } */'))
  .map(([name, lines, end]) => {
    const [first = '', ...rest] = lines;
    const all = [`${name} = ${first}`, ...rest];
    const last = all.length - 1;
    // A comment behind the marker would be a part of the heredoc.
    return named(first.startsWith('<<') ? all : [...all.slice(0, last), `${all[last] ?? ''}${end}`], name);
  });

const labels = fc.array(fc.constantFrom('"aws_x"', '"a-b"', 'name', '"}"'), { maxLength: 2 });

const oneLine = fc
  .tuple(fc.constantFrom('ingress', 'tags'), labels, fc.option(string, { nil: undefined }))
  .map(([name, words, only]): Item => {
    const head = [name, ...words].join(' ');
    if (only === undefined) return named([`${head} {}`], name);
    return {
      lines: [`${head} { inner = ${only} }`],
      entries: [
        [name, 0],
        ['inner', 0],
      ],
    };
  });

/** Terraform allows an argument once in a body. */
function body(
  items: readonly (Item | readonly string[])[],
  lines: string[],
  entries: [string, number][],
  indent: string,
): void {
  const seen = new Set<string>();
  for (const item of items) {
    const text = 'lines' in item ? item.lines : item;
    const found = 'lines' in item ? item.entries : [];
    const [first] = found;
    const isArgument =
      first !== undefined && (text[0] ?? '').includes(' = ') && (text[0] ?? '').startsWith(`${first[0]} =`);
    if (isArgument && seen.size === seen.add(first[0]).size) continue;
    for (const [name, line] of found) entries.push([name, lines.length + line]);
    for (const [at, line] of text.entries()) lines.push(at === 0 ? `${indent}${line}` : line);
  }
}

const items = (depth: number): fc.Arbitrary<readonly (Item | readonly string[])[]> =>
  fc.array(
    depth === 0
      ? fc.oneof(argument, comment, oneLine)
      : fc.oneof(argument, comment, oneLine, nested(depth - 1), nested(depth - 1)),
    { maxLength: 4 },
  );

const nested = (depth: number): fc.Arbitrary<Item> =>
  fc.tuple(fc.constantFrom('ingress', 'content', 'dynamic'), labels, items(depth)).map(([name, words, inner]) => {
    const lines = [`${[name, ...words].join(' ')} { # }`];
    const entries: [string, number][] = [[name, 0]];
    body(inner, lines, entries, '  ');
    return { lines: [...lines, '}'], entries };
  });

const file = fc
  .tuple(items(3), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean())
  .map(([all, end, bom, last]) => {
    const lines: string[] = [];
    const entries: [string, number][] = [];
    body(all, lines, entries, '');
    const text = `${bom ? '\ufeff' : ''}${lines.join(end)}${last ? end : ''}`;
    return { text, entries: entries.map(([name, line]): [string, number] => [name, line + 1]) };
  });

/** All arguments and blocks in the order of the file. */
function entriesOf({ arguments: written, blocks }: Body): [string, number][] {
  const own = [...written].map(([name, { line }]): [string, number] => [name, line]);
  return [...own, ...blocks.flatMap((block): [string, number][] => [[block.type, block.line], ...entriesOf(block)])];
}

const inOrder = (entries: readonly [string, number][]): string[] =>
  entries.map(([name, line]) => `${String(line).padStart(4)} ${name}`).sort();

test('finds every generated argument and block at its line', () => {
  fc.assert(
    fc.property(file, ({ text, entries }) => {
      expect(inOrder(entriesOf(readHcl(text)))).toEqual(inOrder(entries));
    }),
    runs(500),
  );
});

test('reads what the parser of Terraform reads, so that the generated files are in the language of Terraform', async () => {
  await fc.assert(
    fc.asyncProperty(file, async ({ text, entries }) => {
      const read = await parse('main.tf', `${text.replace('\ufeff', '')}\n`).catch((error: unknown) => {
        // Read, but not to be written as JSON: blocks of one name with and without labels.
        expect(String(error)).toMatch(/convert file: convert b/);
        return undefined;
      });
      if (read === undefined) return;
      const names = new Set(entriesOf(readHcl(text)).map(([name]) => name));
      for (const name of Object.keys(read)) expect(names).toContain(name);
      expect(entries.length === 0).toBe(Object.keys(read).length === 0);
    }),
    runs(100),
  );
});

test('either reads or refuses any text, and is not surprised', () => {
  const word = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '"',
      '=',
      '\n',
      '\r',
      ' ',
      'a',
      '<<',
      '<<A\n',
      'A',
      '${',
      '%{',
      '$',
      '\\',
      '#',
      '//',
    ],
    ...['/*', '*/', '\u0000', '\ufeff', '\ud800', '💥', '1', '.', ',', '"}"'],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      try {
        readHcl(words.join(''));
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
    }),
    runs(3_000),
  );
});

test.each([
  ['a block without an end', 'a {\n  b = 1\n', 'the block at line 1 has no end'],
  ['a brace too many', 'a {\n}\n}\n', 'line 3 has a } too many'],
  ['a string without an end', 'a = "b\nc = 1\n', 'line 1 has a string without an end'],
  ['a heredoc without an end', 'a = 1\nb = <<EOT\n}\n', 'the heredoc at line 2 has no end'],
  ['a bracket without an end', 'a = [\n1,\n', 'the bracket at line 1 has no end'],
  ['a template without an end', 'a = "${b\n', 'the template at line 1 has no end'],
  ['brackets that cross', 'a = [(1])\n', 'line 1 has a ] too many'],
  ['a comment without an end', '\n/* a', 'line 2 has a comment without an end'],
  ['no name', '\n= 1', 'line 2 has neither an argument nor a block'],
  ['a name alone', 'resource "a" "b"\n{\n}', 'line 1 has neither = nor { after resource'],
  ['a label without an end', 'resource "a {\n}', 'line 1 has a label without an end'],
  ['<< without a marker', 'a = <<\n', 'line 1 has << without a marker'],
])('refuses %s', (_, text, message) => {
  expect(() => readHcl(text)).toThrow(new Unreadable(message));
});

test.each([
  ['blocks', 'a {\n', '}\n'],
  ['brackets', '[', ']'],
  ['templates', '"${', '}"'],
])('reads %s nested 100,000 times', (name, open, close) => {
  const text = open.repeat(100_000) + close.repeat(100_000);
  const { blocks, arguments: written } = readHcl(name === 'blocks' ? text : `a = ${text}\n`);
  expect(blocks.length + written.size).toBe(1);
});

test('a constant is known, and every other expression is not', () => {
  const text = [
    ...['a = 80 # ports', 'b = "x y" // "', 'c = [', '  "1", 2,', ']', 'd = "${x}"', 'e = x', 'f = 1 + 2', 'g = []'],
    ...['h = ["a", b]', 'i = true', 'j = "a\\"b"', 'k = [1 2]', 'l = "$${x}"'],
  ].join('\n');
  const constants = [...readHcl(text).arguments].map(([name, { constant }]) => [name, constant()]);
  expect(Object.fromEntries(constants)).toEqual({
    ...{ a: '80', b: 'x y', c: ['1', '2'], d: undefined, e: undefined, f: undefined, g: [] },
    ...{ h: undefined, i: 'true', j: 'a"b', k: undefined, l: undefined },
  });
});
