const base = require('./jest.config.js');

/**
 * Suites that test the published package, the steps of the action and of the workflows, and the hooks, and that lint
 * the workflows. They need `npm`, `git` and `go` on the PATH and fail without them.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/actions', '<rootDir>/__tests__/package'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};
