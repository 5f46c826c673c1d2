import { edited, families } from './corpus';
import type { Outcome } from './case';

const cases = families.flatMap((family) => family.cases);

const ofVerdict = (verdict: Outcome): number => cases.filter((evasion) => evasion.verdict === verdict).length;

test('the corpus is as large as it promises', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(ofVerdict('harmless')).toBeGreaterThanOrEqual(50);
  expect(ofVerdict('undecided')).toBeGreaterThanOrEqual(20);
});

test('no two cases have the same id or sentence', () => {
  for (const texts of [cases.map(({ id }) => id), cases.map(({ sentence }) => sentence)]) {
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  }
});

test.each(families)('$name: violating cases have harmless twins', ({ cases: own }) => {
  const verdicts = new Set(own.map(({ verdict }) => verdict));
  expect(verdicts).toContain('violating');
  expect(verdicts).toContain('harmless');
});

test.each(cases)('$id says what it expects, and its edits fit the base', (evasion) => {
  const { verdict, denied = [], undecided = [], problems = [], base = 'flat', applied = [] } = evasion;
  expect(denied.length > 0).toBe(verdict === 'violating');
  if (verdict === 'harmless') expect(undecided).toEqual([]);
  if (verdict === 'undecided') expect(undecided.length + problems.length).toBeGreaterThan(0);
  for (const edit of [...applied, evasion]) expect(() => edited(base, edit)).not.toThrow();
});
