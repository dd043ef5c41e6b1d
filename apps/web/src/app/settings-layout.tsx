import { Navigate, Outlet } from 'react-router';
import { useMessages } from '../messages/messages';
import { useOrganization } from '../platform/organization/organization-context';
import { PagePane } from '../platform/page-pane';
import { PageTabs } from '../platform/page-tabs';
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
      <PageTabs
        label={words.settingsPages}
        className={styles['pages'] ?? ''}
        tabs={pagesFor(SETTINGS, viewerRoles).map(({ to, name }) => ({
          to: `/o/${slug}/${to}`,
          name: name(words.pages),
        }))}
      />
      <PagePane>
        <Outlet />
      </PagePane>
    </>
  );
}
