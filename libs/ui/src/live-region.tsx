import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, use, useCallback, useState } from 'react';

type Announce = (words: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** The one polite live region of the page. Spoken sparingly: what changed out of sight, in one short sentence. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useCallback<Announce>((words) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <div role="status" aria-live="polite" aria-atomic="true">
          {/* A new element each time, so that the same words said twice are heard twice. */}
          <span key={said.turn}>{said.words}</span>
        </div>
      </VisuallyHidden>
    </AnnounceContext>
  );
}

/** A function that says one sentence to screen readers. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
