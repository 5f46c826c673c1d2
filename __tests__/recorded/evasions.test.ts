import { answerTo, sorted } from '../evasions/answer';
import type { Answer, EvasionCase } from '../evasions/case';
import { families } from '../evasions/corpus';
import { recorded } from './archive';
import { recipeOf } from './recipe';
import { asListed } from './refused';

function expected({ verdict, denied = [], undecided = [], problems = [] }: EvasionCase): Required<Answer> {
  return { verdict, denied: sorted(denied), undecided: sorted(undecided), problems };
}

describe.each(families)('$name', ({ name: family, cases }) => {
  test.each(cases)('$id: $sentence', (evasion) => {
    const documents = recorded(recipeOf(family, evasion));
    expect(asListed(evasion.id, documents)).toBeUndefined();
    if (documents.plan === undefined) return;
    expect(answerTo(documents.plan)).toEqual(expected(evasion));
  });
});
