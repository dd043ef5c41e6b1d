import { useAnnounce } from '@holdout/ui';
import { useEffect } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useBuilder } from './builder-context';

/** One step back or forward over the whole draft. */
export function useUndo() {
  const words = useAssessmentMessages().builder.draft;
  const { saver, isReadOnly } = useBuilder();
  const announce = useAnnounce();
  const step = (act: 'undo' | 'redo') => () => {
    const { past, future } = saver.read().history;
    if (isReadOnly || (act === 'undo' ? past : future).length === 0) return;
    saver[act]();
    announce(act === 'undo' ? words.undone : words.redone);
  };
  return { undo: step('undo'), redo: step('redo') };
}

const TYPED_IN = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';

/** A field has its own undo, and a dialog covers the draft. */
const isElsewhere = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest(TYPED_IN) !== null) ||
  document.querySelector('[role=dialog][aria-modal=true]') !== null;

/** Ctrl+Z and Ctrl+Shift+Z, or with the command key, anywhere but in a field. */
export function useUndoKeys(): void {
  const { undo, redo } = useUndo();
  // Keyboard events are outside React.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
      if (isElsewhere(event.target)) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
