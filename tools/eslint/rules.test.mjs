import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RuleTester } from 'eslint';
import ts from 'typescript-eslint';
import { graphqlParser } from './graphql-parser.mjs';
import { plugin } from './plugin.mjs';

const ofCode = new RuleTester({
  languageOptions: { parser: ts.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
});
const ofContracts = new RuleTester({ languageOptions: { parser: graphqlParser } });

const check = (tester, name, { passes, fails }) =>
  tester.run(name, plugin.rules[name], {
    valid: passes,
    invalid: fails.map(([code, ...messageIds]) => ({
      ...(typeof code === 'string' ? { code } : code),
      errors: messageIds.map((messageId) => ({ messageId })),
    })),
  });

check(ofCode, 'guarded-root-fields', {
  passes: [
    "class A { @Needs('author', 'manager') @Mutation() publish() {} }",
    "class A { @Query() @Needs('anyone') me() {} }",
    'class A { @ResolveField() author() {} }',
  ],
  fails: [
    ['@Resolver() class A { @Query() me() {} }', 'open'],
    ["@Needs('anyone') class A { @UseGuards(Anyone) @Query() me() {} }", 'open'],
    ["class A { @Subscription('tick') ticks() {} @Mutation() save() {} }", 'open', 'open'],
  ],
});

const modules = mkdtempSync(join(tmpdir(), 'no-cycle-'));
afterAll(() => rmSync(modules, { recursive: true }));
const asModule = (name, code) => {
  const filename = join(modules, `${name}.ts`);
  writeFileSync(filename, code);
  return { code, filename };
};

check(ofCode, 'no-cycle', {
  passes: [
    asModule('leaf', 'export type Leaf = string;'),
    asModule('branch', "import type { Leaf } from './leaf'; export const branch: Leaf = '';"),
    asModule('page', "const load = () => import('./chunk');"),
    asModule('chunk', 'export type Props = object;'),
  ],
  fails: [
    [asModule('hen', "import { egg } from './egg';\nexport const hen = egg;"), 'cycle'],
    [asModule('egg', "import { hen } from './nest';\nexport const egg = hen;"), 'cycle'],
    [asModule('nest', "export { hen } from './hen';"), 'cycle'],
    [asModule('dialog', "export type Props = object; const load = () => import('./content');"), 'cycle'],
    [asModule('content', "import type { Props } from './dialog'; export const content: Props = {};"), 'cycle'],
    [asModule('kind', "import type { Entry } from './registry';\nexport type Kind = Entry;"), 'cycle'],
    [asModule('registry', "import type {\n  Kind,\n} from './kind';\nexport type Entry = Kind;"), 'cycle'],
  ],
});

check(ofCode, 'parameter-count', {
  passes: [
    'class A { constructor(a, b, c, d, e) {} }',
    'function f(a, b, c, d) {}',
    "import { useServer } from 'graphql-ws'; useServer({ onNext: (a, b, c, d, e) => e });",
    "import fc from 'fast-check'; fc.assert(fc.property(x, (a, b, c, d, e) => e));",
    "import { z } from 'zod'; z.string().refine(function (a, b, c, d, e) { return e; });",
    "import { Server } from 'ws'; new Server([(a, b, c, d, e) => e]);",
    'JSON.parse(text, (a, b, c, d, e) => e);',
  ],
  fails: [
    ['class A { constructor(a, b, c, d, e, f) {} }', 'constructor'],
    ['class A { f(a, b, c, d, e) {} }', 'function'],
    ['const f = (a, b, c, d, e) => a;', 'function'],
    ['const f = (g) => g; f((a, b, c, d, e) => a);', 'function'],
    ["import { f } from './f'; f((a, b, c, d, e) => a);", 'function'],
    ["import { f } from '@holdout/bank'; f({ g: (a, b, c, d, e) => a });", 'function'],
    ["import { f } from 'library'; const g = f(); const h = (a, b, c, d, e) => g;", 'function'],
  ],
});

check(ofCode, 'no-db-in-transaction', {
  passes: [
    'class A { f() { return this.db.transaction((tx) => tx.repo(B).insert()); } }',
    'class A { f() { return this.db.repo(B).list(); } }',
  ],
  fails: [
    ['class A { f() { return this.db.transaction((tx) => this.db.repo(B).insert()); } }', 'outside'],
    ['class A { f() { return this.db.transaction(async (tx) => { if (x) { await g(this.db); } }); } }', 'outside'],
  ],
});

check(ofCode, 'kebab-case-filename', {
  passes: [
    { code: '', filename: 'score-groups.ts' },
    { code: '', filename: 'attempt.it.test.ts' },
  ],
  fails: [
    [{ code: '', filename: 'ScoreGroups.ts' }, 'name'],
    [{ code: '', filename: 'score_groups.ts' }, 'name'],
  ],
});

const typed = mkdtempSync(join(tmpdir(), 'lone-text-'));
afterAll(() => rmSync(typed, { recursive: true }));
writeFileSync(join(typed, 'a.tsx'), '');
const options = { strict: true, jsx: 'preserve', noEmit: true, types: [], skipLibCheck: true, lib: ['es2023'] };
writeFileSync(join(typed, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['a.tsx'] }));
const ofTypedCode = new RuleTester({
  languageOptions: {
    parser: ts.parser,
    parserOptions: {
      ecmaFeatures: { jsx: true },
      project: 'tsconfig.json',
      tsconfigRootDir: typed,
      // With CI set the parser takes the types from the empty file on disk, not from the code under test.
      disallowAutomaticSingleRunInference: true,
    },
  },
});
const GIVEN = 'declare const a: string, n: number, on: boolean, lines: string[], slot: string | ReactPortal;';
const asTyped = (code) => ({
  code: `interface ReactPortal { key: 1 } ${GIVEN} ${code}`,
  filename: join(typed, 'a.tsx'),
});

