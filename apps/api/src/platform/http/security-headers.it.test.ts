import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeScratchDatabase } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';

let site: TestApi;
let local: TestApi;
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdout-headers-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Holdout</title>');
  const scratch = await makeScratchDatabase(API_TEMPLATE);
  const environment = { NODE_ENV: 'production', HOLDOUT_WEB_ROOT: root };
  const operations = new Map<string, string>();
  site = await startTestApi(scratch, {
    environment: { ...environment, PUBLIC_URL: 'https://holdout.example' },
    operations,
  });
  const here = { url: scratch.url, drop: () => Promise.resolve() };
  local = await startTestApi(here, { environment: { ...environment, HOLDOUT_LOCAL_MODE: '1' }, operations });
});
afterAll(async () => {
  await local.stop();
  await site.stop();
  rmSync(root, { recursive: true });
});

type Headers = Record<string, string>;

async function headersOf(api: TestApi, path: string, init: RequestInit = {}): Promise<Headers> {
  const response = await fetch(`${api.url}${path}`, { redirect: 'manual', ...init });
  await response.arrayBuffer();
  return Object.fromEntries(response.headers);
}

const directive = (headers: Headers, name: string): string =>
  headers['content-security-policy']?.split('; ').find((each) => each.startsWith(`${name} `)) ?? 'none';

const POST = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
const DOORS: [string, RequestInit][] = [
  ['/', {}],
  ['/reset/a-token', { headers: { accept: 'text/html' } }],
  ['/no-such-file.js', {}],
  ['/healthz', {}],
  ['/readyz', {}],
  ['/graphql', {}],
  ['/graphql', POST],
  ['/graphql', { ...POST, headers: { ...POST.headers, authorization: 'Bearer x' } }],
  ['/graphql', { ...POST, headers: { ...POST.headers, origin: 'https://elsewhere.example' } }],
  ['/dev/graphql', {}],
];

test.each(DOORS)('%s has the headers of a page behind TLS (%j)', async (path, init) => {
  const headers = await headersOf(site, path, init);
  expect(directive(headers, 'default-src')).toBe("default-src 'self'");
  expect(directive(headers, 'script-src')).toBe('none');
  expect(directive(headers, 'frame-ancestors')).toBe("frame-ancestors 'none'");
  expect(directive(headers, 'object-src')).toBe("object-src 'none'");
  expect(directive(headers, 'base-uri')).toBe("base-uri 'none'");
  expect(headers).toMatchObject({
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

test('without TLS, browsers are not told to insist on it', async () => {
  expect((await headersOf(local, '/'))['strict-transport-security']).toBeUndefined();
});

test.each(['/dev/graphql/', '/dev/graphql/main.js', '/dev/graphql/initial-options.js'])(
  '%s is served in local mode, with a policy that allows neither inline scripts, other servers nor frames',
  async (path) => {
    const headers = await headersOf(local, path);
    expect(headers['content-type']).toMatch(/html|javascript/);
    expect(directive(headers, 'script-src')).toBe("script-src 'self'");
    expect(directive(headers, 'connect-src')).toBe("connect-src 'self'");
    expect(directive(headers, 'frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(headers['referrer-policy']).toBe('same-origin');
  },
);

test('the explorer exists in local mode only', async () => {
  const ask = async (api: TestApi, path: string): Promise<string> => (await fetch(`${api.url}${path}`)).text();
  expect(await ask(local, '/dev/graphql/')).toMatch(/app-banner-container { display: none }.*<app-root>/s);
  expect(await ask(site, '/dev/graphql/')).not.toContain('<app-root>');
  expect((await fetch(`${local.url}/dev/graphql/iframe-sandbox/index.html`)).status).toBe(404);
});

test('in local mode the explorer sends any operation, and every other page only those of the web app', async () => {
  const sent = async (api: TestApi, referer: string): Promise<object> => {
    const headers = { ...POST.headers, referer };
    const body = JSON.stringify({ query: '{ __schema { queryType { name } } }' });
    return (await (await fetch(`${api.url}/graphql`, { ...POST, headers, body })).json()) as object;
  };
  const known = { data: { __schema: { queryType: { name: 'Query' } } } };
  const refused = { errors: [{ extensions: { code: 'BAD_INPUT' } }] };
  expect(await sent(local, `${local.url}/dev/graphql/`)).toEqual(known);
  expect(await sent(local, `${local.url}/dev/mail`)).toMatchObject(refused);
  expect(await sent(site, `${site.url}/dev/graphql/`)).toMatchObject(refused);
});

test('no log line has the address of a request, which can contain the token of a link', async () => {
  await headersOf(site, '/reset/a-token-of-a-link?email=a@example.org', { headers: { accept: 'text/html' } });
  expect(site.logged.join('')).not.toContain('a-token-of-a-link');
});
