import { useState } from 'react';
import { useSavers } from '../../answering/savers-provider';
import { useTakingMessages } from '../../messages/taking-messages';
import { useAct } from '../../platform/use-act';
import { ENTER_SECTION } from './section-query';

/**
 * Enters a timed section once every answer is saved, because the section that is open closes. The page goes on by itself: the
 * answer says that the section was entered.
 */
export function useEnterSection(attemptId: string, sectionId: string, ask: () => Promise<void>) {
  const words = useTakingMessages().sections;
  const savers = useSavers();
  const { act, isRunning, failure } = useAct(ENTER_SECTION);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const enter = async (): Promise<void> => {
    setProblem(null);
    setIsSaving(true);
    const { unreachable } = await savers.settleAll();
    setIsSaving(false);
    if (unreachable.length > 0) {
      setProblem(words.unsent(unreachable.length));
      return;
    }
    const entered = (await act({ input: { attemptId, sectionId } }))?.enterSection;
    if (entered === undefined || entered.__typename === 'EnterSectionSuccess') return;
    setProblem('reason' in entered ? words.refused[entered.reason] : words.attemptClosed);
    await ask();
  };
  return { enter, isRunning: isRunning || isSaving, failure: problem ?? failure };
}
