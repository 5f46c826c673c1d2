import type { TextStyle } from '../report/human';

/** What the command line has to do with the world. */
export interface Console {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Everything that comes in by standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Asks at the terminal; absent when there is none. */
  readonly ask?: (question: string) => Promise<string>;
  /** Shows in one line how far a long run is, in place of what it showed before; absent where nobody looks. */
  readonly progress?: (text: string) => void;
  readonly style: TextStyle;
}
