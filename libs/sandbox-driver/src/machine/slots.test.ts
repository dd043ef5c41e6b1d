import { Slots } from './slots';

const forever = new AbortController().signal;

test('gives concurrent callers distinct slots, and reuses the first free one', async () => {
  const slots = new Slots(2);
  const seen: number[] = [];
  let running = 0;
  await Promise.all(
    Array.from({ length: 6 }, () =>
      slots.use(forever, async (slot) => {
        running += 1;
        seen.push(slot);
        expect(running).toBeLessThanOrEqual(2);
        await Promise.resolve();
        running -= 1;
      }),
    ),
  );
  expect(new Set(seen)).toEqual(new Set([0, 1]));
  expect(seen).toHaveLength(6);
});

test('rejects a caller that aborts while waiting, and gives the slot to the next', async () => {
  const slots = new Slots(1);
  const gone = new AbortController();
  let leave = (): void => undefined;
  const first = slots.use(forever, () => new Promise<void>((resolve) => (leave = resolve)));
  const second = slots.use(gone.signal, () => Promise.resolve('ran'));
  const third = slots.use(forever, () => Promise.resolve('ran'));
  gone.abort();
  await expect(second).rejects.toThrow('aborted while waiting');
  leave();
  await first;
  expect(await third).toBe('ran');
});
