const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { CONDITION_MS } = require('./tools/jest/waits.cjs');

// Jest refuses a root that does not exist, whichever project runs; the groups are written when they run.
mkdirSync(join(__dirname, 'dist/test-groups'), { recursive: true });

const swc = {
  swcrc: false,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

const shared = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs'],
  testEnvironment: 'node',
  globals: { CONDITION_MS },
  setupFilesAfterEnv: ['<rootDir>/tools/jest/patience.cjs'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@holdout/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    // Jest loads CommonJS; browsers get the build without Node's modules.
    '^csv-(parse|stringify)/browser/esm/sync$': 'csv-$1/sync',
    '\\.css(\\?inline)?$': '<rootDir>/tools/jest/style.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.nx', '<rootDir>/.holdout'],
};

/** The kinds of test, distinguished by file name; `npm run unit`, `test:it` and `test:box` run some of them. */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: [...shared.roots, '<rootDir>/tools'],
      testMatch: ['**/*.test.ts', '<rootDir>/tools/**/*.test.mjs'],
      testPathIgnorePatterns: ['\\.(it|box)\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'web',
      testEnvironment: '<rootDir>/tools/jest/browser-environment.cjs',
      testMatch: ['**/*.test.tsx'],
      setupFiles: ['<rootDir>/tools/jest/browser-setup.cjs'],
      setupFilesAfterEnv: [...shared.setupFilesAfterEnv, '<rootDir>/tools/jest/browser-patience.cjs'],
    },
    {
      ...shared,
      displayName: 'it',
      testMatch: ['**/*.it.test.ts'],
      globalSetup: '<rootDir>/tools/jest/start-postgres.cjs',
      globalTeardown: '<rootDir>/tools/jest/stop-postgres.cjs',
    },
    // All of `it`, many files in one: `npm test` runs these. Written by tools/jest/make-groups.mjs.
    {
      ...shared,
      displayName: 'grouped',
      roots: ['<rootDir>/dist/test-groups'],
      testMatch: ['**/*.grouped.cjs'],
      modulePathIgnorePatterns: [],
      globalSetup: '<rootDir>/tools/jest/start-postgres.cjs',
      globalTeardown: '<rootDir>/tools/jest/stop-postgres.cjs',
    },
    { ...shared, displayName: 'box', testMatch: ['**/*.box.test.ts'] },
    // Started by tools/hostile.mjs, which bundles the grader first.
    {
      ...shared,
      displayName: 'load',
      testMatch: ['**/*.load.ts'],
      globalSetup: '<rootDir>/tools/jest/start-postgres.cjs',
      globalTeardown: '<rootDir>/tools/jest/stop-postgres.cjs',
    },
    // Started by tools/e2e.mjs, which starts the product first.
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/apps/e2e/**/*.e2e.ts'] },
  ],
};
