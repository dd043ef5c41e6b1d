import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';
import { boundaries } from './tools/eslint/boundaries.mjs';
import { graphqlParser } from './tools/eslint/graphql-parser.mjs';
import { plugin as holdout } from './tools/eslint/plugin.mjs';

const TESTS = [
  '**/*.test.{ts,tsx}',
  'apps/api/src/**/test-*.ts',
  '**/*.e2e.ts',
  '**/*.load.ts',
  'libs/testing/**/*.ts',
];
const SCRIPT_GLOBALS =
  'process console URL globalThis module require __dirname window performance fetch setTimeout clearTimeout ' +
  'setInterval clearInterval AbortController AbortSignal Buffer jest test expect describe beforeAll afterAll structuredClone WebSocket';
const PURE = ['assessment', 'scoring', 'timing', 'measurement', 'settings', 'bank', 'grading', 'sandbox'].map(
  (lib) => `libs/${lib}/src/**/*.ts`,
);

const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  // A `switch` counts as one, however many cases it has: the compiler says whether it is exhaustive.
  complexity: ['error', { max: 8, variant: 'modified' }],
  'max-depth': ['error', 3],
  'holdout/parameter-count': 'error',
};

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a name that is the same everywhere can be found.',
};

/** The values of an attempt's purpose and form. */
const policyOnly = {
  selector:
    ':matches(BinaryExpression[operator=/^[!=]==?$/], SwitchCase) > Literal[value=/^(practice|assessment|single|quiz)$/]',
  message: 'What differs by purpose or form is a member of Policy: ask policyOf of @holdout/assessment.',
};

const ASSERTED_ROWS = 'Nothing checks this type of the rows: read them with a schema (libs/persistence/src/rows.ts).';
const QUERY = "CallExpression[callee.property.name='query']";

const handMadeOutcome = {
  selector: "Property[key.name='__typename'] Literal[value=/(Problem|Success)$/]",
  message: 'Use the factory of generated/outcomes.ts: the code of a problem follows from its name.',
};

/** Within an app, folders that others build on import none of those others. */
const noImport = (files, regex, message) => ({
  files: [files],
  ignores: TESTS,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
});
const PLATFORM = 'The platform knows no word of the product: the product passes in what the platform needs.';

const CLOCK = 'The clock is an argument in domain and engine libs.';
const noClock = { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK };
const DEVICE_CLOCK =
  'The clock of a device can be set: use the time of the server, and performance.now() for what passed.';
const noDeviceClock = { ...noClock, message: DEVICE_CLOCK };
const DICE = 'The dice are an argument in domain and engine libs.';

export default ts.config(
  {
    ignores: [
      '**/node_modules',
      '**/dist',
      '**/generated',
      '.nx',
      '.holdout',
      'coverage',
      'tools/empty-package',
      'bank',
      'bank-trial',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    extends: [js.configs.recommended],
    plugins: { holdout },
    rules: {
      ...sizes,
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, policyOnly],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'preserve-caught-error': 'error',
      'holdout/kebab-case-filename': 'error',
      'holdout/no-cycle': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked],
    // One program of all projects: what they share is resolved once, not once for each of them.
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ forTests: false }),
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Nest finds its modules and resolvers by class, some of which hold nothing but decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A contract may be asynchronous where one of its implementations is not.
      '@typescript-eslint/require-await': 'off',
      // It believes that nothing changes while a promise is awaited.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'holdout/no-db-in-transaction': 'error',
      'holdout/guarded-root-fields': 'error',
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, policyOnly, handMadeOutcome] },
  },
  noImport('apps/api/src/platform/*.ts', '^\\.\\./[^.]', PLATFORM),
  noImport('apps/api/src/platform/*/*.ts', '^\\.\\./\\.\\./[^.]', PLATFORM),
  noImport('apps/api/src/access/*.ts', '/features/', 'Features know who asks, not the other way round.'),
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['apps/web/src/features/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.\\./[^.]', message: 'Features do not import each other: compose them in app/.' }] },
      ],
    },
  },
  {
    files: ['libs/persistence/src/{attempts,bank,grading,installation,people,schema}/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        policyOnly,
        { selector: `${QUERY}[typeArguments]`, message: ASSERTED_ROWS },
        { selector: `VariableDeclarator[id.typeAnnotation] > AwaitExpression > ${QUERY}`, message: ASSERTED_ROWS },
        { selector: `ReturnStatement > ${QUERY}`, message: ASSERTED_ROWS },
      ],
    },
  },
  {
    files: ['apps/web/src/{answering,messages,platform,sitting,workspace}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/features/|/app/', message: 'What features share does not know a feature.' }] },
      ],
    },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'Domain and engine libs run anywhere.' }] },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'window',
        'document',
        'setTimeout',
        'setInterval',
        'performance',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CLOCK },
        { object: 'Math', property: 'random', message: DICE },
        { object: 'crypto', property: 'randomUUID', message: DICE },
        { object: 'crypto', property: 'getRandomValues', message: DICE },
      ],
      'no-restricted-syntax': ['error', noDefaultExport, policyOnly, noClock],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}', 'libs/ui/src/**/*.{ts,tsx}', 'libs/code-editor/src/**/*.{ts,tsx}'],
    ignores: [...TESTS, 'libs/ui/src/theme.ts'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      'holdout/lone-text': 'error',
      'holdout/no-literal-text': 'error',
      'holdout/no-theme-literals': 'error',
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: DEVICE_CLOCK }],
      'no-restricted-syntax': ['error', noDefaultExport, policyOnly, noDeviceClock],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    // The texts themselves, and where the context gets its value.
    ignores: [...TESTS, 'apps/web/src/{messages,testing,states}/**', 'apps/web/src/app/app.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '/messages/en(/|$)', allowTypeImports: true, message: 'Texts come from useMessages().' }],
        },
      ],
    },
  },
  // Examples, which no visitor sees.
  { files: ['apps/web/src/states/**/*.tsx'], rules: { 'holdout/no-literal-text': 'off' } },
  {
    files: TESTS,
    rules: {
      '@nx/enforce-module-boundaries': boundaries({ forTests: true }),
      'max-lines-per-function': 'off',
      // The columns of a table of examples.
      'holdout/parameter-count': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['tools/**/*.mjs', 'tools/**/*.cjs', 'bench/**/*.mjs', '*.cjs', '*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(SCRIPT_GLOBALS.split(' ').map((name) => [name, 'readonly'])),
    },
    rules: { 'no-console': 'off', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    files: ['libs/assessment/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noClock] },
  },
  { files: ['**/*.config.{ts,mjs,cjs}'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphqlParser },
    plugins: { holdout },
    rules: { 'holdout/mutation-returns-result': 'error' },
  },
);
