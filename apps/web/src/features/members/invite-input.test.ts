import { sortIssues, splitAddresses } from './invite-input';

test.each([
  ['one a line', 'a@x.org\nb@x.org\n', ['a@x.org', 'b@x.org']],
  ['commas, semicolons and spaces', 'a@x.org, b@x.org;c@x.org  d@x.org', ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org']],
  ['names before addresses', 'Anna Example <a@x.org>, "Ben" <b@x.org>\nc@x.org', ['a@x.org', 'b@x.org', 'c@x.org']],
  ['nothing', ' \n', []],
])('addresses are read from %s', (_what, text, addresses) => {
  expect(splitAddresses(text)).toEqual(addresses);
});

test('wrong addresses are told from other issues', () => {
  const roles = { field: 'roles', code: 'MISSING', limit: null } as const;
  const address = { field: 'emails:bad@x', code: 'MALFORMED', limit: null } as const;
  expect(sortIssues([address, roles])).toEqual({ wrong: ['bad@x'], others: [roles] });
});
