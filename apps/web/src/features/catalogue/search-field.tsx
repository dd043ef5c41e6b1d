import { useSingleKeys } from '@holdout/ui';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { useMessages } from '../../messages/messages';
import type { CatalogueAddress } from './use-catalogue-address';

export const PAUSE_MS = 250;

/** The search text, written to the URL with a debounce; the field itself updates immediately. */
export function SearchField({ address }: { readonly address: CatalogueAddress }) {
  const words = useMessages().catalogue;
  const field = useRef<HTMLInputElement>(null);
  const fromAddress = address.search.get('q') ?? '';
  const [typed, setTyped] = useState(fromAddress);
  const [seen, setSeen] = useState(fromAddress);
  const send = useDebouncedCallback((text: string, typedOn: string) => {
    // If the user has followed a link since, do not write to the URL: it would navigate back, although the new page may
    // still be loading.
    if (window.location.pathname === typedOn) address.setText(text);
  }, PAUSE_MS);
  useSingleKeys(useMemo(() => ({ '/': () => field.current?.focus() }), []));
  // The URL changed by Back or by removing a chip: update the field.
  if (seen !== fromAddress) {
    setSeen(fromAddress);
    if (typed.trim() !== fromAddress.trim()) setTyped(fromAddress);
  }
  return (
    <TextInput
      ref={field}
      type="search"
      label={words.search}
      placeholder={words.searchHint}
      aria-keyshortcuts="/"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value, window.location.pathname);
      }}
    />
  );
}
