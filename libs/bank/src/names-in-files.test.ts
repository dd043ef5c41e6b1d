import { aBank, CHOICE, issuesOf } from './test-bank';

const choiceYaml = 'questions/choice.rare-event/question.yaml';

test.each([
  ['the order of characters is changed', 'A \u202erare'],
  ['there is a zero-width space', 'A\u200b rare'],
])('a title in which %s is an issue', (_what, title) => {
  const message: unknown = expect.stringMatching(/"title".+not seen/);
  expect(issuesOf({ [choiceYaml]: CHOICE.replace('A rare', title) })).toEqual([{ file: choiceYaml, line: 2, message }]);
});

test.each([
  ['bank.yaml', 'name: ', 'name: \u2066'],
  ['bank.yaml', 'name: ', 'name: \u0410cme '],
  ['taxonomy.yaml', 'name: ', 'name: \u200b'],
])('a name in %s that cannot be shown as it is stored is an issue', (file, from, to) => {
  const text = (aBank().get(file) ?? '').replace(from, to);
  expect(issuesOf({ [file]: text })[0]).toMatchObject({ file, message: expect.stringMatching(/name".+not seen/) });
});

test('names and titles may be in any language', () => {
  const taxonomy = (aBank().get('taxonomy.yaml') ?? '').replace(/name: [^,\n}]+/g, 'name: Проверка моделей');
  const title = CHOICE.replace('A rare event', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645');
  expect(issuesOf({ 'taxonomy.yaml': taxonomy, [choiceYaml]: title })).toEqual([]);
});
