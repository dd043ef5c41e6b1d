import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useCandidateMessages } from '../../../messages/candidate-messages';
import { missingIn } from './browser-features';
import { CheckRow } from './check-row';
import type { CheckState } from './check-state';

/** Features, storage and the size of the window, as it is now. */
export function BrowserCheck({ hasCode }: { readonly hasCode: boolean }) {
  const words = useCandidateMessages().checkIn.browser;
  const [missing] = useState(() => missingIn(window));
  const isNarrow = useMediaQuery('(max-width: 60em)') ?? false;
  const state = (): CheckState => {
    if (missing.length > 0) return { kind: 'attention', text: words.missing(missing.map((each) => words.names[each])) };
    return { kind: 'works', text: isNarrow && hasCode ? words.narrow : words.fits };
  };
  return <CheckRow title={words.title} state={state()} />;
}
