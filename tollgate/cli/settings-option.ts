import { Option } from 'commander';

/** The option `--settings DIR` of all commands that judge or export. */
export function settingsOption(): Option {
  return new Option(
    '--settings <DIR>',
    'directory of your flows, limits, budgets, …: a file states what differs from the default; repeatable, a later one over the earlier ones',
  ).argParser((directory: string, previous: readonly string[] | undefined) => [...(previous ?? []), directory]);
}
