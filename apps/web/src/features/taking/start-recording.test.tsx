import type { ApolloClient } from '@apollo/client';
import type { RecordEventsInput } from '../../generated/operations';
import { Savers } from '../../answering/savers';
import { startRecording } from './start-recording';

const FLUSH_MS = 5000;
const nothing = Promise.resolve();

/** A page with its recorder, and what the server got. */
function aPage(attemptId: string) {
  const sent: RecordEventsInput[] = [];
  const page = { sent, failure: null as Error | null };
  const mutate = ({ variables }: { readonly variables: { readonly input: RecordEventsInput } }) => {
    if (page.failure !== null) return Promise.reject(page.failure);
    sent.push(variables.input);
    return Promise.resolve({ data: { recordEvents: { isOver: false } } });
  };
  const savers = new Savers({
    store: {
      list: () => [],
      write: () => undefined,
      remove: () => undefined,
      kept: () => Promise.resolve(true),
      refresh: () => nothing,
    },
    send: () => Promise.resolve({ kind: 'unreachable' }),
    newId: () => crypto.randomUUID(),
    now: () => new Date('2026-11-20T10:00:00.000Z'),
    after: () => () => undefined,
  });
  const stop = startRecording({ mutate } as unknown as ApolloClient, attemptId, savers);
  const kinds = () => sent.flatMap(({ events }) => events.map(({ kind }) => kind));
  return { ...page, page, savers, stop, kinds };
}

const wait = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const paste = (text: string) => {
  const event = new Event('paste', { bubbles: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  document.body.dispatchEvent(event);
};

beforeEach(() => {
  sessionStorage.clear();
  jest.useFakeTimers();
  jest.spyOn(document, 'hasFocus').mockReturnValue(true);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('the device, edits, pastes by their length, leaving and returning, and the last size are sent every five seconds', async () => {
  const { savers, sent, kinds, stop } = aPage('a');
  savers.of({ id: 'item', response: null }).edit({ kind: 'text', text: 'R' });
  paste('four');
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
  window.dispatchEvent(new Event('blur'));
  jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  window.dispatchEvent(new Event('focus'));
  window.dispatchEvent(new Event('resize'));
  window.dispatchEvent(new Event('resize'));
  expect(sent).toEqual([]);
  await wait(FLUSH_MS);
  expect(kinds()).toEqual(['DEVICE', 'EDIT', 'PASTE', 'LEFT', 'RETURNED', 'RESIZED']);
  expect(sent[0]?.events.find(({ kind }) => kind === 'PASTE')).toMatchObject({ length: 4 });
  expect(JSON.stringify(sent)).not.toContain('four');
  stop();
});

test('nothing is heard after the end, and what was heard before it is sent', async () => {
  const { kinds, stop } = aPage('b');
  paste('one');
  stop();
  paste('two');
  await wait(2 * FLUSH_MS);
  expect(kinds()).toEqual(['DEVICE', 'PASTE']);
});

test('after a reload the numbers of the batches go on', async () => {
  const before = aPage('c');
  await wait(FLUSH_MS);
  before.stop();
  const after = aPage('c');
  await wait(FLUSH_MS);
  after.stop();
  expect([...before.sent, ...after.sent].map(({ sequence }) => sequence)).toEqual([0, 1]);
});

test('a batch that did not arrive is sent again under its number', async () => {
  const { page, sent, stop } = aPage('d');
  page.failure = new TypeError('Failed to fetch');
  await wait(FLUSH_MS);
  page.failure = null;
  await wait(FLUSH_MS);
  expect(sent.map(({ sequence }) => sequence)).toEqual([0]);
  stop();
});
