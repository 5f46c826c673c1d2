const base = require('./jest.config.js');

/**
 * The suites that run real Terraform without any provider. They need `terraform` on the PATH and are apart from `npm test`,
 * which does not.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/terraform'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Interrupts are timed: two at once would disturb each other.
  maxWorkers: 1,
  testTimeout: 120_000,
};
