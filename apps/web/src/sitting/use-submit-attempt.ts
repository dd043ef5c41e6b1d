import { useState } from 'react';
import { useSavers, useUnsent } from '../answering/savers-provider';
import type { SettledItems } from '../answering/savers';
import type { Messages } from '../messages/en';
import { useMessages } from '../messages/messages';
import { useAct } from '../platform/use-act';
import { SUBMIT_ATTEMPT } from './sitting-query';

type Item = { readonly id: string; readonly position: number };

type Unsettled = {
  readonly settled: SettledItems;
  readonly refused: readonly string[];
  readonly items: readonly Item[];
  /** Whether the person was told of the refused answers and submits nevertheless. */
  readonly isTold: boolean;
};

/** Why the attempt is not submitted yet; null if it can be. */
function problemOf({ settled, refused, items, isTold }: Unsettled, words: Messages['sitting']): string | null {
  const positions = (ids: readonly string[]) =>
    items.filter(({ id }) => ids.includes(id)).map(({ position }) => position);
  if (settled.unreachable.length > 0) return words.unsent(settled.unreachable.length);
  if (settled.conflict.length > 0) return words.twoVersions(positions(settled.conflict));
  return refused.length > 0 && !isTold ? words.refused(positions(refused)) : null;
}

/**
 * Sends every unsent answer, `sending` of them, then submits the attempt; the page continues when the attempt has ended.
 */
export function useSubmitAttempt(attemptId: string, items: readonly Item[]) {
  const words = useMessages().sitting;
  const savers = useSavers();
  const { act, isRunning, failure } = useAct(SUBMIT_ATTEMPT);
  const [problem, setProblem] = useState<string | null>(null);
  const [told, setTold] = useState<readonly string[]>([]);
  const [sending, setSending] = useState<number | null>(null);
  const isUnsent = useUnsent().size > 0;
  const [isUnreachable, setIsUnreachable] = useState(false);
  const submit = async (): Promise<void> => {
    setSending(savers.unsentCount());
    setProblem(null);
    const settled = await savers.settleAll();
    setSending(null);
    // An attempt that another tab has submitted takes no more answers: submitting it again leads on.
    const refused = settled.refused.filter((id) => !savers.isClosed(id));
    const isTold = refused.every((id) => told.includes(id));
    const next = problemOf({ settled, refused, items, isTold }, words);
    setTold(refused);
    setProblem(next);
    setIsUnreachable(settled.unreachable.length > 0);
    if (next === null) await act({ input: { attemptId } });
  };
  // What was said of unsent answers is over once they have arrived.
  const standing = isUnreachable && !isUnsent ? null : problem;
  return { submit, isRunning: isRunning || sending !== null, sending: sending ?? 0, failure: standing ?? failure };
}
