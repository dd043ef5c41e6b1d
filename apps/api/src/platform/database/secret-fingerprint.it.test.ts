import { Database, InstallationRepository, makeDataSource, systemClock } from '@holdout/persistence';
import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import type { DataSource } from 'typeorm';
import { API_TEMPLATE } from '../../test-api';
import { claimSecret, fingerprintOf } from './secret-fingerprint';

let scratch: ScratchDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  scratch = await makeScratchDatabase(API_TEMPLATE);
  dataSource = await makeDataSource({ url: scratch.url }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await scratch.drop();
});

test('data created with one secret is refused with another, and the error says how to rotate', async () => {
  const db = new Database(dataSource.manager);
  await claimSecret(db, 'the first secret', systemClock);
  await claimSecret(db, 'the first secret', systemClock);
  await expect(claimSecret(db, 'another secret', systemClock)).rejects.toThrow('holdout admin rotate-secret');
  await db.repo(InstallationRepository).replaceFingerprint(fingerprintOf('another secret'));
  await claimSecret(db, 'another secret', systemClock);
});

test('the secret itself is not stored', async () => {
  const rows = await dataSource.query<object[]>('select * from installation');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('another secret');
});
