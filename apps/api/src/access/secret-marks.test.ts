import { buildSchema } from 'graphql';
import { SecretMarks } from './test-secrets';

const marksOf = (sdl: string): SecretMarks =>
  new SecretMarks(
    buildSchema(`
      directive @secret(until: Until!) on FIELD_DEFINITION | OBJECT
      enum Until { END RELEASE }
      type Query { item: Item, review: Rubric }
      ${sdl}`),
    ['Query.item'],
  );

const FEEDBACK = 'type Feedback @secret(until: END) { key: String! rubric: [Rubric!]! }';
const RUBRIC = 'type Rubric @secret(until: END) { text: String! }';

test('consistent marks have no leaks, and fields that candidates cannot request are ignored', () => {
  const marks = marksOf(`type Item { feedback: Feedback @secret(until: END) } ${FEEDBACK} ${RUBRIC}`);
  expect([marks.leaks, marks.unmarked, marks.alwaysThere]).toEqual([[], [], []]);
  expect(marks.gates.map(({ name }) => name)).toEqual(['Item.feedback']);
});

test('an unmarked field that leads to a marked type is a leak, directly or through a union', () => {
  const marks = marksOf(`
    type Item { feedback: Feedback @secret(until: END) rubric: Rubric detail: Detail }
    union Detail = Rubric | Plain
    type Plain { id: ID! }
    ${FEEDBACK} ${RUBRIC}`);
  expect(marks.leaks).toEqual(['Item.rubric leads to Rubric', 'Item.detail leads to Rubric']);
});

test('a type behind a marked field must be marked with the same disclosure', () => {
  const marks = marksOf(`
    type Item { feedback: Feedback @secret(until: END) }
    type Rubric { text: String! level: Level! }
    type Level @secret(until: RELEASE) { text: String! }
    ${FEEDBACK}`);
  expect(marks.unmarked).toEqual([
    'Rubric behind Item.feedback is not marked until END',
    'Level behind Item.feedback is not marked until END',
  ]);
});

test('a marked field must be nullable or a list', () => {
  const marks = marksOf(`
    type Item { a: Int! @secret(until: END) b: [Int!]! @secret(until: END) c: Int @secret(until: END) }
    ${RUBRIC}`);
  expect(marks.alwaysThere).toEqual(['Item.a']);
});
