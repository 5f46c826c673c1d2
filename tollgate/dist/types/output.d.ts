import { type GateFiles, type JudgeOptions } from './judge';
import { type Judged } from './model';
import { type Format } from './report/formats';
import type { TextStyle } from './report/human';
/** One report and its destination. */
export interface Output {
    readonly format: Format;
    /** Absent: standard output. */
    readonly file?: string;
}
/** Command-line options that choose reports. */
export interface OutputWords {
    /** Each entry is `NAME` or `NAME=FILE`. */
    readonly format?: readonly string[] | undefined;
    /** File for the report that names no file itself, instead of standard output. */
    readonly output?: string | undefined;
    /** Same as `--format json`. */
    readonly json?: boolean | undefined;
}
/** The command line is not valid. */
export declare class UsageError extends Error {
    readonly name = "UsageError";
}
/**
 * Parses the options that choose reports. The human-readable report goes to standard output unless another report does.
 *
 * @throws UsageError naming the invalid option
 */
export declare function outputsOf({ format, output, json }: OutputWords): Output[];
/** The parsed command line of a CDKTF program. */
export interface Words {
    readonly outputs: readonly Output[];
    /** Whether the human-readable report lists everything. */
    readonly details: boolean;
    readonly judge: Pick<JudgeOptions, 'waivers' | 'baseline' | 'failOn'>;
    /** Commit whose settings, waivers and baseline judge; absent: those of the working tree. */
    readonly settingsFrom?: string;
}
/**
 * Parses the command line of a program that judges its own synthesis.
 *
 * @param args arguments after the program name: `--format`, `--output`, `--json`, `--waivers`, `--baseline`,
 * `--settings-from`, `--fail-on`
 * @throws UsageError for any other argument
 */
export declare function wordsOf(args: readonly string[]): Words;
/** Where the reports go. */
export interface Writing {
    readonly files: GateFiles;
    /** Writes to standard output. */
    readonly out: (text: string) => void;
    /** Style of reports on standard output. */
    readonly style: TextStyle;
}
/**
 * Writes every report, files first, so that the report on standard output comes last.
 *
 * @throws Error naming the first file that could not be written, after all other reports are written
 */
export declare function writeReports(judged: readonly Judged[], outputs: readonly Output[], writing: Writing): void;
