/** SHA-256 in hexadecimal. */
export declare function sha256(bytes: Uint8Array | string): string;
