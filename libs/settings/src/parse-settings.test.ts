import fc from 'fast-check';
import { parseSettings } from './parse-settings';
import { SettingsError } from './settings-error';

function messageFor(env: Record<string, string>): string {
  try {
    parseSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'accepted';
}

test('an empty environment gives the settings of a local installation', () => {
  expect(parseSettings({})).toEqual({
    nodeEnv: 'production',
    logLevel: 'info',
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:3000',
    trustProxy: false,
    guestDays: 90,
    mail: null,
    founding: 'nobody',
    home: '.holdout',
    databaseUrl: null,
    graderDatabaseUrl: null,
    secret: null,
    localMode: false,
    webRoot: null,
    publicBank: null,
    trialBank: null,
    bankDirectories: [],
    previewOrigin: null,
    dnsServers: [],
    languages: ['python', 'sql', 'r', 'javascript', 'typescript'],
  });
});

test.each<[Record<string, string>, string]>([
  [{ PORT: 'http' }, 'PORT is "http"; expected a whole number from 1 to 65535'],
  [{ PORT: '70000' }, 'PORT is "70000"; expected a whole number from 1 to 65535'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; expected one of fatal, error, warn, info, debug, trace, silent'],
  [{ HOST: 'not a host' }, 'HOST is "not a host"; expected a host name or an address'],
  ...['maybe', 'true'].map((text): [Record<string, string>, string] => [
    { TRUST_PROXY: text },
    `TRUST_PROXY is "${text}"; expected false, the number of proxies before this server, or their addresses separated by commas`,
  ]),
  [
    { HOLDOUT_LANGUAGES: 'python,julia' },
    'HOLDOUT_LANGUAGES is "python,julia"; expected names from python, sql, r, javascript, typescript, separated by commas',
  ],
  [
    { HOLDOUT_LANGUAGES: ',' },
    'HOLDOUT_LANGUAGES is ","; expected names from python, sql, r, javascript, typescript, separated by commas',
  ],
  [
    { PUBLIC_URL: 'https://example.org/holdout' },
    'PUBLIC_URL is "https://example.org/holdout"; expected an http or https address without a path, such as https://holdout.example.org',
  ],
])('a wrong variable is reported with its value and what is expected: %j', (env, message) => {
  expect(messageFor(env)).toBe(message);
});

test.each<[string, object]>([
  ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, security: 'tls', login: null }],
  ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, security: 'starttls', login: null }],
  ['smtp://mail.example.org:2525/', { host: 'mail.example.org', port: 2525, security: 'starttls', login: null }],
  ['smtp://[::1]:25?tls=off', { host: '::1', port: 25, security: 'none', login: null }],
  [
    'smtps://me%40example.org:p%2Fw%3A@mail.example.org',
    { host: 'mail.example.org', port: 465, security: 'tls', login: { user: 'me@example.org', password: 'p/w:' } },
  ],
])('the mail server of %s is read', (url, server) => {
  expect(parseSettings({ SMTP_URL: url, MAIL_FROM: 'a@example.org' }).mail?.server).toEqual(server);
});

test.each([
  'mail.example.org',
  'https://mail.example.org',
  'smtp://',
  'smtp://mail.example.org/inbox',
  'smtp://mail.example.org?tls=maybe',
  'smtp://mail.example.org?rejectUnauthorized=false',
  'smtps://mail.example.org?tls=off',
  'smtp://me@mail.example.org',
  'smtp://me:%E0%A4%A@mail.example.org',
  'smtp://me:hunter2@mail.example.org?tls=off',
  'smtp://mail.example.org:0',
])('the mail server of %s is refused without printing a password', (url) => {
  const message = messageFor({ SMTP_URL: url, MAIL_FROM: 'a@example.org' });
  expect(message).toMatch(/^SMTP_URL is .*; expected smtps:\/\/user:password@host:port/);
  expect(message).not.toContain('hunter2');
});

test.each<[string, object]>([
  ['holdout@example.org', { name: '', address: 'holdout@example.org' }],
  ['Hiring at Example <holdout@example.org>', { name: 'Hiring at Example', address: 'holdout@example.org' }],
  ['"Example, Inc." <holdout@example.org>', { name: 'Example, Inc.', address: 'holdout@example.org' }],
])('the sender %s is read', (text, sender) => {
  expect(parseSettings({ SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: text }).mail?.from).toEqual(sender);
});

test.each(['example.org', 'a@b@c', 'A <a@example.org> B', 'a@example.org, b@example.org', 'A\r\nBcc: b@c <a@b.org>'])(
  'the sender %j is refused',
  (text) => {
    expect(messageFor({ SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: text })).toMatch(/^MAIL_FROM is /);
  },
);

test('a mail server needs a sender', () => {
  expect(messageFor({ SMTP_URL: 'smtps://mail.example.org' })).toMatch(/^MAIL_FROM is not set; expected an address/);
});

