import { Button } from '@mantine/core';
import { useCandidateMessages } from '../../../messages/candidate-messages';
import type { TrialItem } from './check-in-query';
import { CheckRow } from './check-row';
import type { CheckState } from './check-state';
import { useRunCheck } from './use-run-check';

/** A real run of a small program, with its result. */
export function RunCheck({ item }: { readonly item: TrialItem }) {
  const words = useCandidateMessages().checkIn.run;
  const { ran, again } = useRunCheck(item);
  const state = (): CheckState => {
    switch (ran.kind) {
      case 'waiting':
        return { kind: 'waiting', text: ran.place === null ? words.waiting : words.queued(ran.place) };
      case 'ran':
        return { kind: 'works', text: words.ran };
      case 'unavailable':
        return { kind: 'attention', text: words.unavailable };
      case 'tooMany':
        return { kind: 'unchecked', text: words.tooMany };
    }
  };
  return (
    <CheckRow title={words.title} state={state()}>
      {ran.kind === 'unavailable' ? (
        <div>
          <Button variant="default" onClick={again}>
            {words.again}
          </Button>
        </div>
      ) : null}
    </CheckRow>
  );
}

/** Where nothing is run, or where no code question could be drawn for the trial. */
export function NoRunCheck({ hasCode }: { readonly hasCode: boolean }) {
  const words = useCandidateMessages().checkIn.run;
  const state: CheckState = hasCode
    ? { kind: 'attention', text: words.unavailable }
    : { kind: 'unchecked', text: words.noCode };
  return <CheckRow title={words.title} state={state} />;
}
