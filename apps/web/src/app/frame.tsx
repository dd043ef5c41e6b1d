import { HelpDialog, useSingleKeys } from '@holdout/ui';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { useMessages } from '../messages/messages';
import styles from './frame.module.css';

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

function skip(event: React.MouseEvent): void {
  event.preventDefault();
  const target = document.querySelector<HTMLElement>('main h1') ?? document.getElementById('content');
  target?.focus();
}

type Props = {
  readonly bar: (onHelp: () => void) => ReactNode;
  /** Left of the page, where the window is wide enough. */
  readonly rail?: ReactNode;
  readonly children: ReactNode;
};

/** What every page of the site has around it: skip link, bar, offline strip, the page's landmark and the key help. */
export function Frame({ bar, rail, children }: Props) {
  const messages = useMessages();
  useScrollToTop();
  const [isHelpOpen, help] = useDisclosure(false);
  useSingleKeys(useMemo(() => ({ '?': help.open }), [help.open]));
  const main = (
    <main id="content" tabIndex={-1} className={styles['content']}>
      {children}
    </main>
  );
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content" onClick={skip}>
        {messages.shell.skip}
      </a>
      {bar(help.open)}
      <OfflineStrip />
      {rail ? (
        <div className={styles['beside']}>
          {rail}
          {main}
        </div>
      ) : (
        main
      )}
      <HelpDialog isOpen={isHelpOpen} onClose={help.close} sections={messages.keys} />
    </div>
  );
}
