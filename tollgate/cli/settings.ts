import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadArtifact } from '../engine/artifact';
import { decidedIn, isEntryOfMap, originOf } from '../engine/overlay';
import { loadSettings, type SettingsDirectories } from '../engine/settings';
import { readWaivers } from '../engine/waivers';
import { POLICIES } from '../home';
import { CouldNotJudge, type Json } from '../model';
import { clean, cleanLines } from '../report/clean';
import { count } from '../report/summary';
import { Text, type TextStyle } from '../report/text';
import type { Console } from './console';
import { settingsOption } from './settings-option';

/** Options of `tollgate settings`. */
export interface ShowOptions {
  readonly settings?: SettingsDirectories;
  readonly waivers?: string;
  readonly json?: boolean;
}

/** A value in force, and the file that decides it. */
interface InForce {
  /** `limits.json`. */
  readonly file: string;
  /** JSON pointer: `/limits/group/maximum_ceiling`. */
  readonly path: string;
  /** Null: not declared. */
  readonly value: Json;
  /** `default`, or `PATH:LINE:COLUMN` in a file of the team. */
  readonly from: string;
  /** Whether the value is one of many entries, such as a price. */
  readonly entry: boolean;
}

const HELP = `
A file of a directory states what differs from the default. Objects merge key by key; lists and other values replace; an entry
of a map, such as a price, replaces the whole entry, and null removes it. A later directory lies over the earlier ones.

Examples:
  tollgate settings --settings our-settings
  tollgate settings --settings our-settings --settings our-settings/environments/production --json

Exit codes:
  0  the settings are valid
  2  a file is refused, or missing`;

/** Adds `tollgate settings` to the program. */
export function registerSettings(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('settings')
    .summary('print the settings in force, and where each value comes from')
    .description('Prints the settings in force, and the file that each value comes from.')
    .addOption(settingsOption())
    .option('--waivers <FILE>', 'file with exceptions to rules, instead of waivers.json of the settings')
    .option('--json', 'print all values as JSON, every price included')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', HELP)
    .showHelpAfterError('Run `tollgate settings --help` for the options.')
    .action((options: ShowOptions) => {
      try {
        const all = inForce(options);
        console.out(
          options.json === true
            ? `${JSON.stringify({ settings: all.map(({ entry: _, ...value }) => value) }, null, 2)}\n`
            : table(all, console.style),
        );
        done(0);
      } catch (error) {
        if (!(error instanceof CouldNotJudge)) throw error;
        console.error(`${error.message}\n`);
        done(2);
      }
    });
}

function inForce({ settings, waivers }: ShowOptions): InForce[] {
  const { catalog, settings: names } = loadArtifact(join(POLICIES, 'compiled'));
  const defaults = join(POLICIES, 'defaults');
  const loaded = loadSettings(defaults, names, catalog, settings, waivers);
  // A waiver that a judgement would refuse is refused here as well.
  if (loaded.waivers !== undefined) readWaivers(loaded.waivers, catalog, new Date().toISOString().slice(0, 10));
  return [...loaded.files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, { files, located }]) => {
      const schema = JSON.parse(readFileSync(join(defaults, `${name}.schema.json`), 'utf8')) as Json;
      return decidedIn(located.content, schema).map(({ pointer, value }) => {
        const origin = originOf(files, pointer);
        const from = origin === undefined || origin === files[0] ? 'default' : origin.at(pointer);
        return { file: `${name}.json`, path: pointer, value, from, entry: isEntryOfMap(pointer, schema) };
      });
    });
}

/** Longest value in characters. The JSON has whole values. */
const SHOWN = 60;

function table(all: readonly InForce[], style: TextStyle): string {
  const text = new Text(style);
  const { bold, dim, yellow } = text.colours;
  for (const file of [...new Set(all.map((value) => value.file))]) {
    const own = all.filter((value) => value.file === file);
    const shown = own.filter(({ entry, from }) => !entry || from !== 'default');
    const nameOf = ({ path }: InForce): string => path.split('/').slice(2).join('.') || file.replace('.json', '');
    const width = Math.max(...shown.map((value) => nameOf(value).length));
    text.line(bold(file));
    for (const each of shown) {
      const { value, from } = each;
      const words = value === null ? 'not declared' : JSON.stringify(value);
      const short = words.length > SHOWN ? `${Array.from(words).slice(0, SHOWN).join('')}…` : words;
      text.labelled(
        2,
        clean(nameOf(each).padEnd(width)),
        `${clean(short)}  ${from === 'default' ? dim(from) : yellow(cleanLines(from))}`,
      );
    }
    const rest = own.length - shown.length;
    if (rest > 0)
      text.labelled(2, '', dim(`${rest === 1 ? '1 entry' : `${rest} entries`} of the default (see --json)`));
    text.blank();
  }
  const changed = all.filter(({ from }) => from !== 'default').length;
  text.line(dim(`${count(changed, 'value')} of your files, ${all.length - changed} of the default.`));
  return text.toString();
}
