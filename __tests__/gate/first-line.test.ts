/** The first line of every output has, beside "passed", the count of everything else. */
import { compareMarkdown } from '../../tollgate/comment/text';
import { compareReports } from '../../tollgate/compare/compare';
import { compareHuman } from '../../tollgate/compare/human';
import type { Finding, Judged, Report } from '../../tollgate/model';
import { render } from '../../tollgate/report/formats';
import { passed } from '../pull-request/reports';

const finding: Finding = {
  ...{ id: 'NET-001', rule: 'network.x', title: 'X', severity: 'low', enforcement: 'warn', stack: 'web' },
  ...{ address: 'aws_x.y', path: 'p', why: 'it is wrong', fix: 'Fix it.', found: '1', allowed: '2', fingerprint: 'f' },
};
const { found: _, allowed: __, ...undecided } = finding;
const waiver = { rule: 'NET-001', address: 'aws_x.y', path: 'p', found: ['1'], reason: 'A good reason.', owner: 'me' };

const besides: readonly (readonly [string, Partial<Report>])[] = [
  ['1 undecided', { undecided: [undecided] }],
  ['1 warning', { findings: [finding] }],
  ['1 waived', { waived: [{ ...finding, waiver: { ...waiver, expires: '2026-03-31' } }] }],
  ['1 in the baseline', { known: [finding] }],
];

const style = { colour: false, width: 200 };
const first = (text: string): string => text.split('\n')[0] ?? '';

function firstLines(report: Report): string[] {
  const judged: Judged[] = [{ files: ['plan.json'], report }];
  const twice = [...judged, { files: ['other.json'], report: passed }];
  const context = { version: '1', catalog: [], style };
  const side = (inputs: readonly Judged[]): { verdict: Report['verdict']; inputs: readonly Judged[] } => ({
    ...{ verdict: passed.verdict, inputs },
  });
  const compared = compareReports(side([{ files: ['plan.json'], report: passed }]), side(judged));
  return [
    first(render('human', judged, context)),
    first(render('markdown', judged, context)),
    first(render('github', judged, context)),
    first(render('markdown', twice, context)),
    render('human', twice, context).trimEnd().split('\n').at(-1) ?? '',
    first(compareHuman(compared, style)),
    first(compareMarkdown(compared)),
  ];
}

test.each(besides)('has %s', (words, part) => {
  for (const line of firstLines({ ...passed, ...part })) {
    expect(line).toMatch(/passed/i);
    expect(line).toContain(words);
  }
});

test('has all of them together', () => {
  const all = besides.reduce((report, [, part]) => ({ ...report, ...part }), passed);
  for (const line of firstLines(all)) for (const [words] of besides) expect(line).toContain(words);
});

test('has nothing more where there is nothing more', () => {
  for (const line of firstLines(passed)) expect(line).not.toMatch(/undecided|warning|waived|baseline/);
});
