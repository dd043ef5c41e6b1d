import { lazy, Suspense } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { KeepLinkToken } from '../features/account/link-token';
import { NotFound } from '../platform/not-found';
import { PageBody } from '../platform/page-body';
import { PracticeLayout } from './practice-layout';

const HomePage = lazy(async () => ({ default: (await import('./home-page')).HomePage }));
const CataloguePage = lazy(async () => ({
  default: (await import('../features/catalogue/catalogue-page')).CataloguePage,
}));
const QuestionPage = lazy(async () => ({ default: (await import('../features/question/question-page')).QuestionPage }));
const CoveragePage = lazy(async () => ({ default: (await import('../features/coverage/coverage-page')).CoveragePage }));
const NewQuizPage = lazy(async () => ({ default: (await import('../features/quiz/new-quiz-page')).NewQuizPage }));
const QuizPage = lazy(async () => ({ default: (await import('../features/quiz/quiz-page')).QuizPage }));
const QuizExplanationsPage = lazy(async () => ({
  default: (await import('../features/quiz/quiz-explanations-page')).QuizExplanationsPage,
}));
const ProgressPage = lazy(async () => ({ default: (await import('../features/progress/progress-page')).ProgressPage }));
const SignInPage = lazy(async () => ({ default: (await import('../features/account/sign-in-page')).SignInPage }));
const MailboxPage = lazy(async () => ({ default: (await import('../features/mailbox/mailbox-page')).MailboxPage }));
const SignInCallbackPage = lazy(async () => ({
  default: (await import('../features/account/sign-in-callback-page')).SignInCallbackPage,
}));
const SecurityPage = lazy(async () => ({ default: (await import('../features/security/security-page')).SecurityPage }));
const AccountPage = lazy(async () => ({ default: (await import('../features/account/account-page')).AccountPage }));
const ResetPage = lazy(async () => ({ default: (await import('../features/account/reset-page')).ResetPage }));
const ConfirmSignUpPage = lazy(async () => ({
  default: (await import('../features/account/confirm-sign-up-page')).ConfirmSignUpPage,
}));
const ConfirmEmailPage = lazy(async () => ({
  default: (await import('../features/account/confirm-email-page')).ConfirmEmailPage,
}));
const OpenInvitationPage = lazy(async () => ({
  default: (await import('../features/invitation/open-invitation-page')).OpenInvitationPage,
}));
const InvitationPage = lazy(async () => ({
  default: (await import('../features/invitation/invitation-page')).InvitationPage,
}));
const CandidateLayout = lazy(async () => ({ default: (await import('./candidate-layout')).CandidateLayout }));
const OpenLinkPage = lazy(async () => ({ default: (await import('../features/taking/open-link-page')).OpenLinkPage }));
const LandingPage = lazy(async () => ({ default: (await import('../features/taking/landing-page')).LandingPage }));
const CheckInPage = lazy(async () => ({
  default: (await import('../features/taking/check-in-page')).CheckInPage,
}));
const AttemptPage = lazy(async () => ({ default: (await import('../features/taking/attempt-page')).AttemptPage }));
const ReceiptPage = lazy(async () => ({ default: (await import('../features/taking/receipt-page')).ReceiptPage }));
const OrganizationRoutes = lazy(async () => ({
  default: (await import('./organization-routes')).OrganizationRoutes,
}));
const FoundPage = lazy(async () => ({ default: (await import('../features/organization/found-page')).FoundPage }));

const NotFoundPage = () => (
  <PageBody>
    <NotFound />
  </PageBody>
);

/** All routes of the site. Each page is a separate chunk, fetched on first visit. */
export const routes: RouteObject[] = [
  {
    element: <PracticeLayout />,
    children: [
      { index: true, element: <HomePage /> },
      { path: 'questions', element: <CataloguePage /> },
      { path: 'questions/:slug', element: <QuestionPage /> },
      { path: 'coverage', element: <CoveragePage /> },
      { path: 'quiz', element: <Navigate to="/quiz/new" replace /> },
      { path: 'quiz/new', element: <NewQuizPage /> },
      { path: 'quiz/:id', element: <QuizPage /> },
      { path: 'quiz/:id/explanations', element: <QuizExplanationsPage /> },
      { path: 'progress', element: <ProgressPage /> },
      { path: 'sign-in', element: <SignInPage /> },
      { path: 'sign-in/callback', element: <SignInCallbackPage /> },
      { path: 'account/security', element: <SecurityPage /> },
      { path: 'organizations/new', element: <FoundPage /> },
      { path: 'account', element: <AccountPage /> },
      { path: 'reset', element: <ResetPage /> },
      { path: 'reset/:token', element: <KeepLinkToken to="/reset" /> },
      { path: 'confirm', element: <ConfirmSignUpPage /> },
      { path: 'confirm/:token', element: <KeepLinkToken to="/confirm" /> },
      { path: 'email', element: <ConfirmEmailPage /> },
      { path: 'email/:token', element: <KeepLinkToken to="/email" /> },
      { path: 'join/:token', element: <OpenInvitationPage /> },
      { path: 'join', element: <InvitationPage /> },
      { path: 'dev/mail', element: <MailboxPage /> },
      { path: 'dev/mail/:id', element: <MailboxPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
  {
    element: (
      <Suspense fallback={null}>
        <CandidateLayout />
      </Suspense>
    ),
    children: [
      { path: 'i/check-in', element: <CheckInPage /> },
      { path: 'i/:token', element: <OpenLinkPage /> },
      { path: 'i', element: <LandingPage /> },
      { path: 'attempts/:id', element: <Navigate to="items/1" replace /> },
      { path: 'attempts/:id/items/:n', element: <AttemptPage /> },
      { path: 'attempts/:id/sections/:section', element: <AttemptPage /> },
      { path: 'attempts/:id/finish', element: <AttemptPage /> },
      { path: 'attempts/:id/receipt', element: <ReceiptPage /> },
    ],
  },
  {
    path: 'o/:org/*',
    element: (
      <Suspense fallback={null}>
        <OrganizationRoutes />
      </Suspense>
    ),
  },
];
