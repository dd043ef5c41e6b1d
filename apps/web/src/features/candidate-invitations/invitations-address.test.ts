import { exportAddress, filterOf, withStatus, withValue } from './invitations-address';

const read = (text: string) => new URLSearchParams(text);

test('a filter is read from the address, without what it does not know', () => {
  expect(filterOf(read('status=invited&status=nonsense&q=+ann&mail=undelivered'))).toEqual({
    statuses: ['INVITED'],
    text: 'ann',
    isUndelivered: true,
  });
  expect(filterOf(read(''))).toEqual({ statuses: [], text: '', isUndelivered: false });
});

test('a status is added and taken away', () => {
  const both = withStatus(read('q=ann&status=opened'), 'INVITED');
  expect(both.toString()).toBe('q=ann&status=invited&status=opened');
  expect(withStatus(both, 'OPENED').toString()).toBe('q=ann&status=invited');
});

test('an empty value leaves the address', () => {
  expect(withValue(read('q=ann'), 'q', ' ').toString()).toBe('');
});

test('the file has the rows of the page', () => {
  expect(exportAddress('a1', read('status=expired&q=ann+b&mail=undelivered'))).toBe(
    '/exports/candidate-invitations.csv?assessmentId=a1&status=EXPIRED&text=ann+b&isUndelivered=true',
  );
});
