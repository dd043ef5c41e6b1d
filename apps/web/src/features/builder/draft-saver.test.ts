import { type AssessmentDraft, EMPTY_DRAFT } from '@holdout/assessment';
import { DraftSaver, type SendOutcome, type ServerDraft, type UnsavedDraft } from './draft-saver';

const at = (minutes: number): AssessmentDraft => ({ ...EMPTY_DRAFT, minutes });
const server = (draft: AssessmentDraft, revision: number): ServerDraft => ({
  draft,
  revision,
  savedAt: `2026-11-30T14:0${revision}:00Z`,
  savedBy: 'Anna',
});

/** Lets promises that are settled already run their callbacks. */
const turn = async () => {
  for (let n = 0; n < 10; n++) await Promise.resolve();
};

function aPage(left: UnsavedDraft | null = null) {
  const sent: { readonly unsaved: UnsavedDraft; readonly answer: (outcome: SendOutcome) => void }[] = [];
  const timers: { readonly ms: number; readonly act: () => void }[] = [];
  let kept: UnsavedDraft | null = left;
  const saver = new DraftSaver(
    server(at(60), 1),
    {
      send: (unsaved) => new Promise((answer) => sent.push({ unsaved, answer })),
      after: (ms, act) => {
        const timer = { ms, act };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
      },
      keep: (unsaved) => (kept = unsaved),
    },
    left,
  );
  const elapse = () => timers.splice(0).forEach(({ act }) => act());
  const answer = async (outcome: SendOutcome) => {
    sent.at(-1)?.answer(outcome);
    await turn();
  };
  const minutes = (n: number) => saver.edit((draft) => ({ ...draft, minutes: n }), 'minutes');
  return { saver, sent, timers, elapse, answer, minutes, kept: () => kept };
}

const saved = (minutes: number, revision: number): SendOutcome => ({
  kind: 'saved',
  state: server(at(minutes), revision),
});

test('saves once, a second after the last change, on the revision that it builds on', async () => {
  const { sent, timers, elapse, answer, minutes, saver } = aPage();
  minutes(61);
  minutes(62);
  expect(timers.map(({ ms }) => ms)).toEqual([1000]);
  elapse();
  expect(sent.map(({ unsaved }) => unsaved)).toEqual([{ draft: at(62), basedOn: 1 }]);
  await answer(saved(62, 2));
  expect(saver.read()).toMatchObject({ revision: 2, isUnsaved: false, status: { kind: 'saved' } });
});

test('what is changed during a request is saved after it, on the new revision', async () => {
  const { sent, elapse, answer, minutes, kept } = aPage();
  minutes(61);
  elapse();
  minutes(62);
  elapse();
  expect(sent).toHaveLength(1);
  await answer(saved(61, 2));
  await turn();
  expect(sent.map(({ unsaved }) => unsaved)).toEqual([
    { draft: at(61), basedOn: 1 },
    { draft: at(62), basedOn: 2 },
  ]);
  await answer(saved(62, 3));
  expect(kept()).toBeNull();
});

test('without an answer it tries again, longer apart, and keeps the draft in the browser', async () => {
  const { sent, timers, elapse, answer, minutes, kept, saver } = aPage();
  minutes(61);
  elapse();
  await answer({ kind: 'unreachable' });
  expect(saver.read().status.kind).toBe('waiting');
  expect(kept()).toEqual({ draft: at(61), basedOn: 1 });
  expect(timers.map(({ ms }) => ms)).toEqual([1000]);
  elapse();
  await answer({ kind: 'unreachable' });
  expect(timers.map(({ ms }) => ms)).toEqual([2000]);
  elapse();
  await answer(saved(61, 2));
  expect(sent).toHaveLength(3);
  expect(kept()).toBeNull();
});

test('a lost answer is no conflict with oneself', async () => {
  const { sent, elapse, answer, minutes, saver } = aPage();
  minutes(61);
  elapse();
  await answer({ kind: 'unreachable' });
  minutes(62);
  elapse();
  // The server got the first request: it has 61 as revision 2.
  await answer({ kind: 'stale', current: server(at(61), 2), base: at(60) });
  expect(saver.read().conflict).toBeNull();
  expect(sent.at(-1)?.unsaved).toEqual({ draft: at(62), basedOn: 2 });
});

test('in a conflict nothing is sent until a person has decided', async () => {
  const { sent, elapse, answer, minutes, saver } = aPage();
  minutes(61);
  elapse();
  await answer({ kind: 'stale', current: server(at(90), 2), base: at(60) });
  minutes(62);
  elapse();
  expect(sent).toHaveLength(1);
  expect(await saver.settle()).toBe(false);
  saver.settleConflict(at(62));
  expect(sent.at(-1)?.unsaved).toEqual({ draft: at(62), basedOn: 2 });
});

test('theirs can be taken, and mine is one step back', async () => {
  const { elapse, answer, minutes, saver } = aPage();
  minutes(61);
  elapse();
  await answer({ kind: 'stale', current: server(at(90), 2), base: at(60) });
  saver.take(server(at(90), 2));
  expect(saver.read()).toMatchObject({ revision: 2, isUnsaved: false, conflict: null });
  expect(saver.draft.minutes).toBe(90);
  saver.undo();
  expect(saver.draft.minutes).toBe(61);
});

test('what an earlier visit left is on the page and is saved on the revision that it was made from', async () => {
  const { sent, saver } = aPage({ draft: at(45), basedOn: 1 });
  expect(saver.draft.minutes).toBe(45);
  saver.saveNow();
  expect(sent.map(({ unsaved }) => unsaved)).toEqual([{ draft: at(45), basedOn: 1 }]);
});

test('a change that is undone is saved as well', async () => {
  const { sent, elapse, answer, minutes, saver } = aPage();
  minutes(61);
  elapse();
  await answer(saved(61, 2));
  saver.undo();
  elapse();
  expect(sent.at(-1)?.unsaved).toEqual({ draft: at(60), basedOn: 2 });
  saver.redo();
  expect(saver.draft.minutes).toBe(61);
});

test('a newer draft of another person is shown if nothing here waits to be saved', () => {
  const { minutes, saver } = aPage();
  saver.notice(server(at(90), 2));
  expect(saver.read()).toMatchObject({ revision: 2, isUnsaved: false, takenOver: { savedBy: 'Anna' } });
  expect(saver.draft.minutes).toBe(90);
  minutes(61);
  saver.notice(server(at(120), 3));
  expect(saver.read()).toMatchObject({ revision: 2, isUnsaved: true, takenOver: null });
  expect(saver.draft.minutes).toBe(61);
});

test('an error that a retry cannot fix waits for the person', async () => {
  const { timers, elapse, answer, minutes, saver } = aPage();
  minutes(61);
  elapse();
  await answer({ kind: 'failed', error: new Error('gone') });
  expect(saver.read().status.kind).toBe('failed');
  expect(timers).toEqual([]);
});
