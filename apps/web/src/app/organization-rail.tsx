import { Flyout } from '@holdout/ui';
import { Link, NavLink } from 'react-router';
import { useMessages } from '../messages/messages';
import type { ShownOrganization } from '../platform/organization/organization-context';
import { useViewer } from '../platform/viewer';
import { pagesFor, RAIL } from './organization-pages';
import styles from './organization-rail.module.css';

/** The organization's name; with several memberships, a menu of the others. */
function Switcher({ organization }: { readonly organization: ShownOrganization }) {
  const words = useMessages().organization;
  const others = (useViewer()?.memberships ?? []).filter((one) => one.organization.id !== organization.id);
  if (others.length === 0) return <p className={styles['name']}>{organization.name}</p>;
  return (
    <Flyout label={words.switchFrom(organization.name)} face={organization.name} side="start">
      <ul className={styles['list']}>
        {others.map(({ organization: other }) => (
          <li key={other.id}>
            <Link className={styles['page'] ?? ''} to={`/o/${other.slug}`}>
              {other.name}
            </Link>
          </li>
        ))}
      </ul>
    </Flyout>
  );
}

/** What a member may open in the organization, and the way back to practice. */
export function OrganizationRail({ organization }: { readonly organization: ShownOrganization }) {
  const words = useMessages().organization;
  return (
    <nav aria-label={words.navigation(organization.name)} className={styles['rail']}>
      <Switcher organization={organization} />
      <ul className={styles['list']}>
        {pagesFor(RAIL, organization.viewerRoles).map(({ to, name }) => (
          <li key={to}>
            <NavLink className={styles['page'] ?? ''} to={`/o/${organization.slug}/${to}`} end={to === ''}>
              {name(words.pages)}
            </NavLink>
          </li>
        ))}
      </ul>
      <ul className={`${styles['list'] ?? ''} ${styles['doors'] ?? ''}`}>
        <li>
          <Link className={styles['page'] ?? ''} to="/">
            {words.toPractice}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
