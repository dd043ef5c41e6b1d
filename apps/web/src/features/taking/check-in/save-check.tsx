import { Button } from '@mantine/core';
import { useCandidateMessages } from '../../../messages/candidate-messages';
import type { Trial } from './check-in-query';
import { CheckRow } from './check-row';
import type { CheckState } from './check-state';
import { useSaveCheck } from './use-save-check';

/** A real save, acknowledged by the server. */
export function SaveCheck({ trial }: { readonly trial: Trial }) {
  const words = useCandidateMessages().checkIn.save;
  const { saving, again } = useSaveCheck(trial);
  const state = (): CheckState => {
    if (saving.kind === 'sending') return { kind: 'waiting', text: words.waiting };
    if (saving.kind === 'failed') return { kind: 'attention', text: words.failed };
    return { kind: 'works', text: words.saved(saving.at) };
  };
  return (
    <CheckRow title={words.title} state={state()}>
      {saving.kind === 'failed' ? (
        <div>
          <Button variant="default" onClick={again}>
            {words.again}
          </Button>
        </div>
      ) : null}
    </CheckRow>
  );
}

/** Without a trial there is nothing to save yet. */
export function NoSaveCheck() {
  const words = useCandidateMessages().checkIn.save;
  return <CheckRow title={words.title} state={{ kind: 'unchecked', text: words.noTrial }} />;
}
