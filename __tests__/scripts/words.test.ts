import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COVERED, filesOf, phrasesIn } from '../../scripts/words';

const ROOT = resolve(__dirname, '..', '..');

const found = (path: string, source: string): string[] =>
  phrasesIn(path, source).map(({ line, found: phrase }) => `${line} ${phrase}`);

/** Sentences of earlier versions of this repository, with the phrase that the lint must find. */
test.each([
  ["What AWS gives to something else is nobody's name.", ['What', "nobody's"]],
  ['After an error nobody knows what its memory holds.', ['nobody knows']],
  ['Whoever reads it would take an older one for it.', ['Whoever']],
  ['Who ends the run with a signal leaves a file.', ['Who ends']],
  ['Gives this memory to who asks next.', ['to who']],
  ['The noun instead of that which has no name.', ['that which']],
  ['Ignored. What cannot be read cannot be judged.', ['What']],
  ['See what it is does not matter.', ['what it is does']],
  ['Neither a list of texts nor a text.', ['texts', 'a text']],
  ['The report as text for people.', ['text for people']],
  ['An object has a member twice.', ['member']],
  ['A rule whose peer is a group.', ['peer']],
  ['The openings of a group.', ['openings']],
  ['Plans that were cut down.', ['cut down']],
  ['The grounds of a verdict.', ['grounds']],
  ['A proven plan.', ['proven']],
  ['The policy is another one.', ['is another one']],
  ['The file is no report.', ['is no']],
  ['Write the file anew.', ['anew']],
  ['The file is not there.', ['is not there']],
  ['The reason stands beside the rule.', ['stands beside']],
  ['The answer of moto is put right.', ['put right']],
  ['The deployment goes by the manifest.', ['goes by']],
  ['There: tcp 22. Allowed: tcp 80.', ['There:']],
])('the lint refuses: %s', (sentence, phrases) => {
  expect(found('a.ts', `// ${sentence}`)).toEqual(phrases.map((phrase) => `1 ${phrase}`));
});

test.each([
  'Ignore errors here; the loader reports them.',
  'Keeps the type, drops the content.',
  'Nobody is notified of a warning.',
  'Who may read the file? What does the message mean?',
  'Says what is wrong, why that matters and how to fix it.',
  'A plain text file, and the text of a comment.',
  'The optional peer dependencies, and VPC peering.',
  'The offset after the opening quote.',
  'There is no key of that name, and the rule is no longer used.',
  'The name `member` and {@link Peer} are identifiers. https://example.com/members',
  'The marker `*` stands for any characters.',
])('the lint accepts: %s', (sentence) => {
  expect(found('a.ts', `/** ${sentence} */`)).toEqual([]);
});

test('a TypeScript file is checked in its comments and sentences, and not in its identifiers and words', () => {
  const source = [
    '/**',
    ' * The first line, and a phrase that is cut',
    ' * down on the next.',
    ' *',
    ' * @param members names',
    ' */',
    "export const peer = 'member';",
    'const text = `the ${peer} has a member`; // another peer',
  ].join('\n');
  expect(found('a.ts', source)).toEqual(['2 cut down', '8 member', '8 peer']);
});

test('a Rego file is checked in its METADATA, comments and sentences, and not in its code', () => {
  const source = [
    '# METADATA',
    '# title: The openings of a group',
    'package lib.openings',
    '',
    '# A rule whose',
    '# peer is a group.',
    'peer := {"members": "the members of it"} # a member',
  ].join('\n');
  expect(found('lib/openings.rego', source)).toEqual(['2 openings', '6 peer', '7 members', '7 member']);
});

test('a Markdown file is checked in its text, and not in its headings and code', () => {
  const source = ['# What a member is', '', 'A `member` of', 'the peer.', '', '```', 'the member', '```'].join('\n');
  expect(found('docs/page.md', source)).toEqual(['4 peer']);
});

test('a workflow and a script are checked in their comments and descriptions, and not in their commands', () => {
  const source = [
    'name: the peer of a group',
    '# The file is',
    '# no report.',
    'run: curl --peer',
    'echo "no text" # a member',
    'description: Writes `member`',
    '',
  ].join('\n');
  for (const path of ['.github/workflows/a.yml', '.ci/run'])
    expect(found(path, source)).toEqual(['1 peer', '2 is no', '5 no text', '5 member']);
});

test('an address of Terraform is not a sentence', () => {
  expect(found('a.ts', '// Sends to aws_instance.peer.id and module.member, and to a peer.')).toEqual(['1 peer']);
});

test('the covered folders have no such phrase', () => {
  const files = filesOf(ROOT, COVERED);
  expect(files).toEqual(
    expect.arrayContaining([
      ...['main.ts', 'tollgate/judge.ts', 'stacks/tiers/network.ts', '__tests__/oracle/resolver.ts', '.ci/run'],
      ...['README.md', 'docs/reports.md', '.github/workflows/ci.yml', 'action.yml', '.pre-commit-hooks.yaml'],
    ]),
  );
  expect(files.filter((path) => path.startsWith('tollgate/dist/'))).toEqual([]);
  const phrases = files.flatMap((path) =>
    phrasesIn(path, readFileSync(join(ROOT, path), 'utf8')).map(
      ({ line, found: phrase }) => `${path}:${line} ${phrase}`,
    ),
  );
  expect(phrases).toEqual([]);
});
