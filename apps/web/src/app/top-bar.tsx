import { ActionIcon, Anchor } from '@mantine/core';
import { Link, NavLink, useLocation } from 'react-router';
import { useMessages } from '../messages/messages';
import { signInAddress } from '../platform/return-address';
import { useViewer } from '../platform/viewer';
import { AccountMenu } from './account-menu';
import { ThemeMenu } from './theme-menu';
import styles from './top-bar.module.css';

function SiteNavigation() {
  const words = useMessages().shell;
  const pages = [
    { to: '/questions', name: words.questions },
    { to: '/quiz', name: words.quiz },
    { to: '/progress', name: words.progress },
  ];
  return (
    <nav aria-label={words.siteNavigation} className={styles['pages']}>
      {pages.map((page) => (
        <NavLink key={page.to} to={page.to} className={styles['page'] ?? ''}>
          {page.name}
        </NavLink>
      ))}
    </nav>
  );
}

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

/** The top bar of practice. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const words = useMessages().shell;
  return (
    <header className={styles['bar']}>
      <div className={styles['inner']}>
        <Link to="/" className={styles['name']}>
          {words.name}
        </Link>
        <SiteNavigation />
        <div className={styles['tools']}>
          <ThemeMenu />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={words.help}
            aria-keyshortcuts="?"
            onClick={onHelp}
          >
            <span aria-hidden="true">?</span>
          </ActionIcon>
          <Person />
        </div>
      </div>
    </header>
  );
}
