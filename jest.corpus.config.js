const base = require('./jest.config.js');

/**
 * Suites that judge every recorded plan and every broken variant of the real stacks, stop the synthesis at each step, and
 * run the `cdktf` command. They need Node only, and take minutes.
 * @type {import('jest').Config}
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/cdktf', '<rootDir>/__tests__/recorded', '<rootDir>/__tests__/variants'],
  testPathIgnorePatterns: ['/node_modules/'],
};
