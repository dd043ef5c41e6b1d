import { createBrowserRouter, redirect, type RouteObject } from 'react-router';
import { NotFoundPage } from './not-found-page';
import { PracticeLayout } from './practice-layout';
import { RouteFailure } from './route-failure';

/** Every address of the site. Each page is a chunk of its own, fetched when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <PracticeLayout />,
    errorElement: <RouteFailure />,
    HydrateFallback: () => null,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./home-page')).HomePage }) },
      {
        path: 'questions',
        lazy: async () => ({ Component: (await import('../features/catalogue/catalogue-page')).CataloguePage }),
      },
      {
        path: 'questions/:slug',
        lazy: async () => ({ Component: (await import('../features/question/question-page')).QuestionPage }),
      },
      { path: 'quiz', loader: () => redirect('/quiz/new') },
      {
        path: 'quiz/new',
        lazy: async () => ({ Component: (await import('../features/quiz/new-quiz-page')).NewQuizPage }),
      },
      { path: 'quiz/:id', lazy: async () => ({ Component: (await import('../features/quiz/quiz-page')).QuizPage }) },
      {
        path: 'quiz/:id/explanations',
        lazy: async () => ({
          Component: (await import('../features/quiz/quiz-explanations-page')).QuizExplanationsPage,
        }),
      },
      {
        path: 'progress',
        lazy: async () => ({ Component: (await import('../features/progress/progress-page')).ProgressPage }),
      },
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('../features/account/sign-in-page')).SignInPage }),
      },
      {
        path: 'i/:token',
        lazy: async () => ({
          Component: (await import('../features/invitation/open-invitation-page')).OpenInvitationPage,
        }),
      },
      {
        path: 'i',
        lazy: async () => ({ Component: (await import('../features/invitation/invitation-page')).InvitationPage }),
      },
      {
        path: 'o/:slug',
        lazy: async () => ({
          Component: (await import('../features/organization/organization-page')).OrganizationPage,
        }),
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

export function createRouter() {
  return createBrowserRouter(routes);
}
