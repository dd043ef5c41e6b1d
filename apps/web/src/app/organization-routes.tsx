import { lazy } from 'react';
import { type RouteObject, useRoutes } from 'react-router';
import { NotFound } from '../platform/not-found';
import { PageBody } from '../platform/page-body';
import { OrganizationLayout } from './organization-layout';
import { SettingsLayout, SettingsStart } from './settings-layout';

const TodayPage = lazy(async () => ({ default: (await import('./today-page')).TodayPage }));
const AssessmentsPage = lazy(async () => ({
  default: (await import('../features/assessments/assessments-page')).AssessmentsPage,
}));
const AssessmentLayout = lazy(async () => ({
  default: (await import('../features/assessments/assessment-layout')).AssessmentLayout,
}));
const AssessmentStart = lazy(async () => ({
  default: (await import('../features/assessments/assessment-layout')).AssessmentStart,
}));
const InvitationsPage = lazy(async () => ({
  default: (await import('../features/candidate-invitations/invitations-page')).InvitationsPage,
}));
const LatePage = lazy(async () => ({ default: (await import('../features/late/late-page')).LatePage }));
const CohortPage = lazy(async () => ({ default: (await import('../features/cohort/cohort-page')).CohortPage }));
const ComparePage = lazy(async () => ({ default: (await import('../features/cohort/compare-page')).ComparePage }));
const ItemsPage = lazy(async () => ({ default: (await import('../features/cohort/items-page')).ItemsPage }));
const LivePage = lazy(async () => ({ default: (await import('../features/live/live-page')).LivePage }));
const SimilarityPage = lazy(async () => ({
  default: (await import('../features/similarity/similarity-page')).SimilarityPage,
}));
const MarkingPage = lazy(async () => ({ default: (await import('../features/marking/marking-page')).MarkingPage }));
const AnswerPage = lazy(async () => ({ default: (await import('../features/marking/answer-page')).AnswerPage }));
const DisagreementsPage = lazy(async () => ({
  default: (await import('../features/marking/disagreements-page')).DisagreementsPage,
}));
const ReportPage = lazy(async () => ({ default: (await import('../features/report/report-page')).ReportPage }));
const NewAssessmentPage = lazy(async () => ({
  default: (await import('../features/assessments/new-assessment-page')).NewAssessmentPage,
}));
const PreviewPage = lazy(async () => ({
  default: (await import('../features/assessments/preview-page')).PreviewPage,
}));
const PublishPage = lazy(async () => ({
  default: (await import('../features/assessments/publish-page')).PublishPage,
}));
const ApiTokensPage = lazy(async () => ({
  default: (await import('../features/api-tokens/api-tokens-page')).ApiTokensPage,
}));
const AuditPage = lazy(async () => ({ default: (await import('../features/audit/audit-page')).AuditPage }));
const BuilderPage = lazy(async () => ({ default: (await import('../features/builder/builder-page')).BuilderPage }));
const InvitePage = lazy(async () => ({ default: (await import('../features/members/invite-page')).InvitePage }));
const MembersPage = lazy(async () => ({ default: (await import('../features/members/members-page')).MembersPage }));
const MembershipPage = lazy(async () => ({
  default: (await import('../features/members/membership-page')).MembershipPage,
}));
const RetentionPage = lazy(async () => ({
  default: (await import('../features/privacy/retention-page')).RetentionPage,
}));
const OrganizationSettingsPage = lazy(async () => ({
  default: (await import('../features/organization/settings-page')).OrganizationSettingsPage,
}));
const OrganizationSignInPage = lazy(async () => ({
  default: (await import('../features/organization-sign-in/organization-sign-in-page')).OrganizationSignInPage,
}));

const NotFoundPage = () => (
  <PageBody isBesideRail>
    <NotFound />
  </PageBody>
);

/** Pages of one assessment; their tabs are in `assessment-layout.tsx`. */
const assessmentPages: RouteObject[] = [
  { index: true, element: <AssessmentStart /> },
  { path: 'build', element: <BuilderPage /> },
  { path: 'invitations', element: <InvitationsPage /> },
  { path: 'late', element: <LatePage /> },
  { path: 'cohort', element: <CohortPage /> },
  { path: 'compare', element: <ComparePage /> },
  { path: 'items', element: <ItemsPage /> },
  { path: 'live', element: <LivePage /> },
  { path: 'similarity', element: <SimilarityPage /> },
  { path: 'publish', element: <PublishPage /> },
  { path: 'preview', element: <PreviewPage /> },
];

const settingsPages: RouteObject[] = [
  { index: true, element: <SettingsStart /> },
  { path: 'organization', element: <OrganizationSettingsPage /> },
  { path: 'members', element: <MembersPage /> },
  { path: 'members/invite', element: <InvitePage /> },
  { path: 'audit', element: <AuditPage /> },
  { path: 'membership', element: <MembershipPage /> },
  { path: 'tokens', element: <ApiTokensPage /> },
  { path: 'sign-in', element: <OrganizationSignInPage /> },
  { path: 'retention', element: <RetentionPage /> },
];

const routes: RouteObject[] = [
  {
    element: <OrganizationLayout />,
    children: [
      { index: true, element: <TodayPage /> },
      { path: 'assessments', element: <AssessmentsPage /> },
      { path: 'assessments/new', element: <NewAssessmentPage /> },
      { path: 'assessments/:id', element: <AssessmentLayout />, children: assessmentPages },
      { path: 'marking', element: <MarkingPage /> },
      { path: 'marking/:queueId/disagreements', element: <DisagreementsPage /> },
      { path: 'marking/:queueId/:n', element: <AnswerPage /> },
      { path: 'reports/:attemptId', element: <ReportPage /> },
      { path: 'settings', element: <SettingsLayout />, children: settingsPages },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

/** The pages of an organization. Nobody else loads this list. */
export function OrganizationRoutes() {
  return useRoutes(routes);
}
