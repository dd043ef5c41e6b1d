import { formKeyOf } from './form-key';

const item = (questionVersionId: string, weight = 1, state: 'answered' | 'withdrawn' = 'answered') => ({
  questionVersionId,
  weight,
  state,
});

test('the form is the same in any order', () => {
  expect(formKeyOf([item('a'), item('b', 2)])).toBe(formKeyOf([item('b', 2), item('a')]));
});

test.each([
  ['another question', [item('a'), item('c')]],
  ['another weight', [item('a'), item('b', 2)]],
  ['one question less', [item('a')]],
])('%s makes another form', (_name, items) => {
  expect(formKeyOf(items)).not.toBe(formKeyOf([item('a'), item('b')]));
});

test('attempts with and without a question have one form after it was withdrawn', () => {
  expect(formKeyOf([item('a'), item('b', 1, 'withdrawn')])).toBe(formKeyOf([item('a')]));
});
