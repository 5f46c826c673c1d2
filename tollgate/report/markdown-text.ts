/** Text inside of GitHub Markdown. What comes from what was judged is shown as it is: it must not act as Markdown. */

/** On one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Shown as it is, whatever it contains: it formats nothing, links nowhere, and nobody is notified of it. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b')
    .replaceAll('://', ':\\//')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}\\.`);
}

/** The same, with the parts between backticks as code. */
export function prose(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, position) => {
      if (position % 2 === 1) return code(part.slice(1, -1));
      const words = plain(part);
      return `${/^\s/.test(part) ? ' ' : ''}${words}${words !== '' && /\s$/.test(part) ? ' ' : ''}`;
    })
    .join('');
}

/** As code, between as many backticks as needed. A `|` in it would end the cell of a table. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === '') return '(empty)';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** As code in a cell of a table. */
export function cell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Inside of an HTML element. */
export function html(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');
}
