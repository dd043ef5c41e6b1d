import { useState } from 'react';
import type { Criterion, Task } from './marking-query';

export type Levels = Readonly<Record<string, number>>;

/** A mark as it is being given. */
export type Mark = {
  readonly levels: Levels;
  readonly comments: Readonly<Record<string, string>>;
  readonly noteToCandidate: string;
  readonly privateNote: string;
  readonly isFlagged: boolean;
};

export const EMPTY: Mark = { levels: {}, comments: {}, noteToCandidate: '', privateNote: '', isFlagged: false };

/** The saved mark of a task, to look at or replace. */
export function markOf({ review }: Pick<Task, 'review'>): Mark {
  if (review === null) return EMPTY;
  const { levels, comments, noteToCandidate, privateNote, isFlagged } = review;
  return {
    levels: Object.fromEntries(levels.map(({ criterion, level }) => [criterion, level])),
    comments: Object.fromEntries(comments.map(({ criterion, text }) => [criterion, text])),
    ...{ noteToCandidate, privateNote, isFlagged },
  };
}

export const levelsInput = (levels: Levels) =>
  Object.entries(levels).map(([criterion, level]) => ({ criterion, level }));

/** The mark in progress, and the criterion that the keys act on. */
export function useMark(criteria: readonly Criterion[], start: Mark) {
  const [mark, setMark] = useState(start);
  const [active, setActive] = useState(0);
  const [commenting, setCommenting] = useState<readonly string[]>(Object.keys(start.comments));
  const criterion = criteria[active];
  const choose = (id: string, level: number) => setMark((now) => ({ ...now, levels: { ...now.levels, [id]: level } }));
  const comment = (id: string, text: string) =>
    setMark((now) => ({ ...now, comments: { ...now.comments, [id]: text } }));
  return {
    mark,
    active,
    commenting,
    setActive,
    choose,
    comment,
    change: (change: Partial<Mark>) => setMark((now) => ({ ...now, ...change })),
    openComment: (id: string) => setCommenting((now) => (now.includes(id) ? now : [...now, id])),
    step: (by: 1 | -1) => setActive((now) => Math.min(criteria.length - 1, Math.max(0, now + by))),
    /** Of the active criterion; a level that it does not have is ignored. */
    chooseActive: (level: number) => {
      if (criterion !== undefined && level < criterion.levels.length) choose(criterion.id, level);
    },
    flag: () => setMark((now) => ({ ...now, isFlagged: !now.isFlagged })),
    missing: criteria.filter(({ id }) => mark.levels[id] === undefined).length,
  };
}

export type Marking = ReturnType<typeof useMark>;
