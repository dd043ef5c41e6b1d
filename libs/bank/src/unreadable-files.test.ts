import { CHOICE, issuesOf, TEXT } from './test-bank';

const choiceYaml = 'questions/choice.rare-event/question.yaml';
const choice = (from: string, to: string): Record<string, string> => ({ [choiceYaml]: CHOICE.replace(from, to) });

test.each<[string, Record<string, string | null>, string, number | undefined, RegExp]>([
  ['a tab', choice('choose: one', '\tchoose: one'), choiceYaml, 8, /replace the tab by spaces/],
  ['a text with a colon', choice('title: ', 'title: One: '), choiceYaml, 2, /put quotes around a text with ": " in it/],
  ['an empty file', { [choiceYaml]: '# nothing\n' }, choiceYaml, undefined, /the file is empty; write it/],
  [
    'text instead of a number',
    choice('level: 2', 'level: hard'),
    choiceYaml,
    5,
    /"level" must be a number, not a string/,
  ],
  ['an empty list', choice('skills: [eval.old-name]', 'skills: []'), choiceYaml, 4, /too short a list; at least 1/],
  [
    'a folder whose name is not an id',
    { 'questions/choice.Rare event/question.yaml': CHOICE, 'questions/choice.Rare event/question.md': TEXT },
    'questions/choice.Rare event',
    undefined,
    /rename the folder: .* "choice." and a slug in lower case with hyphens/,
  ],
  [
    'a binary file',
    { [choiceYaml]: CHOICE.replace('level', 'le\0vel') },
    choiceYaml,
    5,
    /not UTF-8 text; save the file as UTF-8/,
  ],
  [
    'a file that is not UTF-8',
    { 'questions/choice.rare-event/question.md': `One\n\ufffd\n${TEXT}` },
    'questions/choice.rare-event/question.md',
    2,
    /not UTF-8 text/,
  ],
  [
    'a file that is too long',
    { 'questions/choice.rare-event/question.md': 'x'.repeat(1_000_001) },
    'questions/choice.rare-event/question.md',
    undefined,
    /has 1.0 million characters; at most one million are allowed/,
  ],
])('%s is reported in plain words, with a remedy', (_name, ...[changes, file, line, message]) => {
  const issues = issuesOf(changes).filter((issue) => message.test(issue.message));
  expect(issues.map((issue) => [issue.file, issue.line])).toContainEqual([file, line]);
});
