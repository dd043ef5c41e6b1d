import { helpFor } from './help.mjs';

test.each([
  [['--help'], 'admin create'],
  [['-h'], 'admin create'],
  [['help'], 'admin create'],
  [['grade', '--help'], '--seed'],
  [['grade', 'code.one', 'a.py', '-h'], '--seed'],
  [['doctor', '--help'], './holdout doctor [--json]'],
  [['question', 'check', '--help'], '--recheck'],
  [['admin', '--help'], 'rotate-secret'],
  [['admin', 'help'], 'rotate-secret'],
])('%j is answered with the help, as a success', (words, part) => {
  expect(helpFor(words)).toEqual({ code: 0, text: expect.stringContaining(part) });
});

test.each([
  [[], /^Usage: /],
  [['fly'], /^Unknown command "fly"\.\n\nUsage: .\/holdout <command>/],
  [['toString'], /^Unknown command "toString"\./],
  [['question'], /^Name a command after "question"\.\n\nUsage: .\/holdout doctor/],
  [['question', 'fly'], /^Unknown command "question fly"\./],
  [['admin'], /^Name a command after "admin"\.\n\nUsage: .\/holdout admin/],
  [['admin', 'fly', '--email', 'a@b.example'], /^Unknown command "admin fly"\./],
])('%j is refused by its name, before anything is built', (words, text) => {
  expect(helpFor(words)).toEqual({ code: 2, text: expect.stringMatching(text) });
});

test.each([
  [['doctor']],
  [['doctor', '--json']],
  [['grade']],
  [['grade', 'code.one', 'a.py']],
  [['question', 'new', 'choice', 'late-labels']],
  [['question', 'preview', 'choice.late-labels']],
  [['admin', 'migrate']],
])('%j is a command to run', (words) => {
  expect(helpFor(words)).toBeNull();
});
