import { Stack, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useMessages } from '../../../messages/messages';
import { readBack } from '../shared/read-back';
import styles from './answer-numeric.module.css';

export type NumericTruth = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly misconception: string | null;
};

type Props = {
  readonly text: string;
  readonly unit: string;
  readonly writeAs: string | null;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  /** Set after Check. */
  readonly truth: NumericTruth | null;
  readonly isLocked?: boolean;
};

const MOST_DECIMALS = 8;

/** One decimal more than the tolerance has: further decimals do not affect the result. */
function decimalsFor({ low, high }: Pick<NumericTruth, 'low' | 'high'>): number {
  const edge = (high - low) / 2;
  return edge > 0 ? Math.min(MOST_DECIMALS, Math.max(0, 1 + Math.ceil(-Math.log10(edge)))) : MOST_DECIMALS;
}

function Truth({ truth }: { readonly truth: NumericTruth }) {
  const words = useMessages().question.numeric;
  const shown = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: decimalsFor(truth) });
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.value(shown(truth.value), truth.unit)}</Text>
      <Text size="sm">{words.tolerance(shown(truth.low), shown(truth.high))}</Text>
      {truth.misconception === null ? null : <Text size="sm">{words.suggests(truth.misconception)}</Text>}
    </Stack>
  );
}

/**
 * Adds the parsed value to the field's `aria-describedby`, because the field component names only its own description.
 */
const describedAlsoBy = (id: string) => (field: HTMLInputElement | null) => {
  const own = field?.getAttribute('aria-describedby')?.replace(id, '').trim() ?? '';
  field?.setAttribute('aria-describedby', `${own} ${id}`.trim());
};

/**
 * The answer to a numeric question, in practice and in quizzes. Keeps the text as typed and shows how it was parsed.
 */
export function AnswerNumeric({ text, unit, writeAs, onType, onLeave, truth, isLocked = false }: Props) {
  const words = useMessages().question.numeric;
  const readBackId = useId();
  const isFixed = isLocked || truth !== null;
  return (
    <Stack gap="sm" align="flex-start">
      <TextInput
        ref={describedAlsoBy(readBackId)}
        label={words.answer}
        description={writeAs}
        value={text}
        readOnly={isFixed}
        autoComplete="off"
        spellCheck={false}
        rightSection={unit === '' ? undefined : <span className={styles['unit']}>{unit}</span>}
        rightSectionWidth="auto"
        onChange={(event) => onType(event.currentTarget.value)}
        onBlur={onLeave}
      />
      <Text id={readBackId} size="sm" c="dimmed" className={styles['readBack'] ?? ''}>
        {readBack(words, text, unit, isFixed)}
      </Text>
      {truth === null ? null : <Truth truth={truth} />}
    </Stack>
  );
}
