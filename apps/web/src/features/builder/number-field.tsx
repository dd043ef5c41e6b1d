import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';

type Props = {
  readonly label: ReactNode;
  readonly 'aria-label'?: string;
  readonly description?: string;
  readonly value: number | null;
  readonly bounds: readonly [least: number, most: number];
  /** Whether parts of a number may be given. */
  readonly isWhole?: boolean;
  /** Whether nothing may be given, which is null. */
  readonly isOptional?: boolean;
  readonly isReadOnly: boolean;
  /** The name that jumps and moves of the focus find it by. */
  readonly control?: string;
  readonly onValue: (value: number | null) => void;
};

/** The hint is below the field, so that fields beside each other are in line. */
const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

const shown = (value: number | null): string => (value === null ? '' : String(value));

const WHOLE = /^\d+$/;
const DECIMAL = /^\d+(\.\d*)?$/;

const within = (value: number, [least, most]: Props['bounds']): number | undefined =>
  value >= least && value <= most ? value : undefined;

/** The number that was typed; null for nothing, undefined for what is no number within the bounds. */
function readNumber(text: string, { bounds, isWhole, isOptional }: Props): number | null | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '' && isOptional === true) return null;
  const pattern = isWhole === false ? DECIMAL : WHOLE;
  return pattern.test(typed) ? within(Number(typed), bounds) : undefined;
}

/** A number within bounds. The draft changes only to what it can hold; anything else stays in the field with the reason. */
export function NumberField(props: Props) {
  const words = useAssessmentMessages().builder;
  const { label, description, value, bounds, isWhole = true, isReadOnly, control, onValue } = props;
  const [text, setText] = useState(shown(value));
  const read = readNumber(text, props);
  const [seen, setSeen] = useState(value);
  // Undo, a merge or another field has changed the value.
  if (seen !== value) {
    setSeen(value);
    if (read !== value) setText(shown(value));
  }
  const reason = [(isWhole ? words.whole : words.between)(...bounds), words.keeps(shown(value))].join(' ');
  return (
    <TextInput
      label={label}
      aria-label={props['aria-label']}
      description={description}
      inputWrapperOrder={BELOW}
      inputMode={isWhole ? 'numeric' : 'decimal'}
      value={text}
      readOnly={isReadOnly}
      error={read === undefined ? reason : undefined}
      data-control={control}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const next = readNumber(event.currentTarget.value, props);
        if (next !== undefined) onValue(next);
      }}
      onBlur={() => read !== undefined && setText(shown(value))}
    />
  );
}
