const base = require('./jest.config.js');

/**
 * The suites that ask stock OPA, of today and of HCP Terraform's old policy sets (which `go` builds), conftest what
 * was exported for it, and the independent reading of plans. They need `opa`, `go` and `terraform` on the PATH, fail without
 * them, and are apart from `npm test`, which needs Node alone.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/opa', '<rootDir>/__tests__/oracle'],
  testPathIgnorePatterns: ['/node_modules/'],
  // One process of OPA answers for all plans.
  testTimeout: 300_000,
};
