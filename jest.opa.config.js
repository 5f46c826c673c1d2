const base = require('./jest.config.js');

/**
 * Suites that compare with stock OPA (the current version, and the old version of HCP Terraform's policy sets, which
 * `go` builds), with conftest, and with the independent resolver of plans. They need `opa`, `go` and `terraform` on the
 * PATH and fail without them; `npm test` needs Node only.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/opa', '<rootDir>/__tests__/oracle'],
  testPathIgnorePatterns: ['/node_modules/'],
  // One OPA process evaluates all plans.
  testTimeout: 300_000,
};
