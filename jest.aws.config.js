const base = require('./jest.config.js');

/**
 * Suites that run real Terraform with the real AWS provider and a local AWS (moto), see test/aws/local-aws.ts. They
 * need `terraform` and `python3` on the PATH and fail without them; `npm test` needs Node only.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/aws'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Terraform and its providers already use two cores.
  maxWorkers: 1,
  // The provider waits a minute for a load balancer and longer for a database; the first run installs moto.
  testTimeout: 600_000,
};
