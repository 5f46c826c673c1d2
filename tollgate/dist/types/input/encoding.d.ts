/**
 * Decodes a file: UTF-8, UTF-16LE (which PowerShell's `>` writes) or UTF-16BE, each with or without a byte order mark.
 * JSON starts with an ASCII character, so a zero byte reveals UTF-16 without a mark.
 *
 * @param file name of the file in errors
 * @throws CouldNotJudge for any other encoding, and for a file longer than the maximum string length
 */
export declare function decode(bytes: Uint8Array, file: string): string;
