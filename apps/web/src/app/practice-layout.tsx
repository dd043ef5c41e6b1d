import { HelpDialog, useSingleKeys } from '@holdout/ui';
import { useDisclosure } from '@mantine/hooks';
import { useMemo } from 'react';
import { Outlet } from 'react-router';
import { useMessages } from '../messages/messages';
import { PagePane } from '../platform/page-pane';
import { useScrollToTop } from './use-scroll-to-top';
import { OfflineStrip } from './offline-strip';
import styles from './practice-layout.module.css';
import { TopBar } from './top-bar';

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
