import { type GateFiles, type JudgeOptions } from './judge';
import { type Judged } from './model';
import { type Format } from './report/formats';
import type { TextStyle } from './report/human';
/** One report and where it goes. */
export interface Output {
    readonly format: Format;
    /** Absent: standard output. */
    readonly file?: string;
}
/** Words of the command line that choose reports. */
export interface OutputWords {
    /** `NAME` or `NAME=FILE`, each. */
    readonly format?: readonly string[] | undefined;
    /** Where the one without a file of its own goes in place of standard output. */
    readonly output?: string | undefined;
    /** The same as the format `json`. */
    readonly json?: boolean | undefined;
}
/** The command line asks for something that cannot be. */
export declare class UsageError extends Error {
    readonly name = "UsageError";
}
/**
 * Understands which reports are asked for. The text for people goes to standard output unless another does.
 *
 * @throws UsageError naming the word that cannot be understood
 */
export declare function outputsOf({ format, output, json }: OutputWords): Output[];
/** Where the words of a program lead: how it judges and what it writes. */
export interface Words {
    readonly outputs: readonly Output[];
    readonly judge: Pick<JudgeOptions, 'waivers' | 'baseline' | 'failOn'>;
}
/**
 * Understands the command line of a program that judges what it synthesizes.
 *
 * @param args without the program: `--format`, `--output`, `--json`, `--waivers`, `--baseline`, `--fail-on`
 * @throws UsageError for any other word
 */
export declare function wordsOf(args: readonly string[]): Words;
/** Where reports are written and whose rules they explain. */
export interface Writing {
    readonly files: GateFiles;
    /** Writes to standard output. */
    readonly out: (text: string) => void;
    /** For text on standard output. */
    readonly style: TextStyle;
}
/**
 * Writes every report: files first, so that what is on the screen is the last word.
 *
 * @throws Error naming the first file that cannot be written, after all others are
 */
export declare function writeReports(judged: readonly Judged[], outputs: readonly Output[], writing: Writing): void;
