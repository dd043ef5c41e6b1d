import { useSingleKeys } from '@holdout/ui';
import { useEffect } from 'react';
import type { Aids } from './shown-answer';
import type { Criterion } from './marking-query';
import type { Marking } from './use-mark';

type Acts = {
  readonly criteria: readonly Criterion[];
  readonly marking: Marking;
  readonly aids: Aids;
  readonly save: () => void;
  readonly undo?: () => void;
  readonly hasComments: boolean;
};

function focusComment(id: string): void {
  // The field appears with the next render.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-comment="${CSS.escape(id)}"]`)?.focus());
}

/** Arrows, levels and letters act on the active criterion; Ctrl+Enter saves, also while a comment is written. */
export function useMarkingKeys(acts: Acts): void {
  const { save } = acts;
  useSingleKeys(keysOf(acts));
  // Keyboard events are outside React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [save]);
}

/** The highest level that a rubric can have. */
const LEVELS = [0, 1, 2, 3, 4, 5];

function keysOf({ criteria, marking, aids, hasComments, undo }: Acts): Readonly<Record<string, () => void>> {
  const comment = () => {
    const criterion = criteria[marking.active];
    if (criterion === undefined || !hasComments) return;
    marking.openComment(criterion.id);
    focusComment(criterion.id);
  };
  return {
    ArrowDown: () => marking.step(1),
    ArrowUp: () => marking.step(-1),
    ...Object.fromEntries(LEVELS.map((level) => [String(level), () => marking.chooseActive(level)])),
    c: comment,
    f: marking.flag,
    q: aids.toggleQuestion,
    s: aids.toggleSamples,
    ...(undo === undefined ? {} : { u: undo }),
  };
}
