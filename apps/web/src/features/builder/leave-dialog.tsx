import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useBuilder } from './builder-context';
import type { DraftSaver } from './draft-saver';
import { HistoryHold } from './hold-history';

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

/** Holds back a link, and Back of the browser, while something is unsaved: saves it, and follows or asks. */
function useHeld(saver: DraftSaver) {
  const navigate = useNavigate();
  const location = useLocation();
  const [held, setHeld] = useState<(() => void) | null>(null);
  const [history] = useState(() => new HistoryHold(saver, (follow) => setHeld(() => follow)));
  // The document's events are outside React. Capturing: before the router follows the link.
  useEffect(() => {
    const hold = (event: MouseEvent) => {
      const address = saver.read().isUnsaved ? addressOf(event) : null;
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      const follow = () => void navigate(address);
      void saver.settle().then((isSaved) => (isSaved ? follow() : setHeld(() => follow)));
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
  // The browser's history is outside React.
  useEffect(() => history.listen(), [history]);
  useEffect(() => history.noticeEntry(), [history, location]);
  const stay = () => {
    history.stay();
    setHeld(null);
  };
  return { held, stay };
}

/** Holds the page while something is unsaved. The question is fetched with the page: it is asked without a connection. */
export function LeaveDialog() {
  const { held, stay } = useHeld(useBuilder().saver);
  // The network is outside React.
  useEffect(() => void fetchQuestion().catch(() => undefined), []);
  return <Suspense fallback={null}>{held === null ? null : <LeaveQuestion onStay={stay} onLeave={held} />}</Suspense>;
}
