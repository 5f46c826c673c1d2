const base = require('./jest.config.js');

/**
 * The suites that use what others get: the package, the steps of the action and of the workflows, the hooks; and that lint
 * the workflows. They need `npm`, `git` and `go` on the PATH, and fail without them.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/actions', '<rootDir>/__tests__/package'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};
