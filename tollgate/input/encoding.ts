import { constants, isUtf8 } from 'node:buffer';
import { CouldNotJudge } from '../model';

const UNREADABLE = 'What cannot be read cannot be judged.';
const REWRITE = 'Write it again as UTF-8: `terraform show -json tfplan > plan.json`.';
const LARGEST = constants.MAX_STRING_LENGTH;

/**
 * Bytes to text, whichever way the file was written: UTF-8, UTF-16LE as PowerShell's `>` makes it, UTF-16BE; each with or
 * without a byte order mark. JSON begins with an ASCII character, so zero bytes tell the width where no mark does.
 *
 * @param file name of the file, for errors
 * @throws CouldNotJudge for any other encoding, and for more text than one string can hold
 */
export function decode(bytes: Uint8Array, file: string): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = wideOrder(data);
  const length = wide === undefined ? data.length : data.length / 2;
  if (length > LARGEST) {
    throw new CouldNotJudge(
      `${file} is too large: ${mebibytes(length)} of text, and ${mebibytes(LARGEST)} can be read.`,
      UNREADABLE,
      'Judge the parts apart: plan the modules or workspaces that it consists of by themselves.',
    );
  }
  if (wide !== undefined) return decodeWide(data, wide, file);
  if (!isUtf8(data)) {
    throw new CouldNotJudge(`${file} is neither UTF-8 nor UTF-16 text.`, UNREADABLE, REWRITE);
  }
  const marked = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf;
  return data.toString('utf8', marked ? 3 : 0);
}

function wideOrder([first, second]: Buffer): 'little' | 'big' | undefined {
  if ((first === 0xff && second === 0xfe) || (isAscii(first) && second === 0)) return 'little';
  if ((first === 0xfe && second === 0xff) || (first === 0 && isAscii(second))) return 'big';
  return undefined;
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80;
}

function decodeWide(data: Buffer, order: 'little' | 'big', file: string): string {
  if (data.length % 2 !== 0) {
    throw new CouldNotJudge(
      `${file} is UTF-16 text that is cut off in the middle of a character.`,
      UNREADABLE,
      REWRITE,
    );
  }
  const little = order === 'little' ? data : Buffer.from(data).swap16();
  try {
    // Takes the byte order mark away, and refuses halves of characters.
    return new TextDecoder('utf-16le', { fatal: true }).decode(little);
  } catch {
    throw new CouldNotJudge(`${file} looks like UTF-16 text and is none.`, UNREADABLE, REWRITE);
  }
}

function mebibytes(length: number): string {
  return `${Math.round(length / (1 << 20))} MiB`;
}
