import { ActButton, ActError } from '@holdout/ui';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useAct } from '../../platform/use-act';
import styles from '../../platform/action-bar.module.css';
import type { OpenDialog } from './dialogs';
import { actOnAll } from './in-chunks';
import { type Invitation, REMIND } from './invitations-operations';

type Props = {
  readonly assessmentId: string;
  readonly selected: readonly Invitation[];
  readonly onDialog: (dialog: OpenDialog) => void;
  readonly onDone: (words: string) => void;
  readonly onClear: () => void;
};

function useActs({ assessmentId, selected, onDone }: Props) {
  const words = useAssessmentMessages().candidateInvitations.acts;
  const { act, isRunning, failure } = useAct(REMIND);
  const [refusal, setRefusal] = useState<string | null>(null);
  const remind = async () => {
    setRefusal(null);
    const ids = selected.map(({ id }) => id);
    const changed = await actOnAll(ids, async (invitationIds) => {
      const answer = await act({ input: { assessmentId, invitationIds } });
      return answer && answer.remindCandidates.invitations.length;
    });
    if (changed !== null) onDone(words.reminded(changed, ids.length));
  };
  const copyLinks = async () => {
    const links = selected.flatMap(({ link }) => link ?? []);
    setRefusal(links.length === 0 ? words.noLinks : null);
    if (links.length === 0) return;
    try {
      await navigator.clipboard.writeText(links.join('\n'));
      onDone(words.copied(links.length, selected.length));
    } catch {
      setRefusal(words.notCopied);
    }
  };
  return { remind, copyLinks, isRunning, failure: refusal ?? failure };
}

/** What can be done with the selected invitations at once. */
export function ActionBar(props: Props) {
  const words = useAssessmentMessages().candidateInvitations.acts;
  const { remind, copyLinks, isRunning, failure } = useActs(props);
  const { selected, onDialog, onClear } = props;
  return (
    <div role="group" aria-label={words.group} className={styles['bar']}>
      <Text size="sm" fw={600} aria-live="polite">
        {words.selected(selected.length)}
      </Text>
      <ActButton variant="default" isRunning={isRunning} onClick={() => void remind()}>
        {words.remind}
      </ActButton>
      <Button variant="default" onClick={() => onDialog({ name: 'extend', invitations: selected })}>
        {words.extend}
      </Button>
      <Button variant="default" onClick={() => onDialog({ name: 'withdraw', invitations: selected })}>
        {words.withdraw}
      </Button>
      <Button variant="default" onClick={() => void copyLinks()}>
        {words.copyLinks}
      </Button>
      <Button variant="subtle" color="gray" onClick={onClear}>
        {words.clear}
      </Button>
      <ActError>{failure}</ActError>
    </div>
  );
}
