import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../index';
import { lookOf, looksLike } from './look-alikes';

let scratch: ScratchDatabase;
let source: DataSource;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  source = await makeDataSource({ url: scratch.url }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await scratch.drop();
});

async function looksAlike(name: string, existing: string): Promise<boolean> {
  const sql = `select ${looksLike('existing')} as alike from (select $4::text as existing) as one`;
  const [row] = await source.query<{ alike: boolean }[]>(sql, [...lookOf(name), existing]);
  return row?.alike ?? false;
}

test.each([
  ['Cyrillic', 'раураӏ', 'PayPal'],
  ['Cyrillic capitals', 'МТС', 'MTC'],
  ['Greek', 'Αννα', 'Avva'],
  ['Armenian', 'Տսո', 'Sun'],
  ['a capital I', 'PayPaI', 'PayPal'],
  ['digits', 'G00g1e', 'Google'],
  ['an accent', 'Ноё', 'Hoë'],
])('a name in %s looks like another', async (_script, name, existing) => {
  expect(await looksAlike(name, existing)).toBe(true);
  expect(await looksAlike(existing, name)).toBe(true);
});

test.each([
  ['Иван Петров', 'Ivan Petrov'],
  ['Сара', 'Sara'],
  ['Вера', 'Vera'],
  ['Μαρία', 'Maria'],
  ['Анна', 'Anna'],
  ['Ada Lovelace', 'Ida Lovelace'],
  ['山田', '山日'],
])('%s does not look like %s', async (name, existing) => {
  expect(await looksAlike(name, existing)).toBe(false);
});

test('people and organizations may share a name, in any letter case', async () => {
  expect(await looksAlike('Ada Lovelace', 'Ada Lovelace')).toBe(false);
  expect(await looksAlike('IAN', 'Ian')).toBe(false);
});
