import { Anchor, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import styles from './form-errors.module.css';
import { useUiMessages } from './ui-messages';

/** The error of one field: the id and label of its control, and the message below it. */
export type FieldError = { readonly fieldId: string; readonly label: string; readonly words: string };

/** Above a form with two or more wrong fields: an error summary that takes the focus and links to each field. */
export function FormErrors({ errors }: { readonly errors: readonly FieldError[] }) {
  const words = useUiMessages().form;
  const box = useRef<HTMLDivElement>(null);
  const isShown = errors.length > 1;
  // Focus is outside React: moves to the summary, or to the only wrong field.
  useEffect(() => {
    if (isShown) box.current?.focus();
    else if (errors[0]) document.getElementById(errors[0].fieldId)?.focus();
  }, [errors, isShown]);
  if (!isShown) return null;
  return (
    <Stack ref={box} tabIndex={-1} role="group" aria-labelledby="form-errors" gap="xs" className={styles['box']}>
      <Text id="form-errors" fw={600}>
        {words.summary(errors.length)}
      </Text>
      <List size="sm">
        {errors.map((error) => (
          <List.Item key={error.fieldId}>
            <Anchor href={`#${error.fieldId}`} onClick={(event) => goTo(event, error.fieldId)}>
              {words.line(error.label, error.words)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function goTo(event: React.MouseEvent, fieldId: string): void {
  event.preventDefault();
  document.getElementById(fieldId)?.focus();
}
