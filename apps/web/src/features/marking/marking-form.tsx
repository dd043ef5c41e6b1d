import { ActButton, ActError } from '@holdout/ui';
import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMarkingMessages } from '../../messages/marking-messages';
import { Criteria, useCriterionWords } from './criteria';
import styles from './marking.module.css';
import type { Criterion, Shown } from './marking-query';
import { ShownAnswer } from './shown-answer';
import { RedFlags } from './red-flags';
import { type Mark, type Marking, useMark } from './use-mark';
import { useMarkingKeys } from './use-marking-keys';

/** Which of the aids are open. Samples are shut at first: they would be what is compared with, instead of the rubric. */
export function useAids(isQuestionOpen: boolean) {
  const [open, setOpen] = useState({ question: isQuestionOpen, samples: false });
  return {
    isQuestionOpen: open.question,
    areSamplesOpen: open.samples,
    toggleQuestion: () => setOpen((now) => ({ ...now, question: !now.question })),
    toggleSamples: () => setOpen((now) => ({ ...now, samples: !now.samples })),
  };
}

/** The title of a criterion by its id. */
export function useTitles(criteria: readonly Criterion[]) {
  const wordsOf = useCriterionWords();
  return (id: string): string => {
    const criterion = criteria.find((each) => each.id === id);
    return criterion === undefined ? id : wordsOf(criterion).title;
  };
}

function Notes({ marking }: { readonly marking: Marking }) {
  const words = useMarkingMessages().marking;
  const { noteToCandidate, privateNote, isFlagged } = marking.mark;
  return (
    <Stack gap="sm" px="md" component="section" aria-label={words.notes}>
      <Textarea
        label={words.toCandidate}
        description={words.toCandidateHint}
        autosize
        minRows={2}
        value={noteToCandidate}
        onChange={(event) => marking.change({ noteToCandidate: event.currentTarget.value })}
      />
      <Textarea
        label={words.private}
        description={words.privateHint}
        autosize
        minRows={2}
        value={privateNote}
        onChange={(event) => marking.change({ privateNote: event.currentTarget.value })}
      />
      <Checkbox
        label={words.flag}
        aria-keyshortcuts="F"
        checked={isFlagged}
        onChange={(event) => marking.change({ isFlagged: event.currentTarget.checked })}
      />
    </Stack>
  );
}

type Props = {
  readonly shown: Shown;
  readonly start: Mark;
  /** Whether it is an answer to mark, with comments and notes; otherwise levels alone. */
  readonly isReview: boolean;
  readonly saveLabel: string;
  readonly isRunning: boolean;
  readonly failure: string | null;
  /** An act beside the failure. */
  readonly afterFailure?: React.ReactNode;
  readonly onSave: (mark: Mark) => void;
  /** Back to the answer before; left out for the first. */
  readonly onUndo?: (() => void) | undefined;
  readonly below?: (criterion: Criterion) => React.ReactNode;
  /** Between the criteria and the button. */
  readonly children?: React.ReactNode;
};

/** The answer beside the criteria. All acts have a key. */
export function MarkingForm(props: Props) {
  const words = useMarkingMessages().marking;
  const { shown, start, isReview, saveLabel, isRunning, failure, onSave, onUndo, below, children, afterFailure } =
    props;
  const [problem, setProblem] = useState<string | null>(null);
  const marking = useMark(shown.rubric, start);
  const aids = useAids(false);
  const titles = useTitles(shown.rubric);
  const save = () => {
    if (isRunning) return;
    setProblem(marking.missing > 0 ? words.missing(marking.missing) : null);
    if (marking.missing === 0) onSave(marking.mark);
  };
  const keys = { criteria: shown.rubric, marking, aids, save, hasComments: isReview };
  useMarkingKeys(onUndo === undefined ? keys : { ...keys, undo: onUndo });
  return (
    <div className={styles['frame']}>
      <ShownAnswer shown={shown} aids={aids} titles={titles} />
      <Stack gap="md" className={styles['side'] ?? ''}>
        <Criteria criteria={shown.rubric} marking={marking} hasComments={isReview} {...(below ? { below } : {})} />
        <RedFlags redFlags={shown.redFlags} />
        {isReview ? <Notes marking={marking} /> : null}
        {children}
        <Group gap="sm" px="md" className={styles['acts'] ?? ''}>
          <ActButton isRunning={isRunning} onClick={save} aria-keyshortcuts="Control+Enter">
            {saveLabel}
          </ActButton>
          {onUndo === undefined ? null : (
            <Button variant="default" onClick={onUndo} aria-keyshortcuts="U">
              {words.undo}
            </Button>
          )}
          <ActError>{problem ?? failure}</ActError>
          {afterFailure}
        </Group>
        <Text size="xs" c="dimmed" px="md">
          {words.keysHint}
        </Text>
      </Stack>
    </div>
  );
}
