import { useAnnounce } from '@holdout/ui';
import { useLayoutEffect, useRef } from 'react';
import { useMessages } from '../../../messages/messages';
import { leftOutOf, movedTo, putIn } from './move-step';

const MARKS = /[*_`~#>]+|\$+/g;
const FORMULA = /`\uE000([^`]*)`/g;

/** The characters of a formula, from its MathML: its HTML has them a second time. */
const lettersOf = (_all: string, formula: string): string =>
  new DOMParser().parseFromString(formula, 'application/xml').querySelector('math')?.textContent ?? '';

/** Strips Markdown from a step's text, for announcements and accessible names. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(FORMULA, lettersOf)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(MARKS, '')
    .replace(/\s+/g, ' ')
    .trim();

export type Step = { readonly id: string; readonly text: string; readonly name: string };
export type ControlName = 'up' | 'down' | 'remove' | 'add';

type Options = {
  readonly shown: readonly Step[];
  readonly steps: readonly string[];
  readonly onOrder: (steps: readonly string[]) => void;
};

export type OrderingActs = {
  readonly moveBy: (id: string, by: 1 | -1) => void;
  readonly moveTo: (id: string, place: number) => void;
  readonly add: (id: string, place?: number) => void;
  readonly remove: (id: string) => void;
};

/** When a step moves to the other list, moves the focus to the button that would move it back. */
function useFollowingFocus() {
  const wanted = useRef<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // The browser drops the focus when the focused button is removed; the new button exists only after rendering.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const controls = [...(list.current?.querySelectorAll<HTMLElement>('[data-control]') ?? [])];
    controls.find(({ dataset }) => dataset['control'] === wanted.current)?.focus();
    wanted.current = null;
  });
  const follow = (id: string, control: ControlName) => {
    wanted.current = `${control}:${id}`;
  };
  return { list, follow };
}

/** All operations on an order; each one is announced to screen readers. */
export function useOrdering({ shown, steps, onOrder }: Options) {
  const words = useMessages().kinds.ordering;
  const announce = useAnnounce();
  const { list, follow } = useFollowingFocus();
  const nameOf = (id: string) => shown.find((step) => step.id === id)?.name ?? '';
  const moveTo = (id: string, place: number) => {
    const next = movedTo(steps, id, place);
    if (next === steps) return;
    onOrder(next);
    announce(words.moved(nameOf(id), place + 1, steps.length));
  };
  const acts: OrderingActs = {
    moveTo,
    moveBy: (id, by) => {
      const place = steps.indexOf(id) + by;
      if (place < 0) announce(words.isFirst(nameOf(id)));
      else if (place >= steps.length) announce(words.isLast(nameOf(id)));
      else moveTo(id, place);
    },
    add: (id, place = steps.length) => {
      onOrder(putIn(steps, id, place));
      announce(words.added(nameOf(id), place + 1));
      follow(id, 'up');
    },
    remove: (id) => {
      onOrder(leftOutOf(steps, id));
      announce(words.removed(nameOf(id)));
      follow(id, 'add');
    },
  };
  return { acts, list };
}
