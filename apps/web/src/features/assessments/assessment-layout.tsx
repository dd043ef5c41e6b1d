import { Box, Stack } from '@mantine/core';
import { Navigate, NavLink, Outlet, useLocation, useParams } from 'react-router';
import type { MemberRole } from '../../generated/operations';
import { type AssessmentMessages, useAssessmentMessages } from '../../messages/assessment-messages';
import { ASSESSMENT, AssessmentContext } from '../../platform/assessment/assessment-context';
import { Breadcrumb } from '../../platform/organization/breadcrumb';
import { useOrganization } from '../../platform/organization/organization-context';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { AssessmentHeading } from './assessment-heading';
import styles from './assessment-layout.module.css';
import { BUILDERS, FOLLOWERS } from './assessment-roles';

type PageName = keyof AssessmentMessages['assessments']['layout']['pages'];
type Tab = { readonly page: PageName; readonly roles: readonly MemberRole[] };

/** The pages of an assessment, with the roles that may open them. */
const TABS: readonly Tab[] = [
  { page: 'build', roles: BUILDERS },
  { page: 'publish', roles: BUILDERS },
  { page: 'preview', roles: BUILDERS },
  { page: 'invitations', roles: FOLLOWERS },
];

const tabsFor = (viewerRoles: readonly MemberRole[]): readonly Tab[] =>
  TABS.filter(({ roles }) => roles.some((role) => viewerRoles.includes(role)));

/** An assessment without a page: the first one that the viewer may open. */
export function AssessmentStart() {
  const [first] = tabsFor(useOrganization().viewerRoles);
  return <Navigate to={first?.page ?? '..'} replace />;
}

function Tabs({ id }: { readonly id: string }) {
  const words = useAssessmentMessages().assessments.layout;
  const { slug, viewerRoles } = useOrganization();
  return (
    <nav aria-label={words.navigation} className={styles['tabs']}>
      <ul className={styles['list']}>
        {tabsFor(viewerRoles).map(({ page }) => (
          <li key={page}>
            <NavLink className={styles['tab'] ?? ''} to={`/o/${slug}/assessments/${id}/${page}`}>
              {words.pages[page]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The layout of an assessment's pages: breadcrumb, title and tabs. The page below has the whole width, and headings from
 * `h2` on.
 */
export function AssessmentLayout() {
  const words = useAssessmentMessages().assessments;
  const { id = '' } = useParams();
  const { pathname } = useLocation();
  const { assessment } = usePageQuery(ASSESSMENT, { id }).data;
  const current = TABS.find(({ page }) => pathname.split('/')[5] === page);
  return (
    <AssessmentContext value={assessment}>
      <Box px={{ base: 'md', xs: 'lg' }} py={{ base: 'md', sm: 'lg' }} w="100%" miw={0}>
        <Stack gap="sm">
          <Breadcrumb trail={[{ name: words.title, to: 'assessments' }]} title={assessment.title} />
          <AssessmentHeading key={id} page={current ? words.layout.pages[current.page] : words.title} />
          <Tabs id={id} />
        </Stack>
        <Box pt="lg">
          <PagePane>
            <Outlet />
          </PagePane>
        </Box>
      </Box>
    </AssessmentContext>
  );
}
