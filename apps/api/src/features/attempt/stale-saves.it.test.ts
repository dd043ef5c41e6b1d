import { decideSave, neverAnswered, type StoredAnswer } from '@holdout/assessment';
import { type GuestId, type Holders, ResponseRepository, type SaveOutcome } from '@holdout/persistence';
import { EXAMPLE_BANK, ExamplePractice, makeScratchDatabase, Practiser, writeBank } from '@holdout/testing';
import fc from 'fast-check';
import { API_TEMPLATE, startTestApi, type TestApi } from '../../test-api';
import { untilSomeoneWaits } from '../../test-waiting';

let api: TestApi;
let bank: Awaited<ReturnType<typeof writeBank>>;
const now = new Date('2026-11-20T09:00:00.000Z');
const practice = new ExamplePractice(() => api.url);

beforeAll(async () => {
  bank = await writeBank(EXAMPLE_BANK);
  const environment = { HOLDOUT_BANKS: bank.directory };
  api = await startTestApi(await makeScratchDatabase(API_TEMPLATE), { environment, clock: { now: () => now } });
});
afterAll(async () => {
  await api.stop();
  await bank.drop();
});

const text = (value: string) => ({ text: { text: value } });

/** The same person in a second tab: same session, but it has not seen the first tab's saves. */
const inAnotherTab = (client: Practiser) => new Practiser(api.url, client.cookieHeader());

async function holderOf(itemId: string): Promise<Holders> {
  const [row] = await api.dataSource.query<{ guest_id: string }[]>(
    'select guest_id from attempt a join attempt_item i on i.attempt_id = a.id where i.id = $1',
    [itemId],
  );
  return [{ kind: 'guest', guestId: (row?.guest_id ?? '') as GuestId }];
}

const storedOf = (itemId: string) =>
  api.dataSource.query<{ id: string; revision: number | null; based_on: number | null; text: string }[]>(
    `select id, revision, based_on, answer ->> 'text' as text from response_revision
     where attempt_item_id = $1 order by revision nulls last, saved_at`,
    [itemId],
  );

const currentOf = async (client: Practiser) => {
  const { items } = await client.startPractice('text.example');
  return items[0]?.response?.answer;
};

describe('a save that builds on an older revision', () => {
  test('is refused with the current answer and kept; nothing is overwritten', async () => {
    const { client, item } = await practice.open('text');
    const stale = inAnotherTab(client);
    await client.save(item.id, text('from B'));
    expect(await stale.save(item.id, text('from A'), { basedOn: 0 })).toMatchObject({
      __typename: 'StaleRevisionProblem',
      code: 'STALE_REVISION',
      current: { revision: 1, answer: { text: 'from B' } },
    });
    expect(await currentOf(client)).toEqual({ text: 'from B' });
    expect(await storedOf(item.id)).toMatchObject([
      { revision: 1, based_on: null, text: 'from B' },
      { revision: null, based_on: 0, text: 'from A' },
    ]);
  });

  test('is accepted once it names the revision that it was refused for', async () => {
    const { client, item } = await practice.open('text');
    await client.save(item.id, text('from B'));
    const stale = inAnotherTab(client);
    await stale.save(item.id, text('from A'), { basedOn: 0 });
    expect(await stale.save(item.id, text('from A'), { basedOn: 1 })).toMatchObject({ response: { revision: 2 } });
    expect((await storedOf(item.id)).map((row) => row.text)).toEqual(['from B', 'from A', 'from A']);
  });

  test('is refused again under the same id, and kept once', async () => {
    const { client, item } = await practice.open('text');
    await client.save(item.id, text('from B'));
    const again = { revisionId: crypto.randomUUID(), basedOn: 0 };
    await client.save(item.id, text('from A'), again);
    await client.save(item.id, text('from B, later'));
    expect(await client.save(item.id, text('from A'), again)).toMatchObject({
      __typename: 'StaleRevisionProblem',
      current: { revision: 2 },
    });
    expect(await storedOf(item.id)).toHaveLength(3);
  });

  test('is not a conflict if it equals the current answer', async () => {
    const { client, item } = await practice.open('text');
    await client.save(item.id, text('the same'));
    const other = await inAnotherTab(client).save(item.id, text('the same'), { basedOn: 0 });
    expect(other).toMatchObject({ response: { revision: 1 } });
    expect(await storedOf(item.id)).toHaveLength(1);
  });

  test('a revision from the future is stale too', async () => {
    const { client, item } = await practice.open('text');
    await client.save(item.id, text('first'));
    expect(await client.save(item.id, text('second'), { basedOn: 7 })).toMatchObject({
      __typename: 'StaleRevisionProblem',
    });
  });
});

describe('a save whose response was lost', () => {
  test('gets the first response again when it is repeated, although others were saved since', async () => {
    const { client, item } = await practice.open('text');
    const lost = { revisionId: crypto.randomUUID(), basedOn: 0 };
    await client.save(item.id, text('lost'), lost);
    await client.save(item.id, text('later'));
    expect(await client.save(item.id, text('lost'), lost)).toMatchObject({ response: { revision: 1 } });
  });

  test('is not stale against itself while its first copy is still being written', async () => {
    const { client, item } = await practice.open('text');
    const holder = await holderOf(item.id);
    const id = crypto.randomUUID();
    const writing = api.dataSource.createQueryRunner();
    await writing.startTransaction();
    const answer = { format: 1, kind: 'text', text: 'copy' };
    await new ResponseRepository(writing.manager).save(
      holder,
      { id, itemId: item.id, answer, basedOn: 0, revealed: 0 },
      now,
    );
    const copy = client.save(item.id, text('copy'), { revisionId: id, basedOn: 0 });
    await untilSomeoneWaits(api.dataSource);
    await writing.commitTransaction();
    await writing.release();
    expect(await copy).toMatchObject({ response: { revision: 1 } });
  });
});

