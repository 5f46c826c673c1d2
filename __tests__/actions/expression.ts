/** As much of the expressions of GitHub Actions as the action and the workflows here are written in. */

type Value = string | boolean | undefined;

/** Gives the value of a name that an expression may read: `inputs.plan`, `steps.judge.outputs.verdict`, … */
export type Lookup = (path: string) => string | undefined;

/** The functions for the status of the job. */
export interface Standing {
  readonly failed: boolean;
}

const TOKEN = /\s*('(?:[^']|'')*'|[A-Za-z_][\w-]*(?:\.[\w-]+)*|==|!=|&&|\|\||[!(),])/y;

/**
 * Evaluates an expression, with or without `${{ }}` around it.
 *
 * @throws Error for syntax that this evaluator does not know
 */
export function evaluate(expression: string, lookup: Lookup, { failed }: Standing): Value {
  const tokens = tokenize(expression.replace(/^\s*\$\{\{|\}\}\s*$/g, ''));
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const take = (token: string): boolean => tokens[at] === token && at++ >= 0;

  const functions: Readonly<Record<string, (...words: readonly Value[]) => Value>> = {
    always: () => true,
    cancelled: () => false,
    success: () => !failed,
    failure: () => failed,
    format: (pattern, ...words) => String(pattern).replace(/\{(\d)\}/g, (_, index) => String(words[Number(index)])),
  };

  function primary(): Value {
    const token = next();
    if (token === '!') return !truthy(primary());
    if (token === '(') {
      const value = or();
      if (!take(')')) throw new Error(`no ) in ${expression}`);
      return value;
    }
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (!/^[A-Za-z_]/.test(token)) throw new Error(`${token} in ${expression}`);
    if (!take('(')) return token === 'true' || token === 'false' ? token === 'true' : lookup(token);
    const words: Value[] = [];
    while (!take(')')) {
      words.push(or());
      take(',');
    }
    const called = functions[token];
    if (called === undefined) throw new Error(`no function ${token}`);
    return called(...words);
  }
  function equality(): Value {
    const left = primary();
    if (take('==')) return (left ?? '') === (primary() ?? '');
    return take('!=') ? (left ?? '') !== (primary() ?? '') : left;
  }
  function and(): Value {
    let value = equality();
    while (take('&&')) {
      const right = equality();
      value = truthy(value) ? right : value;
    }
    return value;
  }
  function or(): Value {
    let value = and();
    while (take('||')) {
      const right = and();
      value = truthy(value) ? value : right;
    }
    return value;
  }

  const value = or();
  if (at < tokens.length) throw new Error(`${tokens[at] ?? ''} is left of ${expression}`);
  return value;
}

/** Replaces every `${{ }}` of a string. */
export function fill(text: string, lookup: Lookup, standing: Standing): string {
  return text.replace(/\$\{\{.*?\}\}/g, (expression) => String(evaluate(expression, lookup, standing) ?? ''));
}

/** Whether a value counts as true in a condition. */
export function truthy(value: Value): boolean {
  return value !== undefined && value !== false && value !== '';
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`cannot read ${text}`);
    tokens.push(token);
  }
  return tokens;
}
