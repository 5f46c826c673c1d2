import { CouldNotJudge, isObject, SEVERITIES, type JsonObject, type RuleInfo } from '../model';

/**
 * The catalog with the severities of the settings (`enforcement.severities`).
 *
 * @throws CouldNotJudge when the settings name a rule that does not exist
 */
export function withSeverities(catalog: readonly RuleInfo[], settings: JsonObject): readonly RuleInfo[] {
  const { enforcement } = settings;
  const given = isObject(enforcement) && isObject(enforcement['severities']) ? enforcement['severities'] : {};
  const known = new Set(catalog.map(({ id }) => id));
  const unknown = Object.keys(given).find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new CouldNotJudge(
      `enforcement.json gives a severity to ${unknown}, but no rule has this id.`,
      'A severity of a misspelt rule would have no effect.',
      `Known are ${[...known].join(', ')}. A rule of your own needs \`--rules DIR\`.`,
    );
  }
  return catalog.map((rule) => {
    const severity = SEVERITIES.find((each) => each === given[rule.id]);
    return severity === undefined ? rule : { ...rule, severity };
  });
}
