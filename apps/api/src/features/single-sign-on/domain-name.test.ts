import { domainOf, plainDomain } from './domain-name';

test.each([
  ['Example.ORG', 'example.org'],
  [' @example.org. ', 'example.org'],
  ['a.b-c.example.org', 'a.b-c.example.org'],
  ['bücher.example', 'xn--bcher-kva.example'],
])('%j is the domain %s', (typed, domain) => {
  expect(plainDomain(typed)).toBe(domain);
});

test.each([
  '',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'a..b',
  '-a.org',
  'a_b.org',
  'a b.org',
  'https://example.org',
  'example.org/x',
  '1.2',
  `${'a'.repeat(64)}.org`,
])('%j is no domain', (typed) => {
  expect(plainDomain(typed)).toBeNull();
});

test.each([
  ['a@example.org', 'example.org'],
  ['"a@b"@Example.org', 'example.org'],
  ['a@sub.example.org', 'sub.example.org'],
  ['@example.org', null],
  ['example.org', null],
  ['a@', null],
])('the domain of %j is %j', (email, domain) => {
  expect(domainOf(email)).toBe(domain);
});
