import { waitFor } from '@testing-library/react';
import { listenBeforeRouter } from '../../platform/history-holds';
import { HistoryHold } from './hold-history';

/** Where the router is, as it hears of changes of the history. */
let shown: string;
let end: () => void = () => undefined;
const follows: (() => void)[] = [];

const visit = (path: string, idx: number) => window.history.pushState({ idx }, '', path);
let pops: number;
const countPop = () => (pops += 1);

// As the app does, and in this order: browsers call the listeners in the order in which they were added.
beforeAll(() => {
  window.addEventListener('popstate', countPop);
  listenBeforeRouter();
});

function open(saver: { isUnsaved: boolean; isSavable: boolean }): HistoryHold {
  visit('/list', 0);
  visit('/build', 1);
  shown = '/build';
  const read = () =>
    ({ isUnsaved: saver.isUnsaved }) as ReturnType<ConstructorParameters<typeof HistoryHold>[0]['read']>;
  const settle = () => {
    saver.isUnsaved = !saver.isSavable;
    return Promise.resolve(saver.isSavable);
  };
  const hold = new HistoryHold({ read, settle }, (follow) => follows.push(follow));
  pops = 0;
  const router = () => (shown = window.location.pathname);
  window.addEventListener('popstate', router);
  const stop = hold.listen();
  end = () => {
    stop();
    window.removeEventListener('popstate', router);
  };
  return hold;
}
afterEach(() => {
  end();
  follows.length = 0;
});

/** Goes back, until the history has changed so many times. */
const goBack = async (changes: number) => {
  const before = pops;
  window.history.back();
  await waitFor(() => expect(pops - before).toBe(changes));
};

test('Back with everything saved is followed', async () => {
  open({ isUnsaved: false, isSavable: true });
  await goBack(1);
  expect([shown, window.location.pathname]).toEqual(['/list', '/list']);
});

test('Back saves first, and is then followed', async () => {
  const saver = { isUnsaved: true, isSavable: true };
  open(saver);
  await goBack(3);
  expect([saver.isUnsaved, shown, window.location.pathname]).toEqual([false, '/list', '/list']);
});

test('Back with changes that cannot be saved stays on the page and asks once, however often it is pressed', async () => {
  const hold = open({ isUnsaved: true, isSavable: false });
  await goBack(2);
  await goBack(2);
  expect([shown, window.location.pathname, follows.length]).toEqual(['/build', '/build', 1]);
  hold.stay();
  await goBack(2);
  expect([shown, follows.length]).toEqual(['/build', 2]);
  follows[1]?.();
  await waitFor(() => expect([shown, window.location.pathname]).toEqual(['/list', '/list']));
});

test('an entry of the page itself is not held', async () => {
  const hold = open({ isUnsaved: true, isSavable: false });
  visit('/build?at=s1', 2);
  hold.noticeEntry();
  await goBack(1);
  expect([window.location.search, follows.length]).toEqual(['', 0]);
  await goBack(2);
  expect([window.location.pathname, follows.length]).toEqual(['/build', 1]);
});
