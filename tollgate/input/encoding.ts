import { constants, isUtf8 } from 'node:buffer';
import { CouldNotJudge } from '../model';

const UNREADABLE = 'The gate cannot judge a file that it cannot read.';
const REWRITE = 'Write the file again as UTF-8: `terraform show -json tfplan > plan.json`.';
const LARGEST = constants.MAX_STRING_LENGTH;

/**
 * Decodes a file: UTF-8, UTF-16LE (which PowerShell's `>` writes) or UTF-16BE, each with or without a byte order mark.
 * JSON starts with an ASCII character, so a zero byte reveals UTF-16 without a mark.
 *
 * @param file name of the file in errors
 * @throws CouldNotJudge for any other encoding, and for a file longer than the maximum string length
 */
export function decode(bytes: Uint8Array, file: string): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = wideOrder(data);
  const length = wide === undefined ? data.length : data.length / 2;
  if (length > LARGEST) {
    throw new CouldNotJudge(
      `${file} is too large: ${mebibytes(length)}; the maximum is ${mebibytes(LARGEST)}.`,
      UNREADABLE,
      'Split the plan: plan each module or workspace separately.',
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
    throw new CouldNotJudge(`${file} is UTF-16 text that ends in the middle of a character.`, UNREADABLE, REWRITE);
  }
  const little = order === 'little' ? data : Buffer.from(data).swap16();
  try {
    // Removes the byte order mark and refuses lone surrogates.
    return new TextDecoder('utf-16le', { fatal: true }).decode(little);
  } catch {
    throw new CouldNotJudge(`${file} looks like UTF-16 text but is not valid UTF-16.`, UNREADABLE, REWRITE);
  }
}

function mebibytes(length: number): string {
  return `${Math.round(length / (1 << 20))} MiB`;
}
