/** Escapes text for GitHub Markdown. Text from the judged input must appear literally and never act as Markdown. */

import { clean } from './clean';

/** Joins lines and trims. */
export function oneLine(text: string): string {
  return clean(text.replace(/\s+/g, ' ').trim());
}

/** Literal text: no formatting, no links, no mentions. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b')
    .replaceAll('://', ':\\//')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}\\.`);
}

/** Like `plain`, but text between backticks becomes code. */
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

/** Inline code, fenced by as many backticks as needed. In a table use `cell`, because a `|` would end the cell. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === '') return '(empty)';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Inline code in a table cell. */
export function cell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Text inside an HTML element. */
export function html(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');
}
