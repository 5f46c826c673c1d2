/**
 * Refuses words and phrases that readers of this repository have misunderstood, in comments, strings, Rego METADATA,
 * Markdown, and comments and descriptions of YAML and shell. Identifiers, addresses of Terraform and code in backticks may
 * use any word.
 *
 * Usage: `tsx scripts/words.ts` checks the files in {@link COVERED}; `tsx scripts/words.ts PATH…` checks these files and
 * folders instead. Prints `file:line: "phrase": replacement` for each phrase and exits with 1.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** A phrase that a reader has to decode. */
export interface Phrase {
  /** Starts at 1. */
  readonly line: number;
  readonly found: string;
  /** Replacement, or how to find one. */
  readonly instead: string;
}

/** Prose in a file, and the offset of its first character. */
interface Prose {
  readonly start: number;
  /** As long as the source, so that offsets agree: markup and code are blank. */
  readonly text: string;
}

/** Git pathspecs of the files that the lint checks by default. Add `policies/*.rego` once their words are clean. */
export const COVERED = [
  '*.md',
  '*.yaml',
  '*.yml',
  '.ci/run',
  '__tests__/*.ts',
  'bench/*.ts',
  'config/*.ts',
  'main.ts',
  'scripts/*.ts',
  'stacks/*.ts',
  'test/*.ts',
  'tollgate/*.ts',
];

/** Paths that the lint does not check. */
const EXCLUDED: readonly RegExp[] = [
  // History, and generated files.
  /^tollgate\/dist\/|^policies\/compiled\/|^docs\/adr\/|^docs\/rules\/|^bench\/results\.md$|(^|\/)CHANGELOG\.md$|^__tests__\/golden\//,
  // The phrases themselves, and the test of the lint.
  /^(scripts|__tests__\/scripts)\/words(\.test)?\.ts$/,
  // Expects the METADATA of a rule word by word.
  /^__tests__\/cli\/rules\.test\.ts$/,
];

const READABLE = /\.(ts|rego|md|ya?ml|sh)$|^\.ci\/run$/;

/** Phrases in any case, with the replacement. `\s` also matches a line break inside a comment. */
const PHRASES: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bnobody's\b/, 'name the owner, or say "not a …"'],
  [
    /\bnobody\s+(?:can|could|knows|looks|looked|needs|asks|asked|promised|ends)\b/,
    'say what is unknown, or name the actor',
  ],
  [/\bwhoever\b/, '"the user who …", "anybody who …", or "if you …"'],
  [/(?<=^\s*|[.;:]\s+)who\s+(?!(?:else|are|is|was)\b[^.]*\?)\w+s\b/, '"if you …", or "the user who …"'],
  [/\b(?:for|to|by|from)\s+who\b/, 'name the person or the program'],
  [/\bthat\s+which\b/, 'a noun'],
  [/(?<=^\s*|[.!?]\s+)what\s(?![^.?!]*\?)/, 'a noun as the subject, instead of a clause with "what"'],
  [/\bwhat\s+(?:it|they)\s+(?:is|are|holds?)\s+(?:stays?|does|do)\b/, 'nouns: "keeps the type, drops the content"'],
  [/\btexts\b|\b(?:an?|no|one|each|every|empty)\s+text\b(?!\s+(?:file|editor|format|report))/, '"string"'],
  [/\btext\s+for\s+people\b/, '"human-readable"'],
  [/\bmembers?\b/, '"property" or "key" of an object, "element" of a set or list'],
  [
    /\bpeers?\b(?<!\b(?:optional|npm|VPC)\s+peers?)(?!\s+dependenc)/,
    '"source" or "destination" of a rule; "other tool"',
  ],
  [/\bopenings?\b(?!\s+(?:quotes?|braces?|brackets?|tags?|parenthes[ei]s)\b)/, '"rule that allows …"'],
  [/\bcut(?:s|ting)?\s+(?:\w+\s+)?down\b/, '"prune"'],
  [/\bgrounds\b/, '"inputs" or "reason"'],
  [/\b(?:un)?proven\b/, '"validated", "checked" or "certain"'],
  [/\bis\s+another\s+one\b/, '"differs" or "has changed"'],
  [/(?<!\bthere\s)\b(?:is|are)\s+no\s(?!longer\b|more\b|such\b)/, '"is not a …"'],
  [/\banew\b/, '"again"'],
  [/\b(?:is|are|was|were)\s+(?:not\s+)?there\b(?=[.,;:)]|\s+(?:already|too|twice|as\s+well)\b)/, '"exists"'],
  [/\bstands?\s+(?:in|at|beside|around|behind|below|above|under|there|where|elsewhere)\b/, '"is in", "is beside", …'],
  [/\bput\s+right\b/, '"corrected"'],
  [/\bgoes?\s+by\b(?!\s+the\s+name)/, '"uses"'],
  [/\bthere:\s/, '"found:"'],
];

/** Finds the phrases of {@link PHRASES} in one file. */
export function phrasesIn(path: string, source: string): Phrase[] {
  return proseOf(path, source)
    .flatMap(({ start, text }) =>
      PHRASES.flatMap(([pattern, instead]) =>
        [...text.matchAll(new RegExp(pattern, 'gi'))].map((match) => ({
          offset: start + match.index,
          found: match[0].trim().replaceAll(/\s+/g, ' '),
          instead,
        })),
      ),
    )
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, ...phrase }) => ({ line: source.slice(0, offset).split('\n').length, ...phrase }));
}

