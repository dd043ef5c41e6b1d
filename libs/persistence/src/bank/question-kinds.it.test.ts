import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import { DataSource } from 'typeorm';
import { makeDataSource } from '../schema/data-source';
import { migrate } from '../schema/migrate';
import { First1795219200000 } from '../schema/migrations/1795219200000-first';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
});
afterAll(() => scratch.drop());

const ID = (last: number): string => `01990000-0000-7000-8000-00000000000${last}`;

/** One item that had shuffled its options, and one that had none, each with a score. */
const BEFORE = `
  insert into bank values ('b', null, 'B', 'both', 'CC0');
  insert into question values ('b/choice.q', 'b', 'choice.q', null);
  insert into question_version
    values ('${ID(1)}', 'b/choice.q', 'h', 'choice', 'Q', 1, 1, 'CC0', '{}', '{}', '{}', '{}', '', now());
  insert into guest (id, created_at) values ('${ID(2)}', now());
  insert into attempt (id, purpose, form, guest_id, seed, started_at)
    values ('${ID(3)}', 'practice', 'quiz', '${ID(2)}', 'ab', now());
  insert into attempt_item (id, attempt_id, position, question_version_id, option_order)
    values ('${ID(4)}', '${ID(3)}', 1, '${ID(1)}', '{c,a,b}'), ('${ID(5)}', '${ID(3)}', 2, '${ID(1)}', null);
  insert into score (id, attempt_item_id, state, raw, earned, possible, scored_at)
    values ('${ID(6)}', '${ID(4)}', 'answered', '{}', 1, 1, now());
  create schema grading;
  create table grading.bundle (hash text primary key, content json);
  insert into grading.bundle values ('h', '{"subtitle": "Déjà vu: Again"}');`;

test('items drawn and scored before the migration to more kinds keep their values, and versions get their subtitle', async () => {
  const older = new DataSource({
    type: 'postgres',
    url: scratch.url,
    migrations: [First1795219200000],
    migrationsTableName: 'schema_migration',
    installExtensions: false,
  });
  await older.initialize();
  await migrate(older);
  await older.query(BEFORE);
  await older.destroy();
  const now = await makeDataSource({ url: scratch.url }).initialize();
  await migrate(now);
  const [version] = await now.query('select subtitle, tsvector_to_array(search_words) as words from question_version');
  expect(version).toEqual({ subtitle: 'Déjà vu: Again', words: ['again', 'deja', 'vu'] });
  expect(await now.query('select draw, revealed from attempt_item order by position')).toEqual([
    { draw: { options: ['c', 'a', 'b'] }, revealed: [] },
    { draw: null, revealed: [] },
  ]);
  expect(await now.query('select earned, possible, pending, marked_by from score')).toEqual([
    { earned: 1, possible: 1, pending: 0, marked_by: 'key' },
  ]);
  await expect(
    now.query(
      'insert into score select gen_random_uuid(), attempt_item_id, null, null, state, raw, 1, 1, misconceptions, now(), 1 from score',
    ),
  ).rejects.toThrow('score_pending');
  await now.destroy();
});
