import { ActButton, ActError } from '@holdout/ui';
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type { DecisionKind } from '../../generated/operations';
import { useCohortMessages } from '../../messages/cohort-messages';
import { useAct } from '../../platform/use-act';
import type { Entry } from './cohort-operations';
import { DECIDE } from './decision-operations';

export type Decided = {
  readonly kind: DecisionKind;
  readonly all: number;
  readonly decisions: readonly { readonly attemptId: string; readonly number: number }[];
};

/** The API takes at most so many at once. */
const MOST = 500;

type Props = {
  readonly assessmentId: string;
  readonly kind: DecisionKind;
  readonly selected: readonly Entry[];
  readonly onDone: (decided: Decided) => void;
  readonly onClose: () => void;
};

function useDeciding({ assessmentId, kind, selected, onDone }: Props) {
  const { decide: words } = useCohortMessages();
  const { act, isRunning, failure } = useAct(DECIDE);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setError(words.missing);
      return;
    }
    const decisions: { attemptId: string; number: number }[] = [];
    for (let from = 0; from < selected.length; from += MOST) {
      const attemptIds = selected.slice(from, from + MOST).map(({ attemptId }) => attemptId);
      const answer = (await act({ input: { assessmentId, attemptIds, kind, reason } }))?.decideCandidates;
      if (answer === undefined) return;
      if (answer.__typename !== 'DecideCandidatesSuccess') {
        setError(words.tooLong);
        return;
      }
      for (const { attemptId, decision } of answer.entries)
        if (decision !== null) decisions.push({ attemptId, number: decision.number });
    }
    onDone({ kind, all: selected.length, decisions });
  };
  return { reason, setReason, error, submit, isRunning, failure };
}

/** Asks for the reason of a decision. */
export function DecideForm(props: Props) {
  const { decide: words, decisions } = useCohortMessages();
  const { kind, selected, onClose } = props;
  const { reason, setReason, error, submit, isRunning, failure } = useDeciding(props);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(decisions[kind], selected.length)}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Textarea
            label={words.reason}
            description={words.reasonHint}
            value={reason}
            error={error}
            autosize
            minRows={2}
            maxRows={8}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group gap="sm">
            <ActButton type="submit" isRunning={isRunning}>
              {decisions[kind]}
            </ActButton>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          </Group>
          <ActError>{failure}</ActError>
        </Stack>
      </form>
    </Modal>
  );
}
