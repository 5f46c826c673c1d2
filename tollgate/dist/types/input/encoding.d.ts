/**
 * Bytes to text, whichever way the file was written: UTF-8, UTF-16LE as PowerShell's `>` makes it, UTF-16BE; each with or
 * without a byte order mark. JSON begins with an ASCII character, so zero bytes tell the width where no mark does.
 *
 * @param file name of the file, for errors
 * @throws CouldNotJudge for any other encoding, and for more text than one string can hold
 */
export declare function decode(bytes: Uint8Array, file: string): string;
