/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  globalSetup: '<rootDir>/jest.build.js',
  testMatch: ['**/*.test.ts'],
  // Suites that take minutes, or need real Terraform, the real AWS provider, stock OPA or workflow steps: see
  // jest.{corpus,terraform,aws,opa,actions}.config.js.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/__tests__/cdktf/',
    '<rootDir>/__tests__/recorded/',
    '<rootDir>/__tests__/variants/',
    '<rootDir>/__tests__/terraform/',
    '<rootDir>/__tests__/aws/',
    '<rootDir>/__tests__/opa/',
    '<rootDir>/__tests__/oracle/',
    '<rootDir>/__tests__/actions/',
    '<rootDir>/__tests__/package/',
  ],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
