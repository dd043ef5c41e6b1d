import { useSingleKeys } from '@holdout/ui';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';

export const PAUSE_MS = 250;

type Props = {
  readonly label: string;
  readonly hint?: string;
  /** The text in the URL. */
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** A search text that is written to the URL with a debounce; the field itself updates immediately. `/` focuses it. */
export function SearchBox({ label, hint, text, onText }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  const send = useDebouncedCallback((next: string, typedOn: string) => {
    // If the user has followed a link since, do not write to the URL: it would navigate back, although the new page may
    // still be loading.
    if (window.location.pathname === typedOn) onText(next);
  }, PAUSE_MS);
  useSingleKeys(useMemo(() => ({ '/': () => field.current?.focus() }), []));
  // The URL changed by Back or by removing a filter: update the field.
  if (seen !== text) {
    setSeen(text);
    if (typed.trim() !== text.trim()) setTyped(text);
  }
  return (
    <TextInput
      ref={field}
      type="search"
      label={label}
      {...(hint === undefined ? {} : { placeholder: hint })}
      aria-keyshortcuts="/"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value, window.location.pathname);
      }}
    />
  );
}
