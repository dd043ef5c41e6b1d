import { replayEdits, type TextEdit } from '@holdout/assessment';
import fc from 'fast-check';
import { type Batch, MOST_WAITING, Recorder, type Sent } from './recorder';

/** A server that stores a batch once, or is out of reach. */
function aWorld() {
  const stored = new Map<number, Batch>();
  let [clock, sequence] = [0, 0];
  const world = { stored, outcome: 'stored' as Sent, sends: 0, pass: (ms: number) => (clock += ms) };
  const recorder = new Recorder({
    send: (batch) => {
      world.sends += 1;
      if (world.outcome !== 'unreachable' && !stored.has(batch.sequence)) stored.set(batch.sequence, batch);
      return Promise.resolve(world.outcome);
    },
    now: () => clock,
    nextSequence: () => (sequence += 1),
  });
  const eventsOf = () =>
    [...stored.values()].toSorted((a, b) => a.sequence - b.sequence).flatMap(({ events }) => events);
  return { recorder, world, eventsOf };
}

const code = (source: string) => ({ code: { language: 'PYTHON' as const, source } });

test('whatever is typed, and however often the server is out of reach, what it has replays to the last text', async () => {
  const step = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(true, false));
  await fc.assert(
    fc.asyncProperty(fc.array(step), async (steps) => {
      const { recorder, world, eventsOf } = aWorld();
      let last: string | null = null;
      for (const each of steps) {
        if (typeof each === 'string') recorder.edit('item', code((last = each)));
        else {
          world.outcome = each ? 'stored' : 'unreachable';
          await recorder.flush();
        }
      }
      world.outcome = 'stored';
      for (let turn = 0; turn < 3; turn += 1) await recorder.flush();
      expect(replayEdits(eventsOf() as unknown as TextEdit[])).toBe(last);
    }),
  );
});

test('each event has its time since the batch began, and the batch its age', async () => {
  const { recorder, world } = aWorld();
  world.pass(100);
  recorder.add({ kind: 'LEFT' });
  world.pass(250);
  recorder.add({ kind: 'RETURNED' });
  world.pass(1000);
  await recorder.flush();
  expect([...world.stored.values()]).toEqual([
    {
      sequence: 1,
      ageMs: 1250,
      events: [
        { kind: 'LEFT', ms: 0 },
        { kind: 'RETURNED', ms: 250 },
      ],
    },
  ]);
});

test('while the server is out of reach the memory is bounded; afterwards texts start again from the whole', async () => {
  const { recorder, world, eventsOf } = aWorld();
  world.outcome = 'unreachable';
  const long = MOST_WAITING + 500;
  for (let n = 0; n < long; n += 1) recorder.edit('item', code(`${n}`));
  world.outcome = 'stored';
  for (let turn = 0; turn < 20; turn += 1) await recorder.flush();
  expect(eventsOf().length).toBeLessThanOrEqual(MOST_WAITING);
  expect(replayEdits(eventsOf() as unknown as TextEdit[])).toBe(`${long - 1}`);
});

test('when the server says that it is over, nothing more is collected or sent', async () => {
  const { recorder, world } = aWorld();
  world.outcome = 'over';
  recorder.add({ kind: 'LEFT' });
  await recorder.flush();
  recorder.add({ kind: 'RETURNED' });
  await recorder.flush();
  expect(world.sends).toBe(1);
});
