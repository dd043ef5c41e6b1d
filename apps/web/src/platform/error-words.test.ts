import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { en } from '../messages/en';
import { errorWords } from './error-words';

const refused = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions }] });

test.each([
  ['too many requests', { code: 'RATE_LIMITED', retryAfterSeconds: 346 }, /in 6 minutes/],
  ['too many requests, for a moment', { code: 'RATE_LIMITED', retryAfterSeconds: 4 }, /in 1 minute\./],
  ['an ended session', { code: 'UNAUTHENTICATED' }, /signed out/],
  ['a failure of ours', { code: 'INTERNAL', errorId: '7f3a' }, /failed on our side.*7f3a/],
  ['a code that this page does not know', { code: 'TEAPOT' }, /failed on our side/],
])('%s is said in words', (_what, extensions, words) => {
  expect(errorWords(en, refused(extensions))).toMatch(words);
});

test('a server that cannot be reached is no failure of the person', () => {
  expect(errorWords(en, new TypeError('Failed to fetch'))).toMatch(/could not be reached. Nothing is lost/);
});
