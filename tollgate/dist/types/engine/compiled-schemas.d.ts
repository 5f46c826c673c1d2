/**
 * Schemas of the settings as code, by the SHA-256 of their text. None in the sources, where Ajv compiles each when it is needed;
 * the build (`scripts/build.ts`) puts the code of ours here, since compiling takes longer than judging a small plan.
 */
export declare const compiledSchemas: Readonly<Record<string, (value: unknown) => boolean>>;
