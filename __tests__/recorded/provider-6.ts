import type { Plan } from '../../test/aws/plan';

/**
 * Plans of configurations that provider 6 accepts and the recorded version refuses, by the name of the entry. Each is made from the recorded plan of
 * production, by exchanging the one value that the older version does not know.
 */
export const PROVIDER_6: Readonly<Record<string, (production: Plan) => Plan>> = {
  'a refresh replaces the root volumes of running instances': (production) =>
    exchanged(production, [
      ['"strategy":"Rolling"', '"strategy":"ReplaceRootVolume"'],
      ['"strategy":{"constant_value":"Rolling"}', '"strategy":{"constant_value":"ReplaceRootVolume"}'],
    ]),
};

/** @throws Error when a string to exchange is not in the plan */
function exchanged(plan: Plan, texts: readonly (readonly [from: string, to: string])[]): Plan {
  let text = JSON.stringify(plan);
  for (const [from, to] of texts) {
    if (!text.includes(from)) throw new Error(`${from} is not in the plan`);
    text = text.replaceAll(from, to);
  }
  return JSON.parse(text) as Plan;
}
