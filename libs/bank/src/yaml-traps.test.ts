import { readBank } from './index';
import { aBank, CHOICE, issuesOf, sha256 } from './test-bank';

const choiceYaml = 'questions/choice.rare-event/question.yaml';
const choice = (from: string, to: string): Record<string, string> => ({ [choiceYaml]: CHOICE.replace(from, () => to) });
const title = (value: string) => choice('title: A rare event', `title: ${value}`);
const ESCAPE = /in double quotes is an escape and not this text; use single quotes/;

test.each<[string, string]>([
  ['a backspace', String.raw`"The slope $\beta$"`],
  ['a form feed', String.raw`"Half: $\frac12$"`],
  ['a bell', String.raw`"The level $\alpha$"`],
  ['a vertical tab', String.raw`"The mean $\vec x$"`],
  ['an escape', String.raw`"Noise $\epsilon$"`],
  ['a carriage return', String.raw`"Correlation $\rho$"`],
  ['a line break in a formula', String.raw`"Degrees $2 \nu$"`],
  ['a tab in a formula', String.raw`"Angle $\theta$"`],
  ['a space that does not break', String.raw`"The name $a\_b$"`],
  ['a line separator', String.raw`"The sum $\Lambda$"`],
  ['a control character by its code', String.raw`"A bell \x07 rings"`],
])('%s that double quotes make of a backslash is an issue with its line', (_name, value) => {
  const changes = title(value);
  expect(issuesOf(changes)).toEqual([{ file: choiceYaml, line: 2, message: expect.stringMatching(ESCAPE) }]);
  expect(readBank(aBank(changes), { sha256 }).questions.map(({ bundle }) => bundle.kind)).toEqual(['code']);
});

test('the line is that of the escape, in a text of several lines', () => {
  const text = '    text: "It is\n      good by $\\beta$."';
  expect(issuesOf(choice('    text: It is good.', text))).toMatchObject([{ file: choiceYaml, line: 15 }]);
});

test.each([
  String.raw`'The slope $\beta$'`,
  String.raw`"The slope $\\beta$ and $\\theta$"`,
  String.raw`The slope $\beta$`,
  String.raw`"First line\nsecond\tcolumn"`,
  String.raw`"It costs \\$5,\nand more"`,
  String.raw`"Quoted: \"yes\" \u00e9"`,
])('%s is what its author wrote', (value) => {
  expect(issuesOf(choice('    text: It is good.', `    text: ${value}`))).toEqual([]);
});

test('a title is one line', () => {
  const [issue] = issuesOf(title(String.raw`"First line\nsecond"`));
  expect(issue).toMatchObject({ file: choiceYaml, line: 2, message: expect.stringMatching('"title"') });
});

test.each<[string, string]>([
  ['bank.yaml', 'name: "The \\beta bank"'],
  ['taxonomy.yaml', 'name: "The \\beta skills"'],
  ['misconceptions.yaml', 'a-b: "The slope is $\\beta$."'],
])('a control character in %s is an issue', (file, line) => {
  expect(issuesOf({ [file]: `${line}\n` })).toMatchObject([{ file, line: 1, message: expect.stringMatching(ESCAPE) }]);
});

test.each([choiceYaml, 'questions/choice.rare-event/question.md', 'misconceptions.yaml'])(
  'a control character typed into %s is an issue with its line',
  (file) => {
    const before = aBank({}).get(file) ?? '';
    const issues = issuesOf({ [file]: `${before}\n# bell \u0007\n` });
    const line = before.split('\n').length + 1;
    expect(issues).toContainEqual({
      file,
      line,
      message: 'U+0007 is a control character, which nobody sees; remove it',
    });
  },
);

const CUT = /^warning: the text ends before " #"/;

test.each<[string, Record<string, string>, number]>([
  ['a title', title('Recall at #1 and # of hits'), 2],
  ['a title of one word', title('precision # at one'), 2],
  ['the text of an option', choice('    text: It is good.', '    text: It is C # not C++.'), 14],
  ['a reason in braces', choice('why: Because.}', 'why: Because # of it.\n    }'), 11],
])('%s that a comment ends is warned of with its line, and the question is read', (_name, changes, line) => {
  expect(issuesOf(changes)).toEqual([{ file: choiceYaml, line, message: expect.stringMatching(CUT) }]);
  expect(readBank(aBank(changes), { sha256 }).questions).toHaveLength(2);
});

test.each<[string, Record<string, string>]>([
  ['after a number', choice('level: 2', 'level: 2 # 1 to 5')],
  ['after a list', choice('skills: [eval.old-name]', 'skills: [eval.old-name] # ids')],
  ['after a name', choice('choose: one', 'choose: one # or many')],
  ['after a key', choice('options:', 'options: # three')],
  ['after a quoted text', title('"A rare event" # really')],
  ['on a line of its own', choice('kind: choice', '# a comment\nkind: choice')],
  ['in a text, without a space', title('A rare event#1')],
])('a comment %s is no warning', (_name, changes) => {
  expect(issuesOf(changes)).toEqual([]);
});

test('a comment after a text is warned of in every YAML file of a bank', () => {
  const misconceptions = aBank({}).get('misconceptions.yaml') ?? '';
  const changes = { 'misconceptions.yaml': `${misconceptions}\nnew-one: It is number # one of all.\n` };
  expect(issuesOf(changes)).toMatchObject([{ file: 'misconceptions.yaml', message: expect.stringMatching(CUT) }]);
});