function proseOf(path: string, source: string): Prose[] {
  if (path.endsWith('.ts')) return typescriptProse(path, source);
  if (path.endsWith('.rego')) return regoProse(source);
  if (path.endsWith('.md')) return [{ start: 0, text: markdownProse(source) }];
  return scriptProse(source);
}

/** Comments, each run of line comments as one, and strings with more than one word. */
function typescriptProse(path: string, source: string): Prose[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const comments = new Map<number, number>();
  const strings: Prose[] = [];
  const visit = (node: ts.Node): void => {
    const ranges = [
      ts.getLeadingCommentRanges(source, node.getFullStart()),
      ts.getTrailingCommentRanges(source, node.end),
    ];
    for (const { pos, end } of ranges.flatMap((found) => found ?? [])) comments.set(pos, end);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const text = withoutCode(
        source
          .slice(node.getStart(), node.end)
          .replaceAll('\\`', ' `')
          .replaceAll(/^['"`}]|['"`]$|\$\{$/g, ' '),
      );
      if (/\w\s+\S/.test(text.trim())) strings.push({ start: node.getStart(), text });
    }
    node.getChildren(file).forEach(visit);
  };
  visit(file);
  return [...strings, ...joined([...comments], source)];
}

/** Joins line comments that follow each other, because a phrase may continue on the next line. */
function joined(comments: readonly (readonly [start: number, end: number])[], source: string): Prose[] {
  const runs: { start: number; end: number }[] = [];
  for (const [start, end] of [...comments].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && source.startsWith('//', start) && source.slice(last.end, start).trim() === '')
      last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => ({ start, text: withoutCode(withoutMarks(source.slice(start, end))) }));
}

/** Comments and METADATA, each run of lines as one, and strings with more than one word. */
function regoProse(source: string): Prose[] {
  const comments = [...source.matchAll(/(?:^[ \t]*#.*\n?)+|(?<=[\s\])}])#(?=\s)[^"\n]*$/gm)].map(
    ({ 0: text, index }) => ({
      start: index,
      text: withoutCode(withoutMarks(text)),
    }),
  );
  const strings = [...source.matchAll(/^(?!\s*#).*$/gm)].flatMap(({ 0: line, index }) =>
    [...line.matchAll(/"(?:[^"\\]|\\.)*"/g)].map((match) => ({
      start: index + match.index + 1,
      text: withoutCode(match[0].slice(1, -1)),
    })),
  );
  return [...comments, ...strings.filter(({ text }) => /\w\s+\S/.test(text))];
}

/** Comments of YAML and shell, each run of lines as one, and descriptions, names and `echo` of a line. */
function scriptProse(source: string): Prose[] {
  const comments = [...source.matchAll(/(?:^[ \t]*#.*\n?)+|(?<=\s)#\s.*$/gm)];
  const sentences = [...source.matchAll(/^[ \t-]*(?:description:|name:|echo\b)[^#\n]*/gm)];
  return [...comments, ...sentences].map(({ 0: text, index }) => ({
    start: index,
    text: withoutCode(withoutMarks(text)),
  }));
}

/** Paragraphs and lists. Headings and code are blank. */
function markdownProse(source: string): string {
  return withoutCode(source.replaceAll(/^```[\s\S]*?^```|^#.*$/gm, blank));
}

/** Replaces comment marks, tags and keys of METADATA, so that only sentences are left. */
function withoutMarks(comment: string): string {
  return comment.replaceAll(
    /^[ \t]*(?:\/\*\*?|\*\/|\*(?!\/)|\/\/|#)(?:[ \t]*(?:@(?:param \w+|\w+) ?|[a-z_]+:(?=\s)))?|\*\/$/gm,
    blank,
  );
}

function withoutCode(text: string): string {
  return text.replaceAll(
    /`[^`]*`|\{@link [^}]*\}|https?:\/\/\S+|\b(?:aws_\w+|module|data|var|local)(?:\.\w+)+/g,
    blank,
  );
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

/**
 * Lists the files that the lint can read.
 *
 * @param paths git pathspecs: files, folders and patterns, relative to the root of the repository
 */
export function filesOf(root: string, paths: readonly string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...paths], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => READABLE.test(path) && !EXCLUDED.some((pattern) => pattern.test(path)));
}

function main(paths: readonly string[]): void {
  const root = resolve(__dirname, '..');
  const files = filesOf(root, paths.length > 0 ? paths : COVERED);
  const lines = files.flatMap((path) =>
    phrasesIn(path, readFileSync(join(root, path), 'utf8')).map(
      ({ line, found, instead }) => `${path}:${line}: "${found}": ${instead}`,
    ),
  );
  for (const line of lines) console.error(line);
  console.log(`${files.length} files, ${lines.length} phrases to replace`);
  process.exitCode = lines.length === 0 && files.length > 0 ? 0 : 1;
}

if (require.main === module) main(process.argv.slice(2));
