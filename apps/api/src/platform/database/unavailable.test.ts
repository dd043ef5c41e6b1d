import { QueryFailedError } from 'typeorm';
import { isUnavailable } from './unavailable';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

test.each([
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '53100',
  '53200',
  '53300',
  '58030',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
])('the same request may succeed later: %s', (code) => {
  expect(isUnavailable(withCode(code))).toBe(true);
  expect(isUnavailable(new QueryFailedError('select 1', [], withCode(code)))).toBe(true);
});

test.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
  'an error of the driver without a code is known by its message: %s',
  (message) => expect(isUnavailable(new Error(message))).toBe(true),
);

test.each(['23505', '40P01', '42P01', '57014', '22021', 'XX001', 'ENOENT'])('a fault of ours stays one: %s', (code) => {
  expect(isUnavailable(withCode(code))).toBe(false);
  expect(isUnavailable(new QueryFailedError('select 1', [], withCode(code)))).toBe(false);
});

test('a refused connection to each address of a host is one refused connection', () => {
  const refused = withCode('ECONNREFUSED');
  expect(isUnavailable(new AggregateError([refused, refused]))).toBe(true);
  expect(isUnavailable(new AggregateError([refused, withCode('42P01')]))).toBe(false);
  expect(isUnavailable(new AggregateError([]))).toBe(false);
  expect(isUnavailable('ECONNREFUSED')).toBe(false);
});
