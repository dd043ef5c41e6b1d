import { MOST_OWN_INPUT_CHARACTERS, readOwnInput } from './own-input';

test('a list of JSON values is taken as the arguments', () => {
  expect(readOwnInput('[[0, 1], 0.5, {"a": null}]')).toEqual({ ok: true, args: [[0, 1], 0.5, { a: null }] });
});

test.each([
  ['text that is not JSON', '[0,', 'notJson'],
  ['a single value', '3', 'notList'],
  ['a number beyond the doubles', '[1e999]', 'numberTooLarge'],
  ['one in an object', '[{"a": [-1e999]}]', 'numberTooLarge'],
  ['the reserved key', '[{"$": "tuple"}]', 'reservedKey'],
  ['200 levels', '['.repeat(200) + ']'.repeat(200), 'tooDeep'],
  ['30,000 levels', '['.repeat(30_000) + ']'.repeat(30_000), 'tooDeep'],
  ['text of more than 64 ki characters', `[${'1'.repeat(MOST_OWN_INPUT_CHARACTERS)}]`, 'tooLong'],
])('%s is refused, and the problem names it', (_what, text, problem) => {
  expect(readOwnInput(text)).toEqual({ ok: false, problem });
});
