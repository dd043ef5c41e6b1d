import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DecisionKind } from '../../generated/operations';
import { useCohortMessages } from '../../messages/cohort-messages';
import styles from '../../platform/action-bar.module.css';
import type { Entry } from './cohort-operations';

const KINDS = ['ADVANCE', 'HOLD', 'DECLINE'] as const satisfies readonly DecisionKind[];
const [FEWEST, MOST] = [2, 4];

type Props = {
  readonly selected: readonly Entry[];
  readonly onDecide: (kind: DecisionKind) => void;
  readonly onClear: () => void;
};

/** What can be done with the selected candidates at once. */
export function DecisionBar({ selected, onDecide, onClear }: Props) {
  const { acts: words, decisions } = useCohortMessages();
  const [isHowShown, setIsHowShown] = useState(false);
  const ids = selected.map(({ attemptId }) => attemptId);
  const mayCompare = ids.length >= FEWEST && ids.length <= MOST;
  return (
    <div role="group" aria-label={words.group} className={styles['bar']}>
      <Text size="sm" fw={600} aria-live="polite">
        {words.selected(selected.length)}
      </Text>
      {KINDS.map((kind) => (
        <Button key={kind} variant="default" onClick={() => onDecide(kind)}>
          {decisions[kind]}
        </Button>
      ))}
      {mayCompare ? (
        <Button component={Link} variant="default" to={`../compare?with=${ids.join(',')}`}>
          {words.compare}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setIsHowShown(true)}>
          {words.compare}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={onClear}>
        {words.clear}
      </Button>
      {isHowShown && !mayCompare ? (
        <Text size="sm" role="status">
          {words.compareHow}
        </Text>
      ) : null}
    </div>
  );
}
