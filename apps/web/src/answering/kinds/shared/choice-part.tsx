import { Markdown, Status } from '@holdout/ui';
import { Group, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useMessages } from '../../../messages/messages';
import { points, verdictOf } from '../../score';
import { AnswerChoice, type OptionReason } from '../choice/answer-choice';
import styles from './parts.module.css';

export type Choice = {
  readonly id: string;
  readonly ask: string;
  readonly points: number;
  readonly choose: 'ONE' | 'MANY';
  readonly options: readonly { readonly id: string; readonly text: string }[];
};

export type Earned = { readonly earned: number; readonly possible: number };

type FrameProps = {
  readonly place: number;
  readonly of: number;
  readonly ask: string;
  readonly points: number;
  /** Set after Check. */
  readonly scored: Earned | null;
  readonly children: React.ReactNode;
};

/**
 * Frame of one part: its number, its points (possible or earned), its question and its answer. A group and no landmark,
 * because the explanations of a quiz show parts of several items, whose names repeat.
 */
export function PartFrame({ place, of, ask, points: worth, scored, children }: FrameProps) {
  const words = useMessages().kinds.parts;
  const id = useId();
  const value = scored === null ? words.worth(worth) : words.points(points(scored.earned), points(scored.possible));
  return (
    <Stack role="group" gap="sm" className={styles['part'] ?? ''} aria-labelledby={id}>
      <Group gap="sm">
        <Text id={id} size="sm" c="dimmed">
          {`${words.part(place, of)} · ${value}`}
        </Text>
        {scored === null ? null : <Status kind={verdictOf(scored)} />}
      </Group>
      <Markdown topHeading={3}>{ask}</Markdown>
      {children}
    </Stack>
  );
}

type Props = {
  readonly part: Choice;
  readonly place: number;
  readonly of: number;
  readonly picked: readonly string[];
  readonly onPick: (picked: readonly string[]) => void;
  readonly feedback: (Earned & { readonly options: readonly OptionReason[] }) | null;
  readonly isOpen: boolean;
};

/** A part that is a choice. */
export function ChoicePartView({ part, place, of, picked, onPick, feedback, isOpen }: Props) {
  return (
    <PartFrame {...{ place, of, ask: part.ask, points: part.points, scored: feedback }}>
      <AnswerChoice
        choose={part.choose}
        options={part.options}
        picked={picked}
        onPick={onPick}
        reasons={feedback?.options ?? null}
        isLocked={!isOpen}
        hasKeys={false}
      />
    </PartFrame>
  );
}
