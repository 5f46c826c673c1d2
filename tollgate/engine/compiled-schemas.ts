/**
 * Compiled validators of the settings schemas, by SHA-256 of the schema file. Empty in the sources, where Ajv compiles
 * schemas when needed. The build (`scripts/build-package.ts`) fills the object, because compiling takes longer than judging a
 * small plan.
 */
export const compiledSchemas: Readonly<Record<string, (value: unknown) => boolean>> = {};
