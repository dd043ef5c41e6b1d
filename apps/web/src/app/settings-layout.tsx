import { Navigate, NavLink, Outlet } from 'react-router';
import { useMessages } from '../messages/messages';
import { useOrganization } from '../platform/organization/organization-context';
import { PagePane } from '../platform/page-pane';
import { pagesFor, SETTINGS } from './organization-pages';
import styles from './settings-layout.module.css';

/** Settings without a page: the first one that the viewer may open. */
export function SettingsStart() {
  const { slug, viewerRoles } = useOrganization();
  const [first] = pagesFor(SETTINGS, viewerRoles);
  return <Navigate to={`/o/${slug}/${first?.to ?? ''}`} replace />;
}

/** The pages of an organization's settings: a list of them above each. */
export function SettingsLayout() {
  const words = useMessages().organization;
  const { slug, viewerRoles } = useOrganization();
  return (
    <>
      <nav aria-label={words.settingsPages}>
        <ul className={styles['list']}>
          {pagesFor(SETTINGS, viewerRoles).map(({ to, name }) => (
            <li key={to}>
              <NavLink className={styles['page'] ?? ''} to={`/o/${slug}/${to}`}>
                {name(words.pages)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <PagePane>
        <Outlet />
      </PagePane>
    </>
  );
}
