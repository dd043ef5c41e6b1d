import { useAnnounce } from '@holdout/ui';
import { useState } from 'react';
import type { CheckAnswerMutation } from '../../generated/operations';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import type { Settled } from '../../answering/response-saver';
import { useSavers } from '../../answering/savers-provider';
import { verdictOf } from '../../answering/score';
import { useStale } from '../../answering/use-stale';
import { useAct } from '../../platform/use-act';
import { CHECK_ANSWER } from './practice-query';

type Result = CheckAnswerMutation['checkAnswer'];

/** The message next to Check if nothing was checked; null if it was. */
function problemWords(messages: Messages, result: Result): string | null {
  switch (result.__typename) {
    case 'CheckAnswerSuccess':
      return null;
    case 'NothingToCheckProblem':
      return messages.question.nothingToCheck;
    case 'StaleRevisionProblem':
      return messages.question.stale;
    case 'InvalidAnswerProblem':
      return messages.question.invalid[result.reason];
  }
}

/** Why what is on the screen cannot be checked: it is not what the server has. */
function unsettledWords({ question: words }: Messages, settled: Exclude<Settled, 'sent'>): string {
  return { unreachable: words.notSaved, conflict: words.chooseFirst, refused: words.refusedFirst }[settled];
}

function verdictWords(messages: Messages, feedback: Parameters<typeof verdictOf>[0]): string {
  const kind = verdictOf(feedback);
  return kind === 'waiting' ? messages.question.awaitsMarks : messages.ui.status[kind];
}

/** Saves the last answer, has it checked, and returns the result. */
export function useCheck(itemId: string) {
  const messages = useMessages();
  const announce = useAnnounce();
  const savers = useSavers();
  const { act, isRunning, failure } = useAct(CHECK_ANSWER);
  const showCurrent = useStale(itemId);
  const [problem, setProblem] = useState<string | null>(null);
  const check = async (): Promise<void> => {
    setProblem(null);
    const settled = await savers.settle(itemId);
    // If another tab has already checked it, checking again only returns the result.
    if (settled !== 'sent' && !savers.isClosed(itemId)) {
      setProblem(unsettledWords(messages, settled));
      return;
    }
    const result = (await act({ input: { itemId, revision: savers.revisionOf(itemId) } }))?.checkAnswer;
    if (!result) return;
    setProblem(problemWords(messages, result));
    if (result.__typename === 'StaleRevisionProblem') showCurrent(result.current);
    if (result.__typename === 'CheckAnswerSuccess' && result.item.feedback) {
      announce(verdictWords(messages, result.item.feedback));
    }
  };
  const forget = () => setProblem(null);
  return { check, forget, isRunning, failure: problem ?? failure };
}
