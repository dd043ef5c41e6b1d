import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';

type Props = {
  readonly text: string;
  readonly label: string;
  /** What is copied, for those who do not see where the button is. */
  readonly name: string;
};

/** Copies a link. Where the browser does not allow it, shows the link to be copied by hand. */
export function CopyButton({ text, label, name }: Props) {
  const words = useAssessmentMessages().candidateInvitations.publicLinks;
  const [state, setState] = useState<'not yet' | 'copied' | 'by hand'>('not yet');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('by hand');
    }
  };
  if (state === 'by hand')
    return <TextInput readOnly aria-label={name} value={text} onFocus={(event) => event.target.select()} />;
  const shown = state === 'copied' ? words.copied : label;
  return (
    <Button variant="default" aria-label={words.of(shown, name)} onClick={() => void copy()}>
      <span aria-live="polite">{shown}</span>
    </Button>
  );
}
