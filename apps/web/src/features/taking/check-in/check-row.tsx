import { Status, type StatusKind } from '@holdout/ui';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCandidateMessages } from '../../../messages/candidate-messages';
import type { CheckState } from './check-state';
import styles from './check-in.module.css';

const KINDS = {
  works: 'right',
  attention: 'attention',
  waiting: 'waiting',
  unchecked: 'notGraded',
} as const satisfies Record<CheckState['kind'], StatusKind>;

type Props = { readonly title: string; readonly state: CheckState; readonly children?: ReactNode };

/** One check: what is checked, what came of it, and what to do. */
export function CheckRow({ title, state, children }: Props) {
  const words = useCandidateMessages().checkIn.states;
  return (
    <li className={styles['check']} data-check={state.kind}>
      <Text component="h3" fw={600}>
        {title}
      </Text>
      <Status kind={KINDS[state.kind]} label={words[state.kind]} />
      <div className={styles['detail']}>
        <Text size="sm">{state.text}</Text>
        {children}
      </div>
    </li>
  );
}
