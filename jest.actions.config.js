const base = require('./jest.config.js');

/**
 * The suites that run the steps of the action and of the workflows, from checkouts that they install packages in, and that
 * lint the workflows. They need `npm`, `git` and `go` on the PATH, and fail without them.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/actions'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};
