import { Ahead } from '../evasions/ahead';
import { answerTo, sorted } from '../evasions/answer';
import type { Answer, EvasionCase } from '../evasions/case';
import { families, planOf, setsOf, type Sets } from '../evasions/corpus';

interface Run {
  readonly name: string;
  readonly evasion: EvasionCase;
  readonly sets: Sets;
}

function runsOf(cases: readonly EvasionCase[]): Run[] {
  return cases.flatMap((evasion) =>
    setsOf(evasion).map((sets) => ({
      name: `${evasion.id}: ${evasion.sentence}${sets === 'whole' ? ', in a set that is unknown as a whole' : ''}`,
      evasion,
      sets,
    })),
  );
}

const groups = families.map(({ name, cases }) => ({ name, runs: runsOf(cases) }));
const plans = new Ahead(
  groups.flatMap(({ runs }) => runs),
  ({ evasion, sets }) => planOf(evasion, sets),
);

function expected({ evasion, sets }: Run): Required<Answer> {
  const answer: Answer = sets === 'whole' && evasion.whole !== undefined ? evasion.whole : evasion;
  const { verdict, denied = [], undecided = [], problems = [] } = answer;
  return { verdict, denied: sorted(denied), undecided: sorted(undecided), problems };
}

describe.each(groups)('$name', ({ runs }) => {
  test.each(runs)('$name', async (run) => {
    expect(answerTo(await plans.result(run))).toEqual(expected(run));
  });
});