test('organizations are founded by anyone in local mode, elsewhere as the operator says', () => {
  expect(parseSettings({ HOLDOUT_LOCAL_MODE: 'true' }).founding).toBe('anyone');
  expect(parseSettings({ HOLDOUT_LOCAL_MODE: 'true', FOUNDING: 'nobody' }).founding).toBe('nobody');
  expect(parseSettings({ FOUNDING: 'anyone' }).founding).toBe('anyone');
  expect(messageFor({ FOUNDING: 'everyone' })).toMatch(/^FOUNDING is "everyone"; expected one of anyone, nobody/);
});

test('all wrong variables are reported at once', () => {
  expect(messageFor({ PORT: '0', LOG_LEVEL: '11' }).split('\n')).toHaveLength(2);
});

test('a password or a secret is never printed', () => {
  expect(messageFor({ DATABASE_URL: 'mysql://me:hunter2@db/holdout' })).not.toContain('hunter2');
  expect(messageFor({ HOLDOUT_SECRET: 'hunter2' })).toBe(
    'HOLDOUT_SECRET is 7 characters long; expected at least 32 characters',
  );
});

test('demo accounts are refused on an address that others can reach', () => {
  expect(messageFor({ HOLDOUT_LOCAL_MODE: '1', HOST: '0.0.0.0' })).toContain('HOST is "0.0.0.0"');
});

test.each([
  ['a public address', { PUBLIC_URL: 'https://holdout.example.org' }],
  ['a proxy', { TRUST_PROXY: '1' }],
])('demo accounts are refused on a loopback address that %s leads others to', (_what, env) => {
  expect(messageFor({ HOLDOUT_LOCAL_MODE: '1', ...env })).toMatch(/^HOLDOUT_LOCAL_MODE is .*PUBLIC_URL or a proxy/);
});

test('a public address on this machine keeps the demo accounts', () => {
  expect(parseSettings({ HOLDOUT_LOCAL_MODE: '1', PUBLIC_URL: 'http://localhost:3000' }).localMode).toBe(true);
});

test.each<[Record<string, string>]>([
  [{ HOLDOUT_PREVIEW: 'https://example.org' }],
  [{ HOLDOUT_PREVIEW: 'http://127.0.0.1:3001/page' }],
  [{ HOLDOUT_PREVIEW: "http://127.0.0.1:3001 'self'" }],
  [{ HOLDOUT_PREVIEW: 'http://127.0.0.1:3001', HOST: '0.0.0.0' }],
])('a preview is refused unless it and the site are on a loopback address: %j', (env) => {
  expect(messageFor(env)).toMatch(/^HOLDOUT_PREVIEW is /);
});

test.each(['0', '3651', '1.5', 'ever'])('the work of guests is not kept for %s days', (days) => {
  expect(messageFor({ GUEST_DAYS: days })).toMatch(/^GUEST_DAYS is /);
});

test('an empty variable counts as absent', () => {
  expect(parseSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual(parseSettings({}));
});

test('languages are read in any order and case, and listed in the order of the bank', () => {
  expect(parseSettings({ HOLDOUT_LANGUAGES: 'R, sql,Python,r' }).languages).toEqual(['python', 'sql', 'r']);
});

test('the public address is an origin, and follows host and port when it is not given', () => {
  expect(parseSettings({ PUBLIC_URL: 'https://holdout.example.org/' }).publicUrl).toBe('https://holdout.example.org');
  expect(parseSettings({ HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://localhost:80');
});

test('any port is either accepted unchanged or reported', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 100_000 }), (port) => {
      const env = { PORT: String(port) };
      if (port >= 1 && port <= 65535) expect(parseSettings(env).port).toBe(port);
      else expect(messageFor(env)).toMatch(/^PORT is /);
    }),
  );
});

test('resolvers are addresses with or without a port', () => {
  const dnsServers = ['10.0.0.2', '127.0.0.1:5353', '[fd00::2]', '[::1]:53'];
  expect(parseSettings({ DNS_SERVERS: dnsServers.join(', ') }).dnsServers).toEqual(dnsServers);
});

test.each(['dns.example.org', '10.0.0.256', '10.0.0.2:0', 'fd00::2', '[10.0.0.2:53'])('%s is no resolver', (text) => {
  expect(messageFor({ DNS_SERVERS: `10.0.0.2,${text}` })).toMatch(/^DNS_SERVERS is .* expected addresses/);
});

test('no text in any variable throws anything but a SettingsError', () => {
  const names = [
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'TRUST_PROXY',
    'DATABASE_URL',
    'HOLDOUT_SECRET',
    'HOLDOUT_BANKS',
    'SMTP_URL',
    'DNS_SERVERS',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.string(), (name, text) => {
      expect(typeof messageFor({ [name]: text })).toBe('string');
    }),
  );
});
