import { existsSync, readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { runOptions } from './run-options.mjs';

const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
const ours = Object.entries(services).filter(([name]) => name !== 'postgres');

test('options of a service become options of a run', () => {
  const service = {
    user: 'node',
    cap_drop: ['ALL'],
    pids_limit: 9,
    read_only: true,
    tmpfs: ['/tmp:exec'],
    ports: ['1:1'],
  };
  const line = '--user node --cap-drop ALL --pids-limit 9 --read-only --tmpfs /tmp:exec';
  expect(runOptions(service).join(' ')).toBe(line);
  expect(runOptions({})).toEqual([]);
});

test.each(ours)('%s runs as an ordinary user without any capability', (_, service) => {
  expect(service).toMatchObject({ user: 'node', cap_drop: ['ALL'] });
  expect(service.cap_add).toBeUndefined();
  expect(service.security_opt).toContain('no-new-privileges:true');
});

test('the grader can map libraries from its tmpfs, and cannot write anywhere else', () => {
  const { grader } = services;
  expect(grader.read_only).toBe(true);
  expect(grader.tmpfs).toEqual(['/tmp:exec,mode=1777']);
  expect(grader.environment.HOLDOUT_HOME).toBe('/tmp/holdout');
  expect(grader.security_opt).not.toContain('systempaths=unconfined');
  expect(Object.keys(grader.environment)).not.toContain('HOLDOUT_SECRET');
});

test('one service builds the image that all use', () => {
  expect(ours.filter(([, { build }]) => build).map(([name]) => name)).toEqual(['migrate']);
  expect(new Set(ours.map(([, { image }]) => image)).size).toBe(1);
});

test('the site is reachable only from this machine by default', () => {
  expect(services.api.ports).toEqual(['${BIND_ADDRESS:-127.0.0.1}:${PORT:-3000}:3000']);
});

test('the health check of the database connects like other containers, and allows a slow start', () => {
  expect(services.postgres.healthcheck.test.join(' ')).toContain('pg_isready -h 127.0.0.1');
  expect(services.migrate.restart).toBe('on-failure');
});

test('the logins are created by a mounted file that stops at its first error and creates no superuser', () => {
  const [path] = services.postgres.volumes.find((line) => line.includes('initdb.d')).split(':');
  expect(existsSync(path) && (statSync(path).mode & 0o111) !== 0).toBe(true);
  const script = readFileSync(path, 'utf8');
  expect(script).toMatch(/ON_ERROR_STOP=1 --single-transaction/);
  expect(script).toMatch(/create role holdout login nosuperuser/);
  expect(services.postgres.environment.POSTGRES_USER).toBeUndefined();
});
