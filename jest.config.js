export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  setupFiles: ['<rootDir>/test/support/quietLogs.ts'],
  reporters: ['default', '<rootDir>/test/support/ClosingLine.js'],
  maxWorkers: 2,
  // Modules of finished suites are not given back: a worker that has grown is replaced before it runs out of memory.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
};