test('of concurrent saves that build on the same revision, one is accepted and the others are kept', async () => {
  const { client, item } = await practice.open('text');
  const texts = Array.from({ length: 8 }, (_, n) => `tab ${n}`);
  const outcomes = await Promise.all(texts.map((each) => client.save(item.id, text(each), { basedOn: 0 })));
  expect(outcomes.filter(({ __typename }) => __typename === 'SaveResponseSuccess')).toHaveLength(1);
  expect(outcomes.filter(({ __typename }) => __typename === 'StaleRevisionProblem')).toHaveLength(7);
  expect((await storedOf(item.id)).map((row) => row.text).toSorted()).toEqual(texts);
});

const aSave = fc.record({
  /** The index of the id to repeat; a new id if there is none at this index. */
  which: fc.nat(12),
  basedOn: fc.nat(6),
  answer: fc.constantFrom('a', 'b', 'c', 'd'),
});

/** The statements of the repository must not differ from the rule that the client's model test uses. */
test('the statements decide like the rule, for any saves in any order', async () => {
  const { item } = await practice.open('text');
  const holder = await holderOf(item.id);
  await fc.assert(
    fc.asyncProperty(fc.array(aSave, { maxLength: 20 }), async (saves) => {
      await api.dataSource.query('delete from response_revision where attempt_item_id = $1', [item.id]);
      await api.dataSource.query('delete from response where attempt_item_id = $1', [item.id]);
      const used: { readonly id: string; readonly basedOn: number; readonly answer: string }[] = [];
      let stored: StoredAnswer<string> = neverAnswered();
      for (const { which, basedOn, answer } of saves) {
        const save = used[which] ?? { id: crypto.randomUUID(), basedOn, answer };
        used.push(save);
        const { decision, stored: next } = decideSave(stored, save, Object.is);
        stored = next;
        const body = { format: 1, kind: 'text', text: save.answer };
        const made = { id: save.id, itemId: item.id, answer: body, basedOn: save.basedOn, revealed: 0 };
        const outcome = await api.db.repo(ResponseRepository).save(holder, made, now);
        expect(outlineOf(outcome)).toEqual(decision);
      }
      const rows = await storedOf(item.id);
      const kept = [...stored.saves].map(([id, { revision, answer }]) => ({ id, revision, text: answer }));
      expect(rows.map(({ id, revision, text }) => ({ id, revision, text })).toSorted(byId)).toEqual(
        kept.toSorted(byId),
      );
    }),
    { numRuns: 200 },
  );
});

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

function outlineOf(outcome: SaveOutcome | null): unknown {
  if (outcome?.kind === 'saved') return { kind: 'saved', revision: outcome.response.revision };
  if (outcome?.kind !== 'stale') return outcome;
  const { revision, answer } = outcome.current;
  return { kind: 'stale', current: { revision, answer: (answer as { text: string }).text } };
}

describe('what is scored is what was on the screen', () => {
  test('Check names the revision on the screen: after a save in another tab nothing is scored', async () => {
    const { client, item } = await practice.open('text');
    await client.save(item.id, text('seen'));
    await inAnotherTab(client).save(item.id, text('not seen'), { basedOn: 1 });
    expect(await client.check(item.id)).toMatchObject({
      __typename: 'StaleRevisionProblem',
      current: { revision: 2, answer: { text: 'not seen' } },
    });
    expect((await client.startPractice('text.example')).items[0]?.feedback).toBeNull();
    expect((await client.check(item.id, 2)).item?.feedback).not.toBeNull();
  });

  test('Check waits for a save in progress and is then refused', async () => {
    const { client, item } = await practice.open('text');
    await client.save(item.id, text('seen'));
    const holder = await holderOf(item.id);
    const saving = api.dataSource.createQueryRunner();
    await saving.startTransaction();
    const answer = { format: 1, kind: 'text', text: 'at once' };
    const made = { id: crypto.randomUUID(), itemId: item.id, answer, basedOn: 1, revealed: 0 };
    await new ResponseRepository(saving.manager).save(holder, made, now);
    const checking = client.check(item.id);
    await untilSomeoneWaits(api.dataSource);
    await saving.commitTransaction();
    await saving.release();
    expect(await checking).toMatchObject({ __typename: 'StaleRevisionProblem', current: { revision: 2 } });
    const { items, endedAt } = await client.startPractice('text.example');
    expect([items[0]?.feedback, endedAt]).toEqual([null, null]);
  });

  test('the explanation is not revealed after a save in another tab', async () => {
    const { client, item } = await practice.open('text');
    await inAnotherTab(client).save(item.id, text('not seen'), { basedOn: 0 });
    expect(await client.reveal(item.id)).toMatchObject({ __typename: 'StaleRevisionProblem' });
    expect((await client.reveal(item.id, 1)).item?.feedback).not.toBeNull();
  });

  test('no part of a scenario is fixed with a text that was not on the screen', async () => {
    const { client, item } = await practice.open('scenario');
    await client.save(item.id, { scenario: { part: 'prompt', text: 'Seen.' } });
    const other = inAnotherTab(client);
    await other.save(item.id, { scenario: { part: 'prompt', text: 'Not seen.' } }, { basedOn: 1 });
    expect(await client.revealFollowUp(item.id, 'prompt')).toMatchObject({ __typename: 'StaleRevisionProblem' });
    expect(await other.revealFollowUp(item.id, 'prompt')).toMatchObject({ __typename: 'RevealFollowUpSuccess' });
  });
});
