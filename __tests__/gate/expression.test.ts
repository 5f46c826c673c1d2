import {
  literal,
  parseTemplate,
  references,
  soleTraversal,
  TemplateError,
  traversals,
} from '../../tollgate/input/expression';
import type { Json } from '../../tollgate/model';
// Written by Terraform 1.11.4: `terraform show -json` of a plan of terraform_data resources in JSON syntax.
import terraform from '../fixtures/terraform-references.json';

const referencesIn = (value: Json | undefined): string[] => {
  if (typeof value === 'string') {
    return parseTemplate(value).flatMap((part) =>
      part.kind === 'text' ? [] : traversals(part.source).flatMap(references),
    );
  }
  const inner = Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.values(value) : [];
  return inner.flatMap(referencesIn);
};

const named = (expression: string): string[] => traversals(expression).flatMap(references);

describe('references are those that Terraform itself lists', () => {
  test.each(terraform.map((entry) => [JSON.stringify(entry.constant_value), entry] as const))('%s', (_, entry) => {
    expect(referencesIn(entry.constant_value as Json)).toEqual(entry.references);
  });
});

describe('a reference', () => {
  test.each([
    ['aws_lb.alb.arn', ['aws_lb.alb.arn', 'aws_lb.alb']],
    ['aws_lb.alb', ['aws_lb.alb']],
    ['data.aws_ami.api.id', ['data.aws_ami.api.id', 'data.aws_ami.api']],
    ['data.aws_ami.api[0].id', ['data.aws_ami.api[0].id', 'data.aws_ami.api[0]', 'data.aws_ami.api']],
    ['module.network.vpc_id', ['module.network.vpc_id', 'module.network']],
    ['module.network["a"].ids[0]', ['module.network["a"].ids[0]', 'module.network["a"].ids', 'module.network["a"]']],
    ['module.network["a"]', ['module.network["a"]', 'module.network']],
    ['each.value.from', ['each.value.from', 'each.value']],
    ['self.id', ['self.id', 'self']],
    ['path.module', ['path.module']],
    [
      'data.terraform_remote_state.cross-stack-reference-input-a.outputs.cross-stack-output-aws_lb-x',
      [
        'data.terraform_remote_state.cross-stack-reference-input-a.outputs.cross-stack-output-aws_lb-x',
        'data.terraform_remote_state.cross-stack-reference-input-a.outputs',
        'data.terraform_remote_state.cross-stack-reference-input-a',
      ],
    ],
  ])('%s stands with its prefixes, longest first', (expression, expected) => {
    expect(named(expression)).toEqual(expected);
  });
});

describe('traversals are found', () => {
  test.each([
    ['behind an operator', 'a.b-c.d + x.y', ['a.b-c.d', 'a.b-c', 'x.y']],
    ['in a template in a string', '"${a.b}-${"${c.d}"}"', ['a.b', 'c.d']],
    ['behind a brace in a string', '"}" == a.b', ['a.b']],
    ['behind an escaped quote', '"\\"" == a.b', ['a.b']],
    ['in an object value', '{ a = b.c, "d" : e.f }', ['b.c', 'e.f']],
    ['after a conditional in an object value', '{ k = c.d ? e.f : g.h }', ['c.d', 'e.f', 'g.h']],
    ['in an index', 'a.b[c.d].e', ['a.b', 'c.d']],
    ['behind a call', 'lookup(a.b, "k").c', ['a.b']],
    ['in a heredoc', '<<EOT\n${a.b} "\nEOT\n', ['a.b']],
    ['in the collection of a for, not its names', '[for v in a.b : v.id]', ['a.b']],
    ['in a splat', 'a.b[*].id', ['a.b']],
    ['in arguments of a provider function', 'provider::aws::arn_parse(a.b)', ['a.b']],
  ])('%s: %s', (_, expression, expected) => {
    expect(named(expression)).toEqual(expected);
  });

  test.each([
    ['a string', '"a.b"'],
    ['an escaped template', '"$${a.b}"'],
    ['a comment', '1 /* a.b */ # c.d'],
    ['an object key', '{ a = 1 }'],
    ['a number', '1.5e3'],
    ['a keyword', 'true'],
    ['a name bound by for', '{ for k, v in {} : k => v.id }'],
  ])('but not in %s: %s', (_, expression) => {
    expect(named(expression)).toEqual([]);
  });

  test('and a name bound by one for is free outside of it', () => {
    expect(named('[[for v in [] : v.id], v.id]')).toEqual(['v.id']);
  });
});

describe('a template', () => {
  test('is split into text, expressions and directives', () => {
    expect(parseTemplate('a-${b.c}%{ if d.e }x%{ endif }')).toEqual([
      { kind: 'text', text: 'a-' },
      { kind: 'expression', source: 'b.c' },
      { kind: 'directive', source: ' if d.e ' },
      { kind: 'text', text: 'x' },
      { kind: 'directive', source: ' endif ' },
    ]);
  });

  test('keeps an escaped template as a string', () => {
    expect(parseTemplate('$${a} %%{b} $c 5%')).toEqual([{ kind: 'text', text: '${a} %{b} $c 5%' }]);
  });

  test('ends an expression at its own brace', () => {
    expect(parseTemplate('${jsonencode({ a = "}" })}!')).toEqual([
      { kind: 'expression', source: 'jsonencode({ a = "}" })' },
      { kind: 'text', text: '!' },
    ]);
  });

  test.each(['${a.b', '${"a}', '${[a}'])('that is not closed is refused: %s', (template) => {
    expect(() => parseTemplate(template)).toThrow(TemplateError);
  });
});

test.each([
  ['8000', { value: 8000 }],
  ['"a\\nb"', { value: 'a\nb' }],
  ['"$${x}"', { value: '${x}' }],
  ['true', { value: true }],
  ['null', { value: null }],
  ['"${a.b}"', undefined],
  ['"a" == "b"', undefined],
  ['1 + 1', undefined],
])('the literal %s is read as %j', (expression, expected) => {
  expect(literal(expression)).toEqual(expected);
});

test.each([
  ['var.port', { root: 'var', steps: [{ attribute: 'port' }] }],
  ['a.b["k"].c[0]', { root: 'a', steps: [{ attribute: 'b' }, { key: 'k' }, { attribute: 'c' }, { key: 0 }] }],
  ['a.b[c.d]', undefined],
  ['a.b[*].c', undefined],
  ['a.b + 1', undefined],
  ['f(a.b)', undefined],
  ['true', undefined],
])('%s is a traversal as a whole or not', (expression, expected) => {
  expect(soleTraversal(expression)).toEqual(expected);
});
