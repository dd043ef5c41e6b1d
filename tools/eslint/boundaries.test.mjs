import { createProjectGraphAsync } from 'nx/src/devkit-exports.js';
import nx from '@nx/eslint-plugin';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { boundaries } from './boundaries.mjs';

/** Without a project graph the rule skips itself and passes. */
beforeAll(() => createProjectGraphAsync({ exitOnError: false }));

async function complaints(filePath, code, { forTests = false } = {}) {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser: ts.parser },
      plugins: { '@nx': nx },
      rules: { '@nx/enforce-module-boundaries': boundaries({ forTests }) },
    },
  });
  const [result] = await eslint.lintText(code, { filePath });
  return result.messages.map(({ message }) => message);
}

const imports = (what) => `import { it } from '${what}';\nexport const made = it;\n`;

test.each([
  ['a worker', 'apps/grader/src/made-up.ts', '@holdout/persistence'],
  ['an engine', 'libs/grading/src/made-up.ts', '@holdout/sandbox-driver'],
  ['the browser', 'apps/web/src/made-up.ts', '@holdout/persistence'],
  ['a domain lib', 'libs/settings/src/made-up.ts', 'typeorm'],
  ['the product', 'apps/api/src/made-up.ts', '@holdout/testing'],
])('%s may not import a forbidden project (%s imports %s)', async (_who, file, what) => {
  expect(await complaints(file, imports(what))).toHaveLength(1);
});

test.each([
  ['apps/api/src/made-up.ts', '@holdout/persistence'],
  ['apps/grader/src/made-up.ts', '@holdout/grading'],
  ['libs/grading/src/made-up.ts', '@holdout/sandbox'],
])('an allowed import passes (%s imports %s)', async (file, what) => {
  expect(await complaints(file, imports(what))).toEqual([]);
});

test('a test may use the testing lib', async () => {
  const code = imports('@holdout/testing');
  expect(await complaints('libs/grading/src/made-up.test.ts', code, { forTests: true })).toEqual([]);
});
