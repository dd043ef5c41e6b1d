import { useState } from 'react';
import { useSavers } from '../answering/savers-provider';
import { useMessages } from '../messages/messages';
import { useAct } from '../platform/use-act';
import { SUBMIT_ATTEMPT } from './sitting-query';

/** Sends every unsent answer, then submits the attempt; the page continues when the attempt has ended. */
export function useSubmitAttempt(attemptId: string) {
  const words = useMessages().sitting;
  const savers = useSavers();
  const { act, isRunning, failure } = useAct(SUBMIT_ATTEMPT);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const submit = async (): Promise<void> => {
    setIsSaving(true);
    setProblem(null);
    const isSaved = await savers.settleAll();
    setIsSaving(false);
    if (!isSaved) setProblem(words.unsent(savers.unsentCount()));
    else await act({ input: { attemptId } });
  };
  return { submit, isRunning: isRunning || isSaving, failure: problem ?? failure };
}
