const base = require('./jest.config.js');

/**
 * The suites that run real Terraform with the real AWS provider and a local AWS (moto): see test/aws/local-aws.ts. They
 * need `terraform` and `python3` on the PATH, fail without them, and are apart from `npm test`, which needs Node alone.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/aws'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Terraform and its providers already keep two cores busy.
  maxWorkers: 1,
  // The provider waits a minute for a load balancer and longer for a database; the first run installs moto.
  testTimeout: 600_000,
};
