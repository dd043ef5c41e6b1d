import { clientAddressReader } from './client-address';

const PROXIES = ['10.0.0.0/8', '2001:db8::1'];

test.each<[string, Parameters<typeof clientAddressReader>[0], string, string | undefined, string]>([
  ['no trusted proxy', false, '192.0.2.1', '198.51.100.7', '192.0.2.1'],
  ['no header', 1, '10.0.0.1', undefined, '10.0.0.1'],
  ['one proxy', 1, '10.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['one proxy and an entry that the client forged', 1, '10.0.0.1', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
  ['two proxies', 2, '10.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
  ['a listed proxy', PROXIES, '10.9.9.9', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
  ['a listed proxy, IPv4 mapped into IPv6', PROXIES, '::ffff:10.9.9.9', '198.51.100.7', '198.51.100.7'],
  ['two listed proxies', PROXIES, '2001:db8::1', '198.51.100.7, 10.1.1.1', '198.51.100.7'],
  ['a peer that is not listed', PROXIES, '192.0.2.1', '198.51.100.7', '192.0.2.1'],
  ['text that is not an address', PROXIES, '10.0.0.1', 'unknown', 'unknown'],
])('with %s', (_what, trustProxy, remoteAddress, header, expected) => {
  const addressOf = clientAddressReader(trustProxy);
  expect(addressOf({ socket: { remoteAddress }, headers: { 'x-forwarded-for': header } })).toBe(expected);
});

test('a proxy list with an invalid address is refused at startup', () => {
  expect(() => clientAddressReader(['abc'])).toThrow('Invalid');
});
