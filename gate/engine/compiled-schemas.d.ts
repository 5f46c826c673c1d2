/**
 * The schemas of `policies/settings`, compiled by `npm run policies`: by the SHA-256 of the schema's text, whether a value obeys
 * it. A schema that is not here is compiled when it is needed; what is wrong with a value is told by the schema itself.
 */
export const compiledSchemas: Readonly<Record<string, (value: unknown) => boolean>>;
