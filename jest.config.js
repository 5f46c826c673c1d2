/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  // These run real Terraform and stock OPA: see jest.terraform.config.js and jest.opa.config.js.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/__tests__/terraform/',
    '<rootDir>/__tests__/(variants/)?opa/',
    '<rootDir>/__tests__/oracle/',
  ],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
