import { makeScratchDatabase, type ScratchDatabase } from '@holdout/testing';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../schema/data-source';
import { migrate } from '../schema/migrate';
import { BankContentRepository } from './bank-content.repository';
import { DrawRepository } from './draw.repository';

let scratch: ScratchDatabase;
let dataSource: DataSource;
let content: BankContentRepository;
let draws: DrawRepository;

const VERSION = '01990000-0000-7000-8000-000000000001';
const [FIRST, SECOND] = ['01990000-0000-7000-8000-00000000000a', '01990000-0000-7000-8000-00000000000b'];
const AT = new Date('2026-01-02T03:04:05Z');

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  dataSource = await makeDataSource({ url: scratch.url }).initialize();
  await migrate(dataSource);
  content = new BankContentRepository(dataSource.manager);
  draws = new DrawRepository(dataSource.manager);
  await content.saveBank({ id: 'b', organization: null, name: 'B', use: 'both', licence: 'CC0' });
  const about = {
    slug: 'numeric.q',
    contentHash: 'h',
    kind: 'numeric',
    title: 'Q',
    subtitle: null,
    level: 1,
    minutes: 1,
  };
  const lists = { sources: [], languages: [], searchWords: [], skills: [] };
  const parts = { candidatePart: {}, secretPart: {}, licence: 'CC0', loadedAt: AT };
  await content.insertVersions('b', [{ id: VERSION, questionId: 'b/numeric.q', ...about, ...lists, ...parts }]);
});

beforeEach(async () => {
  await dataSource.query('delete from preparation');
  await content.startPreparations('here', [{ versionId: VERSION, jobId: FIRST }], AT);
});

afterAll(async () => {
  await dataSource.destroy();
  await scratch.drop();
});

test('a preparation names its job and is not done before the job is', async () => {
  expect(await draws.preparationOf(VERSION, 'here')).toEqual({ jobId: FIRST, isDone: false, failure: null });
  expect(await draws.preparationOf(VERSION, 'elsewhere')).toBeNull();
  await content.finishPreparation(FIRST, AT);
  expect(await draws.preparationOf(VERSION, 'here')).toEqual({ jobId: FIRST, isDone: true, failure: null });
  expect(await content.findPreparation(FIRST)).toMatchObject({ versionId: VERSION, scope: 'here', doneAt: AT });
});

test('a failure is reported until another job replaces the failed one', async () => {
  expect(await draws.failureOf(VERSION, 'here')).toBeNull();
  await content.failPreparation(FIRST, 'division by zero');
  expect(await draws.failureOf(VERSION, 'here')).toBe('division by zero');
  expect(await draws.failureOf(VERSION, 'elsewhere')).toBeNull();
  expect(await content.listPreparations([VERSION], 'here')).toMatchObject([{ failure: 'division by zero' }]);
  await content.startPreparations('here', [{ versionId: VERSION, jobId: SECOND }], AT);
  expect(await draws.failureOf(VERSION, 'here')).toBeNull();
  expect(await content.findPreparation(FIRST)).toBeNull();
});

test('the result of a replaced job changes nothing', async () => {
  await content.startPreparations('here', [{ versionId: VERSION, jobId: SECOND }], AT);
  await content.finishPreparation(FIRST, AT);
  await content.failPreparation(FIRST, 'too late');
  expect(await draws.preparationOf(VERSION, 'here')).toEqual({ jobId: SECOND, isDone: false, failure: null });
});
