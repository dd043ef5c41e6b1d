import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useOrganizationMessages } from '../../messages/organization-messages';

/** Copies a link. Where the browser does not allow it, shows the link to be copied by hand. */
export function CopyLink({ link, email }: { readonly link: string; readonly email: string }) {
  const words = useOrganizationMessages().members;
  const [state, setState] = useState<'not yet' | 'copied' | 'by hand'>('not yet');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setState('copied');
    } catch {
      setState('by hand');
    }
  };
  const label = state === 'copied' ? words.copied : words.copyLink;
  if (state === 'by hand') {
    return (
      <TextInput readOnly aria-label={words.linkOf(email)} value={link} onFocus={(event) => event.target.select()} />
    );
  }
  return (
    <Button variant="default" aria-label={words.of(label, email)} onClick={() => void copy()}>
      <span aria-live="polite">{label}</span>
    </Button>
  );
}
