import { readOwnInput } from './own-input';

test('a list of JSON values is taken as the arguments', () => {
  expect(readOwnInput('[[0, 1], 0.5, {"a": null}]')).toEqual({ ok: true, args: [[0, 1], 0.5, { a: null }] });
});

test.each([
  ['text that is not JSON', '[0,', 'is not JSON'],
  ['a single value', '3', 'must be a list'],
  ['a number beyond the doubles', '[1e999]', 'a number that is too large'],
  ['one in an object', '[{"a": [-1e999]}]', 'a number that is too large'],
  ['the reserved key', '[{"$": "tuple"}]', 'the key "$"'],
  ['200 levels', '['.repeat(200) + ']'.repeat(200), 'nested too deeply'],
  ['30,000 levels', '['.repeat(30_000) + ']'.repeat(30_000), 'nested too deeply'],
])('%s is refused, and the reason names it', (_what, text, reason) => {
  expect(readOwnInput(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) as unknown });
});
