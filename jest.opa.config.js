const base = require('./jest.config.js');

/**
 * The suites that ask stock OPA what the compiled policy was asked. They need `opa` on the PATH, fail without it, and are
 * apart from `npm test`, which needs Node alone.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/variants/opa'],
  testPathIgnorePatterns: ['/node_modules/'],
  // One process of OPA answers for all variants.
  testTimeout: 300_000,
};
