const base = require('./jest.config.js');

/**
 * Suites that run real Terraform without a provider. They need `terraform` on the PATH; `npm test` does not.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/terraform'],
  testPathIgnorePatterns: ['/node_modules/'],
  // The suites time interrupts, and parallel runs would disturb each other.
  maxWorkers: 1,
  testTimeout: 120_000,
};
