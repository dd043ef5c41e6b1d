import { parseNumber } from '@holdout/bank';
import { Markdown, Status } from '@holdout/ui';
import { Stack, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useMessages } from '../../../messages/messages';
import { points } from '../../score';
import { readBack } from '../shared/read-back';

export type NumberAsked = {
  readonly id: string;
  readonly ask: string;
  readonly unit: string;
  readonly points: number;
};
export type NumberTruth = {
  readonly earned: number;
  readonly possible: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly why: string;
  readonly misconception: string | null;
};

type Props = {
  readonly number: NumberAsked;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  readonly isOpen: boolean;
  readonly truth: NumberTruth | null;
};

function Truth({ truth, unit }: { readonly truth: NumberTruth; readonly unit: string }) {
  const words = useMessages().kinds.design;
  return (
    <Stack gap="xs">
      <Status kind={truth.earned >= truth.possible ? 'right' : 'wrong'} />
      <Text fw={600}>{words.value(points(truth.value), unit)}</Text>
      <Text size="sm">{words.tolerance(points(truth.low), points(truth.high))}</Text>
      <Markdown size="meta">{truth.why}</Markdown>
      {truth.misconception === null ? null : <Text size="sm">{words.suggests(truth.misconception)}</Text>}
    </Stack>
  );
}

/** A number that is checked when the design is finished. */
export function DesignNumberView({ number, text, onType, onLeave, isOpen, truth }: Props) {
  const partWords = useMessages().kinds.parts;
  const numeric = useMessages().question.numeric;
  const readBackId = useId();
  const parsed = parseNumber(text, number.unit);
  // No error for an incomplete number while it is being typed.
  const [isLeft, setIsLeft] = useState(text !== '');
  const isUnread = !parsed.ok && parsed.issue !== 'empty' && isOpen && isLeft;
  return (
    <Stack gap="xs">
      <TextInput
        label={number.ask}
        description={partWords.worth(number.points)}
        value={text}
        readOnly={!isOpen}
        autoComplete="off"
        spellCheck={false}
        rightSection={number.unit === '' ? undefined : <Text size="sm">{number.unit}</Text>}
        rightSectionWidth="auto"
        rightSectionProps={{ style: { paddingInline: 'var(--mantine-spacing-sm)' } }}
        aria-describedby={readBackId}
        error={isUnread}
        onFocus={() => setIsLeft(false)}
        onChange={(event) => onType(event.currentTarget.value)}
        onBlur={() => {
          setIsLeft(true);
          onLeave();
        }}
      />
      <Text id={readBackId} size="sm" c={isUnread ? 'var(--mantine-color-error)' : 'dimmed'}>
        {readBack(numeric, text, number.unit, !isOpen)}
      </Text>
      {truth === null ? null : <Truth truth={truth} unit={number.unit} />}
    </Stack>
  );
}
