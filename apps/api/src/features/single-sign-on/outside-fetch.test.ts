import type { lookup } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { outsideFetch } from './outside-fetch';

let server: Server;
let url: string;
let requests = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
    else if (request.url === '/long') response.end('x'.repeat(1_000_001));
    else if (request.url === '/cut')
      response.writeHead(200, { 'content-length': '9' }).write('x', () => request.socket.destroy());
    else response.end(`${request.method ?? ''} ${String(request.headers['x-word'])}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const anywhere = outsideFetch({ allowsPrivate: true });
/** Resolves every name to these addresses. */
const namedBy = (...addresses: string[]): typeof lookup =>
  ((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookup;

test('a request arrives with its method and headers, and its answer comes back', async () => {
  const answer = await anywhere(`${url}/`, { method: 'POST', headers: { 'x-word': 'hello' }, body: 'a=b' });
  expect([answer.status, await answer.text()]).toEqual([200, 'POST hello']);
});

test('a redirect is not followed', async () => {
  const before = requests;
  expect((await anywhere(`${url}/moved`, {})).status).toBe(302);
  expect(requests - before).toBe(1);
});

test.each(['/long', '/cut'])('an answer that is too long or incomplete is none: %s', async (path) => {
  await expect(anywhere(url + path, {})).rejects.toMatchObject({ reason: 'UNREACHABLE' });
});

test('a server that is down is unreachable', async () => {
  await expect(anywhere('http://127.0.0.1:1/', {})).rejects.toMatchObject({ reason: 'UNREACHABLE' });
});

test.each([
  'http://example.org/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:7f00:1]/',
  'https://169.254.169.254/latest/meta-data',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://127.1/',
])('outside tests %s is refused without a connection', async (address) => {
  const lookUp = namedBy('8.8.8.8');
  await expect(outsideFetch({ allowsPrivate: false, lookUp })(address, {})).rejects.toMatchObject({
    reason: 'PRIVATE_ADDRESS',
  });
});

test.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['fd00::1']], [['::ffff:10.0.0.1']]])(
  'a name that resolves to %j is refused',
  async (addresses) => {
    const lookUp = namedBy(...addresses);
    await expect(outsideFetch({ allowsPrivate: false, lookUp })('https://provider.example/', {})).rejects.toMatchObject(
      { reason: 'PRIVATE_ADDRESS' },
    );
  },
);
