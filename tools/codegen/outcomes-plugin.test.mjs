import { buildSchema } from 'graphql';
import { plugin } from './outcomes-plugin.mjs';

const schemaWith = (codes) =>
  buildSchema(`
    type Query { a: Int }
    interface Problem { code: ProblemCode! }
    enum ProblemCode { ${codes} }
    "It takes no answers any more."
    type AttemptClosedProblem implements Problem { code: ProblemCode! closedAt: Int! }
    type NothingToMarkProblem implements Problem { code: ProblemCode! }
    type FlagItemSuccess { item: Int! }
  `);

test('each problem and each success gets a factory, and the code follows from the name', () => {
  const { content } = plugin(schemaWith('ATTEMPT_CLOSED NOTHING_TO_MARK'));
  expect(content).toContain(
    "/** It takes no answers any more. */\nexport const attemptClosedProblem = (fields: Fields<'AttemptClosedProblem'>) => ({ __typename: 'AttemptClosedProblem', code: 'ATTEMPT_CLOSED', ...fields }) as const;",
  );
  expect(content).toContain(
    "export const nothingToMarkProblem = () => ({ __typename: 'NothingToMarkProblem', code: 'NOTHING_TO_MARK' }) as const;",
  );
  expect(content).toContain(
    "export const flagItemSuccess = (fields: Fields<'FlagItemSuccess'>) => ({ __typename: 'FlagItemSuccess', ...fields }) as const;",
  );
});

test.each([
  ['a problem without its code', 'ATTEMPT_CLOSED', 'missing NOTHING_TO_MARK'],
  ['a code without its problem', 'ATTEMPT_CLOSED NOTHING_TO_MARK GONE', 'unused GONE'],
])('%s aborts code generation', (_what, codes, message) => {
  expect(() => plugin(schemaWith(codes))).toThrow(message);
});
