import {
  type AccountId,
  GuestRepository,
  newId,
  columnsOf,
  type GuestId,
  type Holders,
  ResponseRepository,
  systemClock,
} from '@holdout/persistence';
import { type AttemptShape, type ItemShape, makeScratchDatabase, Practiser } from '@holdout/testing';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { untilSomeoneWaits } from '../../test-waiting';

const NOW = new Date('2026-11-20T09:00:00.000Z');

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), {
    environment: { HOLDOUT_BANKS: 'bank' },
    clock: { now: () => NOW },
  });
});
afterAll(() => api.stop());

async function aQuizWithAChoice(client: Practiser): Promise<{ attempt: AttemptShape; item: ItemShape }> {
  const started = await client.startQuiz({ skills: [], count: 1, minutes: 10, kinds: ['CHOICE'] });
  const attempt = started['attempt'] as AttemptShape;
  return { attempt, item: attempt.items[0] as ItemShape };
}

async function ownerOf(attemptId: string): Promise<Holders> {
  const [row] = await api.dataSource.query<{ guest_id: string }[]>('select guest_id from attempt where id = $1', [
    attemptId,
  ]);
  return [{ kind: 'guest', guestId: (row?.guest_id ?? '') as GuestId }];
}

/** The keys of the item, read from its secret part. */
async function keysOf(itemId: string): Promise<string[]> {
  const rows = await api.dataSource.query<{ id: string }[]>(
    `select option ->> 'id' as id from attempt_item i join question_version v on v.id = i.question_version_id,
       jsonb_array_elements(v.secret_part -> 'options') option
     where i.id = $1 and (option ->> 'key')::boolean and i.draw -> 'options' ? (option ->> 'id')`,
    [itemId],
  );
  return rows.map(({ id }) => id);
}

test('an answer whose save is in progress when the quiz is submitted is scored', async () => {
  const client = new Practiser(api.url);
  const { attempt, item } = await aQuizWithAChoice(client);
  const [owner, picked] = [await ownerOf(attempt.id), await keysOf(item.id)];
  const saving = api.dataSource.createQueryRunner();
  await saving.startTransaction();
  const answer = { format: 1, kind: 'choice', picked };
  const revision = { id: crypto.randomUUID(), itemId: item.id, answer, basedOn: 0, revealed: 0 };
  const saved = await new ResponseRepository(saving.manager).save(owner, revision, NOW);
  expect(saved?.kind).toBe('saved');
  const ending = client.submitAttempt(attempt.id);
  await untilSomeoneWaits(api.dataSource);
  await saving.commitTransaction();
  await saving.release();
  expect((await ending).attempt?.score).toMatchObject({ earned: 1, possible: attempt.items.length });
});

test('an answer whose save waits for the submission of the quiz is refused as closed', async () => {
  const client = new Practiser(api.url);
  const { attempt, item } = await aQuizWithAChoice(client);
  const ending = api.dataSource.createQueryRunner();
  await ending.startTransaction();
  await ending.query(`update attempt_item set fixed_at = $2, fixed_by = 'ended' where attempt_id = $1`, [
    attempt.id,
    NOW,
  ]);
  const saving = client.save(item.id, { choice: { picked: await keysOf(item.id) } });
  await untilSomeoneWaits(api.dataSource);
  await ending.commitTransaction();
  await ending.release();
  expect(await saving).toMatchObject({ __typename: 'AttemptClosedProblem' });
});

test('no attempt starts for a guest who is becoming an account: it would have no holder', async () => {
  const client = new Practiser(api.url);
  const { attempt } = await aQuizWithAChoice(client);
  const { guestId } = columnsOf((await ownerOf(attempt.id))[0]);
  const accountId = newId<AccountId>(systemClock);
  await api.dataSource.query('insert into account (id, created_at) values ($1, $2)', [accountId, NOW]);
  const becoming = api.dataSource.createQueryRunner();
  await becoming.startTransaction();
  await new GuestRepository(becoming.manager).becomeAccount(guestId as GuestId, accountId);
  const starting = expect(client.startPractice('choice.rare-event-accuracy')).rejects.toThrow('UNAUTHENTICATED');
  await untilSomeoneWaits(api.dataSource);
  await becoming.commitTransaction();
  await becoming.release();
  await starting;
  expect(await api.dataSource.query('select from attempt where guest_id = $1', [guestId])).toEqual([]);
});
