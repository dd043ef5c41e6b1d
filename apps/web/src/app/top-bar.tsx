import { Link, NavLink } from 'react-router';
import { useMessages } from '../messages/messages';
import { useViewer } from '../platform/viewer';
import { Bar } from './bar';
import styles from './bar.module.css';

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
      <OrganizationDoor />
    </nav>
  );
}

/** The way from practice to the viewer's organization; with several, the account menu lists the others. */
function OrganizationDoor() {
  const organization = useViewer()?.memberships[0]?.organization;
  if (!organization) return null;
  return (
    <Link to={`/o/${organization.slug}`} className={`${styles['page'] ?? ''} ${styles['door'] ?? ''}`}>
      {organization.name}
    </Link>
  );
}

/** The top bar of practice. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <Bar onHelp={onHelp}>
      <SiteNavigation />
    </Bar>
  );
}
