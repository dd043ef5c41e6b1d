import fc from 'fast-check';
import { LANGUAGES } from '@holdout/bank';
import { parseCommand, USAGE } from './parse-command';
import { programPath } from './terminal';

const grade = (...words: string[]) => parseCommand(['grade', ...words]);

test('a question and a file are enough to grade', () => {
  expect(grade('code.one', 'a.py')).toEqual({
    kind: 'grade',
    question: 'code.one',
    file: 'a.py',
    language: null,
    isPublic: false,
    isJson: false,
    seed: 1,
  });
});

test('options may come before, between and after the question and the file', () => {
  expect(grade('--json', 'code.one', '--language', 'sql', 'a.txt', '--seed=7', '--public')).toEqual({
    kind: 'grade',
    question: 'code.one',
    file: 'a.txt',
    language: 'sql',
    isPublic: true,
    isJson: true,
    seed: 7,
  });
});

test.each<[readonly string[], string]>([
  [[], 'Name a command.'],
  [['gade'], 'Unknown command "gade".'],
  [['grade', 'code.one'], 'Name a question and a file.'],
  [['grade', 'code.one', ''], 'Name a question and a file.'],
  [['grade', 'code.one', 'a.py', 'b.py'], 'Only one file can be graded at a time; remove "b.py".'],
  [
    ['grade', 'code.one', 'a.py', '--language', 'cobol'],
    '--language is "cobol"; expected one of python, sql, r, javascript, typescript.',
  ],
  [['grade', 'code.one', 'a.py', '--seed', '-1'], "Option '--seed' argument is ambiguous"],
  [['grade', 'code.one', 'a.py', '--seed', '1.5'], '--seed is "1.5"; expected an integer'],
  [['grade', 'code.one', 'a.py', '--seed', '9007199254740991'], 'expected an integer'],
  [['grade', 'code.one', 'a.py', '--fast'], "Unknown option '--fast'"],
  [['doctor', 'me'], "Unexpected argument 'me'"],
])('misuse is reported: %j', (words, message) => {
  expect(parseCommand(words)).toEqual({ kind: 'misused', message: expect.stringContaining(message) as unknown });
});

test.each([[['--help']], [['help']], [['grade', '--help']]])('help is shown on request: %j', (words) => {
  expect(parseCommand(words)).toEqual({ kind: 'help' });
});

test('the help lists every language', () => {
  expect(USAGE).toContain(LANGUAGES.join(', '));
});

test.each([
  ['/src/holdout', './holdout'],
  ['/src/holdout/bank', '../holdout'],
  ['/home/me', '../../src/holdout/holdout'],
])('a message written in %s tells the user to run %s', (cwd, path) => {
  expect(programPath({ workspace: '/src/holdout', cwd })).toBe(path);
});

test('any seed is either a safe integer or refused', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const command = grade('code.one', 'a.py', `--seed=${seed}`);
      expect(command.kind === 'misused' || (command.kind === 'grade' && Number.isSafeInteger(command.seed + 1))).toBe(
        true,
      );
    }),
  );
});
