import { Box, Stack } from '@mantine/core';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import type { MemberRole } from '../../generated/operations';
import { type AssessmentMessages, useAssessmentMessages } from '../../messages/assessment-messages';
import { ASSESSMENT, AssessmentContext } from '../../platform/assessment/assessment-context';
import { Breadcrumb } from '../../platform/organization/breadcrumb';
import { useOrganization } from '../../platform/organization/organization-context';
import { PagePane } from '../../platform/page-pane';
import { PageTabs } from '../../platform/page-tabs';
import { HeadedContext } from '../../platform/not-found';
import { usePageQuery } from '../../platform/use-page-query';
import { AssessmentHeading } from './assessment-heading';
import styles from './assessment-layout.module.css';
import { BUILDERS, FOLLOWERS, PUBLISHERS } from './assessment-roles';

type PageName = keyof AssessmentMessages['assessments']['layout']['pages'];
type Tab = { readonly page: PageName; readonly roles: readonly MemberRole[] };

/** The pages of an assessment, with the roles that may open them. */
const TABS: readonly Tab[] = [
  { page: 'build', roles: BUILDERS },
  { page: 'publish', roles: BUILDERS },
  { page: 'preview', roles: BUILDERS },
  { page: 'invitations', roles: FOLLOWERS },
  { page: 'live', roles: PUBLISHERS },
  { page: 'cohort', roles: FOLLOWERS },
  { page: 'items', roles: PUBLISHERS },
  { page: 'similarity', roles: PUBLISHERS },
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
  const tabs = tabsFor(viewerRoles).map(({ page }) => ({
    to: `/o/${slug}/assessments/${id}/${page}`,
    name: words.pages[page],
  }));
  return <PageTabs label={words.navigation} className={styles['tabs'] ?? ''} tabs={tabs} />;
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
          <HeadedContext value>
            <PagePane>
              <Outlet />
            </PagePane>
          </HeadedContext>
        </Box>
      </Box>
    </AssessmentContext>
  );
}
