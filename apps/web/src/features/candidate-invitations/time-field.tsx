import { TextInput } from '@mantine/core';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** The wall clock of the organization's time zone, as `2026-12-01T09:30`. */
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
};

/** A day and a time. */
export function TimeField({ onChange, ...props }: Props) {
  return (
    <TextInput
      {...props}
      type="datetime-local"
      maw="var(--ho-form)"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
