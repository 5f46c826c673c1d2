import type { JsonObject } from '../../gate/model';
import { Ahead } from '../evasions/ahead';
import { answerTo, sorted } from '../evasions/answer';
import type { Answer, EvasionCase } from '../evasions/case';
import { families, planOf, setsOf, type Sets } from '../evasions/corpus';
import { askEverywhere } from '../opa/everywhere';
import { compiled } from '../opa/stock';
import { comparable, FACTS, regoFacts } from '../oracle/rego-facts';
import { resolve } from '../oracle/resolver';

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

/** The plans that were asked for, by the name of their test. */
const seen = new Map<string, JsonObject>();

function expected({ evasion, sets }: Run): Required<Answer> {
  const answer: Answer = sets === 'whole' && evasion.whole !== undefined ? evasion.whole : evasion;
  const { verdict, denied = [], undecided = [], problems = [] } = answer;
  return { verdict, denied: sorted(denied), undecided: sorted(undecided), problems };
}

describe.each(groups)('$name', ({ runs }) => {
  test.each(runs)('$name', async (run) => {
    const plan = await plans.result(run);
    seen.set(run.name, plan as unknown as JsonObject);
    expect(answerTo(plan)).toEqual(expected(run));
  });
});

describe('of every plan above', () => {
  test('stock OPA and OPA 0.61.0 say what the compiled policy says', async () => {
    const answers = await askEverywhere(seen);
    let cuts = 0;
    for (const name of seen.keys()) {
      const own = [name, answers.compiled(name)];
      expect([name, answers.current(name)]).toEqual(own);
      expect([name, answers.old(name)]).toEqual(own);
      const cut = answers.cut(name);
      if (cut === undefined) continue;
      expect([name, cut]).toEqual(own);
      cuts += 1;
    }
    // All but states, and plans that change nothing.
    expect(cuts).toBeGreaterThan(seen.size / 2);
  });

  test('an independent reading finds the same groups, openings and attachments', () => {
    const ask = compiled(FACTS.file, FACTS.entrypoint);
    for (const [name, plan] of seen)
      expect([name, comparable(regoFacts(ask(plan)))]).toEqual([name, comparable(resolve({ '': plan }))]);
  });
});
