import { duplicateMember } from '../../../tollgate/input/duplicates';
import { JsonTextError, MAX_DEPTH, parseJson } from '../../../tollgate/input/json-text';

const defect = (text: string): string => {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonTextError) return `${error.defect}: ${error.message}`;
    throw error;
  }
  return 'none';
};

describe('JSON that every program reads the same way', () => {
  test.each([
    ['{"a": [1, -2.5e3, "x:{\\"}", true, null, {}], "b": {"a": 1}}'],
    ['[]'],
    ['"a: \\\\"'],
    ['{"\\\\": 1, "\\"": 2, "\\\\\\"": {":": "{"}}'],
    ['{"": 1, " ": 2}'],
    ['{"__proto__": 1, "constructor": 2, "a": {"__proto__": {"x": 1}}}'],
    ['{"emoji": "\\ud83d\\ude00"}'],
    ['9007199254740993'],
    ['{"version":"\\u003e= 5, \\u003c 6 \\u0026 \\\\u003e"}'],
  ])('is read: %s', (text) => {
    expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(JSON.parse(text)));
  });

  test('keeps a key that is called __proto__', () => {
    const parsed = parseJson('{"__proto__": {"polluted": true}}');
    expect(Object.keys(parsed as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a duplicate key is refused', () => {
  test.each([
    ['{"a": 1, "a": 2}', '"a"', 'line 1, column 10'],
    ['{"x": {"a": 1},\n "y": [{"b": {}, "a": 1, "b": 1}]}', '"b"', 'line 2, column 26'],
    ['{"a": 1, "\\u0061": 2}', '"a"', 'line 1, column 10'],
    ['{"a\\/b": 1, "a/b": 2}', '"a/b"', 'line 1, column 13'],
    ['{"__proto__": 1, "__proto__": 2}', '"__proto__"', 'line 1, column 18'],
    ['{"a" \n:1, "a"\t: 2}', '"a"', 'line 2, column 5'],
    ['{"a":"\\u003e","a":"\\u003e"}', '"a"', 'line 1, column 15'],
    ['{"<":1,"\\u003c":1}', '"<"', 'line 1, column 8'],
  ])('%s', (text, name, at) => {
    expect(defect(text)).toBe(`duplicate: an object has the key ${name} twice (${at})`);
  });

  test.each([['{"a": {"a": {"a": "a"}}}'], ['[{"a": 1}, {"a": 2}]'], ['{"a": "\\"a\\": 1"}']])('not %s', (text) => {
    expect(defect(text)).toBe('none');
    expect(duplicateMember(text)).toBeUndefined();
  });
});

describe('a file that is not JSON is refused, with the place of the error', () => {
  test.each([
    ['{"a": 1', 'truncated: the JSON is incomplete (line 1, column 8)'],
    ['{"a": "x', 'truncated: the JSON is incomplete (line 1, column 7)'],
    ['{"a": tru', 'truncated: the JSON is incomplete (line 1, column 7)'],
    ['{"a": [1,\n', 'truncated: the JSON is incomplete (line 2, column 1)'],
    ['{"a": 1} x', 'trailing: the file continues after the end of the JSON (line 1, column 10)'],
    ['{"a": 1}{"b": 2}', 'trailing: the file continues after the end of the JSON (line 1, column 9)'],
    ['{"a": 1} "a": 2', 'trailing: the file continues after the end of the JSON (line 1, column 10)'],
    ['{"a": tru}', 'malformed: invalid symbol (line 1, column 7)'],
    ['{"a": 1,}', 'malformed: property name expected (line 1, column 9)'],
    ['{\'a\': 1, "b": 2}', 'malformed: invalid symbol (line 1, column 2)'],
    ['// no\n{"a": 1}', 'malformed: invalid comment token (line 1, column 1)'],
    ['{"a": 01, "b": 1}', 'malformed: comma expected (line 1, column 8)'],
  ])('%j', (text, expected) => {
    expect(defect(text)).toBe(expected);
  });
});

describe('values that programs take for different ones are refused', () => {
  test.each([
    ['{"port": 1e999}', 'number: a number is too large for a double, such as 1e999'],
    ['[-1e400]', 'number: a number is too large for a double, such as 1e999'],
    ['{"a": "\\ud800"}', 'surrogate: a string contains half of a surrogate pair'],
    ['{"\\uDFFF": 1}', 'surrogate: a string contains half of a surrogate pair'],
    ['{"a": "\\ude00\\ud83d"}', 'surrogate: a string contains half of a surrogate pair'],
  ])('%s', (text, expected) => {
    expect(defect(text)).toBe(expected);
  });
});

describe('size does not matter', () => {
  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('%s nested 100,000 levels deep are refused', (_, open, close) => {
    const text = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
    expect(defect(text)).toBe(`deep: the JSON is nested 100000 levels deep; the maximum is ${MAX_DEPTH}`);
    expect(defect(text.slice(0, 200_000))).toMatch(/^deep/);
  });

  test('the deepest that is allowed is read', () => {
    expect(defect(`${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`)).toBe('none');
  });

  test('brackets in strings do not count as nesting', () => {
    expect(defect(`{"a": "${'['.repeat(100_000)}"}`)).toBe('none');
  });

  // A quadratic reader would take minutes.
  test.each([
    ['a string of 10 MB', `{"a": "${'x'.repeat(10_000_000)}", "a": 1}`],
    ['a string of 5,000,000 escaped quotes', `{"a": "${'\\"'.repeat(5_000_000)}", "a": 1}`],
    ['a string of 5,000,000 escaped backslashes', `{"a": "${'\\\\'.repeat(5_000_000)}", "a": 1}`],
    ['100,000 keys', `{${Array.from({ length: 100_000 }, (_, at) => `"m${at}": 1`).join(',')}, "m5": 1}`],
    ['a string that does not end', `{"a": "${'\\"'.repeat(5_000_000)}`],
  ])(
    '%s is read through to its end',
    (_, text) => {
      expect(defect(text)).toMatch(/^(duplicate: an object has the key "(a|m5)" twice|truncated)/);
    },
    20_000,
  );
});
