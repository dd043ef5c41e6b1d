import fc from 'fast-check';
import { endStep, recordEdit, redo, startHistory, undo, type UndoHistory } from './undo-history';

const edited = (states: readonly number[]): UndoHistory<number> =>
  states.reduce((history, state) => recordEdit(history, state), startHistory(-1));

const times = (n: number, step: (history: UndoHistory<number>) => UndoHistory<number>, from: UndoHistory<number>) =>
  Array.from({ length: n }).reduce<UndoHistory<number>>((history) => step(history), from);

test('as many steps back as forward lead to the same state', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 50 }), fc.nat(60), (states, n) => {
      const history = edited(states);
      const back = Math.min(n, states.length);
      const undone = times(back, undo, history);
      expect(undone.present).toBe([-1, ...states][states.length - back]);
      expect(times(back, redo, undone).present).toBe(history.present);
    }),
  );
});

test('steps beyond the first and last state change nothing', () => {
  const history = edited([1, 2]);
  expect(redo(history)).toMatchObject({ present: 2, future: [] });
  expect(times(9, undo, history)).toMatchObject({ present: -1, past: [] });
});

test('an edit after an undo forgets what could be redone', () => {
  expect(recordEdit(undo(edited([1, 2])), 3)).toMatchObject({ past: [-1, 1], present: 3, future: [] });
});

test('edits of the same thing are one step until the step is ended', () => {
  const typed = [1, 2, 3].reduce((history, state) => recordEdit(history, state, 'title'), startHistory(0));
  expect(typed).toMatchObject({ past: [0], present: 3 });
  expect(recordEdit(endStep(typed), 4, 'title').past).toEqual([0, 3]);
  expect(recordEdit(typed, 4, 'minutes').past).toEqual([0, 3]);
  expect(recordEdit(typed, 4).past).toEqual([0, 3]);
});

test('keeps the newest 200 steps', () => {
  expect(edited(Array.from({ length: 300 }, (_, n) => n)).past).toHaveLength(200);
});
