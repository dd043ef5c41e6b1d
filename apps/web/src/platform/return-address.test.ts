import { returnAddress, signInAddress } from './return-address';

test('signing in comes back to where one was, with its filter', () => {
  const address = signInAddress('/questions?kind=code&level=2');
  expect(returnAddress(new URLSearchParams(address.split('?')[1]))).toBe('/questions?kind=code&level=2');
});

test('signing in from home or from the sign-in page itself goes home', () => {
  expect([signInAddress('/'), signInAddress('/sign-in?new')]).toEqual(['/sign-in', '/sign-in']);
});

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n//elsewhere.example',
  '/.//elsewhere.example',
  '/a/..//elsewhere.example',
  '/%2e//elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '',
])('a link cannot send a person who signs in to %j', (from) => {
  expect(returnAddress(new URLSearchParams({ from }))).toBe('/');
});
