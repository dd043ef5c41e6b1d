import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { useMessages } from '../messages/messages';
import { ORGANIZATION, OrganizationContext } from '../platform/organization/organization-context';
import { PagePane } from '../platform/page-pane';
import { usePageQuery } from '../platform/use-page-query';
import { Bar } from './bar';
import { Frame } from './frame';
import styles from './organization-layout.module.css';
import { OrganizationDoor } from './organization-door';
import { OrganizationRail } from './organization-rail';

const RailDrawer = lazy(async () => ({ default: (await import('./rail-drawer')).RailDrawer }));

/** The page, once the organization is known. An earlier slug leads to the same page under the present one. */
function Page({ slug }: { readonly slug: string }) {
  const { organization } = usePageQuery(ORGANIZATION, { slug }, 'cache-first').data;
  const { pathname, search } = useLocation();
  if (organization.slug !== slug) {
    return <Navigate to={pathname.replace(`/o/${slug}`, `/o/${organization.slug}`) + search} replace />;
  }
  return (
    <OrganizationContext value={organization}>
      <PagePane isPage>
        <Outlet />
      </PagePane>
    </OrganizationContext>
  );
}

/** The organization for what is around the page, which has nothing to show while it is loading or not found. */
function useAround(slug: string) {
  const { data } = useQuery(ORGANIZATION, { variables: { slug } });
  return data?.organization ?? null;
}

function OrganizationBar({ onHelp, onMenu }: { readonly onHelp: () => void; readonly onMenu: (() => void) | null }) {
  const words = useMessages().organization;
  const menu = onMenu ? (
    <Button variant="subtle" color="gray" px="sm" className={styles['menu']} onClick={onMenu}>
      {words.menu}
    </Button>
  ) : null;
  return <Bar onHelp={onHelp} before={menu} isWide />;
}

/** The layout of an organization's pages: bar, rail and page. In a narrow window the rail is a drawer. */
export function OrganizationLayout() {
  const { org: slug = '' } = useParams();
  const organization = useAround(slug);
  const [isOpen, drawer] = useDisclosure(false);
  const { pathname } = useLocation();
  const { close } = drawer;
  // The address is outside React: the drawer closes when one of its links, or Back, has changed the page.
  useEffect(close, [pathname, close]);
  const rail = organization ? (
    <div className={styles['rail']}>
      <OrganizationRail organization={organization} />
    </div>
  ) : null;
  return (
    <Frame bar={(onHelp) => <OrganizationBar onHelp={onHelp} onMenu={organization ? drawer.open : null} />} rail={rail}>
      <OrganizationDoor slug={slug}>
        <PagePane isPage>
          <Page slug={slug} />
        </PagePane>
      </OrganizationDoor>
      <Suspense fallback={null}>
        {organization && isOpen ? <RailDrawer organization={organization} onClose={close} /> : null}
      </Suspense>
    </Frame>
  );
}
