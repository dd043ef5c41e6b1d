import { useEffect } from 'react';

/** Saves when the page is hidden and when the network is back, both browser events, and on navigation within the site. */
export function useSaveOnLeave(saver: { saveNow(): void }): void {
  useEffect(() => {
    const saveNow = () => saver.saveNow();
    window.addEventListener('pagehide', saveNow);
    window.addEventListener('online', saveNow);
    document.addEventListener('visibilitychange', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      window.removeEventListener('online', saveNow);
      document.removeEventListener('visibilitychange', saveNow);
      saveNow();
    };
  }, [saver]);
}
