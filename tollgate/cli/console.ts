import type { TextStyle } from '../report/human';

/** Input and output of the command line. */
export interface Console {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Reads standard input to the end. */
  readonly input: () => Promise<Uint8Array>;
  /** Asks a question at the terminal; absent without a terminal. */
  readonly ask?: (question: string) => Promise<string>;
  /** Replaces the progress line; absent when standard error is not a terminal. */
  readonly progress?: (text: string) => void;
  readonly style: TextStyle;
}
