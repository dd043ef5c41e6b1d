import { HelpDialog, useSingleKeys } from '@holdout/ui';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { useEffect, useMemo } from 'react';
import { NavigationType, Outlet, useLocation, useNavigationType } from 'react-router';
import { useMessages } from '../messages/messages';
import { PagePane } from '../platform/page-pane';
import styles from './practice-layout.module.css';
import { TopBar } from './top-bar';

/** Scrolls to the top after a push navigation; on Back and Forward the browser restores the scroll position. */
function useScrollToTop(): void {
  const { pathname } = useLocation();
  const type = useNavigationType();
  // The window's scroll position is outside React.
  useEffect(() => {
    if (type === NavigationType.Push) window.scrollTo(0, 0);
  }, [pathname, type]);
}

/** Reports that the device is offline, and what is saved. */
function OfflineStrip() {
  const words = useMessages().shell;
  const { online } = useNetwork();
  return <div role="status">{online ? null : <p className={styles['strip']}>{words.offline}</p>}</div>;
}

/** The layout of practice: skip link, top bar, offline strip, the page and the key help. */
export function PracticeLayout() {
  const messages = useMessages();
  useScrollToTop();
  const [isHelpOpen, help] = useDisclosure(false);
  useSingleKeys(useMemo(() => ({ '?': help.open }), [help.open]));
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content" onClick={skip}>
        {messages.shell.skip}
      </a>
      <TopBar onHelp={help.open} />
      <OfflineStrip />
      <main id="content" tabIndex={-1} className={styles['content']}>
        <PagePane skeleton={null}>
          <Outlet />
        </PagePane>
      </main>
      <HelpDialog isOpen={isHelpOpen} onClose={help.close} sections={messages.keys} />
    </div>
  );
}

function skip(event: React.MouseEvent): void {
  event.preventDefault();
  const target = document.querySelector<HTMLElement>('main h1') ?? document.getElementById('content');
  target?.focus();
}
