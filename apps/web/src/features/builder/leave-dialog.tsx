import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useBuilder } from './builder-context';
import type { DraftSaver } from './draft-saver';

const fetchQuestion = async () => ({ default: (await import('./leave-question')).LeaveQuestion });
const LeaveQuestion = lazy(fetchQuestion);

const isPlain = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && ![ctrlKey, metaKey, shiftKey].includes(true);

/** The address of another page of this site, if the click opens it in this tab. */
function addressOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || !isPlain(event) || link.target === '_blank') return null;
  const { origin, pathname, search, hash } = link;
  const isElsewhere = origin === window.location.origin && pathname !== window.location.pathname;
  return isElsewhere ? pathname + search + hash : null;
}

/** Holds back a link while something is unsaved: saves it, and follows the link or asks. */
function useHeldLink(saver: DraftSaver) {
  const navigate = useNavigate();
  const [held, setHeld] = useState<string | null>(null);
  // The document's events are outside React. Capturing: before the router follows the link.
  useEffect(() => {
    const hold = (event: MouseEvent) => {
      const address = saver.read().isUnsaved ? addressOf(event) : null;
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      void saver.settle().then((isSaved) => (isSaved ? navigate(address) : setHeld(address)));
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.read().isUnsaved) event.preventDefault();
    };
    document.addEventListener('click', hold, { capture: true });
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('click', hold, { capture: true });
      window.removeEventListener('beforeunload', warn);
    };
  }, [saver, navigate]);
  return { held, go: () => void (held !== null && navigate(held)), stay: () => setHeld(null) };
}

/** Holds the page while something is unsaved. The question is fetched with the page: it is asked without a connection. */
export function LeaveDialog() {
  const { held, go, stay } = useHeldLink(useBuilder().saver);
  // The network is outside React.
  useEffect(() => void fetchQuestion().catch(() => undefined), []);
  return <Suspense fallback={null}>{held === null ? null : <LeaveQuestion onStay={stay} onLeave={go} />}</Suspense>;
}
