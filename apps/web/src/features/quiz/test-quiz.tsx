import { PRESENT_ITEM, SITTING_CLOCK } from '../../sitting/sitting-query';
import { VIEWER } from '../../platform/viewer';
import { NewQuizPage } from './new-quiz-page';
import { QuizExplanationsPage } from './quiz-explanations-page';
import { QuizPage } from './quiz-page';
import { QUIZ } from './quiz-query';

export const routes = [
  { path: '/quiz/new', element: <NewQuizPage /> },
  { path: '/quiz/:id', element: <QuizPage /> },
  { path: '/quiz/:id/explanations', element: <QuizExplanationsPage /> },
];

export const viewer = {
  request: { query: VIEWER },
  result: { data: { viewer: { __typename: 'Viewer', account: null, isGuest: true, memberships: [] } } },
};

/** A choice question of a quiz that is neither answered nor explained. */
export function anItem(position: number, some: Record<string, unknown> = {}) {
  return {
    __typename: 'AttemptItem',
    id: `item-${position}`,
    position,
    isFlagged: false,
    isAnswered: false,
    question: {
      __typename: 'Question',
      id: `q${position}`,
      slug: `choice.q${position}`,
      title: `Question ${position}`,
      subtitle: `Aspect ${position}`,
    },
    kind: 'CHOICE',
    content: {
      __typename: 'ChoiceContent',
      statement: `Statement ${position}`,
      hints: [],
      choose: 'ONE',
      options: [
        { __typename: 'ChoiceOption', id: 'a', text: 'First' },
        { __typename: 'ChoiceOption', id: 'b', text: 'Second' },
      ],
    },
    response: null,
    codeDrafts: [],
    submissions: [],
    feedback: null,
    ...some,
  };
}

export const items = [anItem(1, { isAnswered: true }), anItem(2, { isFlagged: true }), anItem(3)];
export const attempt = {
  __typename: 'Attempt',
  id: 'z',
  form: 'QUIZ',
  startedAt: '2026-11-20T10:00:00.000Z',
  closesAt: null,
  endedAt: null as string | null,
  items,
};
export const clock = {
  request: { query: SITTING_CLOCK, variables: { id: 'z' } },
  result: {
    data: {
      attempt: {
        __typename: 'Attempt',
        id: 'z',
        serverTime: '2026-11-20T10:01:00.000Z',
        closesAt: null,
        endedAt: null,
      },
    },
  },
  maxUsageCount: 9,
};
export const quiz = { request: { query: QUIZ, variables: { id: 'z' } }, result: { data: { attempt } } };
export const presented = {
  request: { query: PRESENT_ITEM, variables: () => true },
  result: {
    data: {
      presentItem: { __typename: 'PresentItemSuccess', item: { __typename: 'AttemptItem', id: 'item-2' } },
    },
  },
  maxUsageCount: 9,
};

export const suited = { __typename: 'QuestionConnection', totalCount: 12 };
/** What a quiz draws unless asked for more. */
export const kinds = ['CHOICE', 'NUMERIC', 'PLOT', 'ORDERING', 'READING', 'TEXT'];
