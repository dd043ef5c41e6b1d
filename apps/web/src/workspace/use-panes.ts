import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PaneName } from './code-layout';
import type { TaskTabName } from './task/task-pane';

const PANES: readonly PaneName[] = ['task', 'answer', 'output'];

/** The three panes of the workspace: the open tab on narrow screens, and focus. */
export function usePanes(focusEditor: () => void) {
  const task = useRef<HTMLDivElement>(null);
  const [taskTab, setTaskTab] = useState<TaskTabName>('question');
  const explained = useRef<HTMLDivElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const output = useRef<HTMLDivElement>(null);
  const [narrowTab, setNarrowTab] = useState<PaneName>('task');
  const panes = { task, answer, output };
  const focus = (name: PaneName) => {
    // A hidden pane cannot take the focus.
    flushSync(() => setNarrowTab(name));
    if (name === 'answer') focusEditor();
    else panes[name].current?.focus();
  };
  const step = (by: 1 | -1) => {
    const here = PANES.findIndex((name) => panes[name].current?.contains(document.activeElement));
    const next = PANES[(here + by + PANES.length) % PANES.length];
    if (next) focus(next);
  };
  const showOutput = () => {
    flushSync(() => setNarrowTab('output'));
    // On a wide screen all panes stay visible and the focus does not move.
    if (!answer.current?.offsetParent) output.current?.focus();
  };
  const showExplanation = () => {
    flushSync(() => {
      setNarrowTab('task');
      setTaskTab('question');
    });
    explained.current?.focus();
    explained.current?.scrollIntoView({ block: 'start' });
  };
  return { panes, narrowTab, setNarrowTab, taskTab, setTaskTab, explained, step, showOutput, showExplanation };
}
