import { createServer } from 'node:net';
import { freePort, whyNotListen } from './port';

test('a port in use is reported, and another one is found', async () => {
  const server = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await whyNotListen(port, '127.0.0.1')).toBe('EADDRINUSE');
  expect(await freePort(port)).not.toBe(port);
  await new Promise((resolve) => server.close(resolve));
  expect(await whyNotListen(port, '127.0.0.1')).toBeNull();
  expect(await freePort(port)).toBe(port);
});

test('an address that this machine does not have is reported', async () => {
  expect(await whyNotListen(3000, '192.0.2.1')).toBe('EADDRNOTAVAIL');
});