check(ofTypedCode, 'lone-text', {
  passes: [
    '<p>{a}</p>',
    '<p>{`${a} ${n}`}</p>',
    '<p>{on ? a : null}</p>',
    "<p><b>{a}</b>{' '}<i>{n}</i></p>",
    "<p>{on ? ' ' : null}<b /></p>",
    '<p>{slot}<b /></p>',
    '<p>{/* why */}{a}</p>',
    '<><b>{a}</b></>',
  ].map(asTyped),
  fails: [
    ['<p>{a}<b /></p>', 'sibling'],
    ['<p>{a} {n}</p>', 'sibling', 'sibling'],
    ['<p>{on ? a : null}<b /></p>', 'sibling'],
    ['<p>{on && a}<b /></p>', 'sibling'],
    ['<p>{a}.</p>', 'sibling', 'sibling'],
    ['<p>{lines}<b /></p>', 'sibling'],
    ['<>{a}</>', 'fragment'],
  ].map(([code, ...ids]) => [asTyped(code), ...ids]),
});

check(ofCode, 'no-literal-text', {
  passes: ['<p>{words.title}</p>', '<p>{count} · {total}</p>', '<Icon name="flag" />', '<input title={words.title} />'],
  fails: [
    ['<p>Submit</p>', 'literal'],
    ["<p>{'Submit'}</p>", 'literal'],
    ['<p>{`${n} of ${m}`}</p>', 'literal'],
    ['<button aria-label="Close" />', 'literal'],
  ],
});

check(ofCode, 'no-theme-literals', {
  passes: ['<Box radius="sm" />', "const colour = 'var(--mantine-color-dimmed)'", '<p style={{ borderRadius: 0 }} />'],
  fails: [
    ["const colour = '#ff0000'", 'literal'],
    ["const colour = 'rgb(1, 2, 3)'", 'literal'],
    ["const size = '12px'", 'literal'],
    ['<Box radius={4} />', 'literal'],
  ],
});

check(ofContracts, 'mutation-returns-result', {
  passes: ['type Mutation { submitCode(input: SubmitCodeInput!): SubmitCodeResult! }', 'type Query { me: Account }'],
  fails: [
    ['type Mutation { submitCode(input: SubmitCodeInput!): Boolean! }', 'returns'],
    ['extend type Mutation { submitCode(input: SubmitCodeInput!): SubmitCodeResult }', 'returns'],
    ['type Mutation { submitCode(id: ID!): SubmitCodeResult! }', 'takes'],
  ],
});
