import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, use, useCallback, useState } from 'react';

type Announce = (words: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** The only live region of the page, polite. Use it sparingly: one short sentence for a change that is out of view. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useCallback<Announce>((words) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <div role="status" aria-live="polite" aria-atomic="true">
          {/* A new element each time, so that a repeated message is announced again. */}
          <span key={said.turn}>{said.words}</span>
        </div>
      </VisuallyHidden>
    </AnnounceContext>
  );
}

/** Returns a function that announces one sentence to screen readers. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
