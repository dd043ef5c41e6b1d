import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { signInAddress } from '../platform/return-address';
import { useViewer } from '../platform/viewer';
import { AccountMenu } from './account-menu';
import styles from './bar.module.css';
import { HelpButton } from './help-button';
import { ThemeMenu } from './theme-menu';

function Person() {
  const words = useMessages().shell;
  const viewer = useViewer();
  const { pathname, search } = useLocation();
  if (viewer?.account ?? viewer?.isGuest) return <AccountMenu viewer={viewer} />;
  return (
    <Anchor component={Link} to={signInAddress(pathname + search)} className={styles['person'] ?? ''} size="sm">
      {words.signIn}
    </Anchor>
  );
}

type Props = {
  readonly onHelp: () => void;
  /** Before the site's name. */
  readonly before?: ReactNode;
  /** After the site's name. */
  readonly children?: ReactNode;
  readonly isWide?: boolean;
};

/** The bar above every page: the site's name, and theme, key help and account. */
export function Bar({ onHelp, before, children, isWide = false }: Props) {
  const words = useMessages().shell;
  return (
    <header className={styles['bar']}>
      <div className={styles['inner']} data-wide={isWide || undefined}>
        {before}
        <Link to="/" className={styles['name']}>
          {words.name}
        </Link>
        {children}
        <div className={styles['tools']}>
          <ThemeMenu />
          <HelpButton onHelp={onHelp} />
          <Person />
        </div>
      </div>
    </header>
  );
}
