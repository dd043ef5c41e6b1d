import { useEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** A page that was newly opened begins at its top; Back and Forward are left to the browser, which remembers. */
export function useScrollToTop(): void {
  const { pathname } = useLocation();
  const type = useNavigationType();
  // The window's scroll position is outside React.
  useEffect(() => {
    if (type === NavigationType.Push) window.scrollTo(0, 0);
  }, [pathname, type]);
}
