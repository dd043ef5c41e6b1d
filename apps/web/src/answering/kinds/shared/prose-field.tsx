import { Stack, Text, Textarea } from '@mantine/core';
import { useId } from 'react';
import { useMessages } from '../../../messages/messages';

type Props = {
  readonly label: string;
  readonly limits: string;
  readonly text: string;
  readonly most: number;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  readonly isReadOnly: boolean;
  readonly rows?: number;
};

/** Counts words as the server does: runs of non-whitespace. */
export const wordCount = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

/** A text area for prose with a word count. */
export function ProseField({ label, limits, text, most, onType, onLeave, isReadOnly, rows = 8 }: Props) {
  const words = useMessages().kinds.scenario;
  const countId = useId();
  const count = wordCount(text);
  return (
    <Stack gap="xs">
      <Textarea
        size="md"
        labelProps={{ size: 'sm' }}
        descriptionProps={{ size: 'sm' }}
        label={label}
        description={limits}
        value={text}
        autosize
        minRows={rows}
        readOnly={isReadOnly}
        aria-describedby={countId}
        onChange={(event) => onType(event.currentTarget.value)}
        onBlur={onLeave}
      />
      <Text id={countId} size="sm" c="dimmed">
        {count > most ? `${words.words(count)} · ${words.tooMany(count - most)}` : words.words(count)}
      </Text>
    </Stack>
  );
}
