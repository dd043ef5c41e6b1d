import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { en } from '../messages/en';
import { errorWords } from './error-words';

const refused = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions }] });

test.each([
  ['too many requests', { code: 'RATE_LIMITED', retryAfterSeconds: 346 }, /in 6 minutes/],
  ['too many requests, for a moment', { code: 'RATE_LIMITED', retryAfterSeconds: 4 }, /in 1 minute\./],
  ['a database that restarts', { code: 'UNAVAILABLE', retryAfterSeconds: 1 }, /could not be reached/],
  ['an ended session', { code: 'UNAUTHENTICATED' }, /signed out/],
  ['a failure of ours', { code: 'INTERNAL', errorId: '7f3a' }, /failed on our side.*7f3a/],
  ['a code that this page does not know', { code: 'TEAPOT' }, /failed on our side/],
])('%s is said in words', (_what, extensions, words) => {
  expect(errorWords(en, refused(extensions))).toMatch(words);
});

test.each([
  ['online', true, /the failure is ours. Saved work is safe/],
  ['offline', false, /You are offline. Saved work is safe/],
])(
  'without an answer of the server, a device that is %s reads whose failure it is and what is safe',
  (_, isOnline, words) => {
    jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(isOnline);
    expect(errorWords(en, new TypeError('Failed to fetch'))).toMatch(words);
    expect(errorWords(en, new Error('Unable to preload CSS for /assets/a.css'))).toMatch(words);
  },
);

test('a proxy without a server behind it, and a server without its database, are a server that was not reached', () => {
  const answered = (status: number) =>
    new ServerError('x', { response: { status } as Response, bodyText: '<h1>Bad gateway</h1>' });
  expect(errorWords(en, answered(502))).toMatch(/could not be reached/);
  expect(errorWords(en, answered(503))).toMatch(/could not be reached/);
  expect(errorWords(en, answered(500))).toMatch(/failed on our side/);
});
