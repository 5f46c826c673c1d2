const base = require('./jest.config.js');

/**
 * The suites that run real Terraform with the stand-in provider. They need `go` and `terraform` on the PATH and are
 * apart from `npm test`, which needs neither.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/terraform'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Terraform and its providers already keep two cores busy.
  maxWorkers: 1,
  testTimeout: 120_000,
};
