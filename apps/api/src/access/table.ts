import type { AccessTable } from './rules';

const organizationNamed = ({ slug }: { readonly slug: string }) => ({ slug });

/** Authorization of every root field, over HTTP and the websocket. Nothing else decides. */
export const ACCESS = {
  Query: {
    attempt: 'holder',
    attemptItem: 'holder',
    coverage: 'anyone',
    installation: 'anyone',
    openQuiz: 'anyone',
    openedInvitation: 'anyone',
    organization: { needs: 'member', of: organizationNamed },
    progress: 'anyone',
    question: 'anyone',
    questions: 'anyone',
    revisions: 'holder',
    skillDomains: 'anyone',
    submission: 'holder',
    submissions: 'subject',
    viewer: 'anyone',
  },
  Mutation: {
    acceptInvitation: 'account',
    checkAnswer: 'holder',
    deleteMyData: 'subject',
    flagItem: 'holder',
    markMyself: 'holder',
    openInvitation: 'anyone',
    presentItem: 'holder',
    reportQuestion: 'anyone',
    revealExplanation: 'holder',
    revealFollowUp: 'holder',
    runCode: 'holder',
    saveResponse: 'holder',
    signIn: 'anyone',
    signOut: 'anyone',
    signUp: 'anyone',
    startPractice: 'anyone',
    startQuiz: 'anyone',
    submitAttempt: 'holder',
    submitCode: 'holder',
  },
  Subscription: {
    submissionChanged: 'holder',
  },
} as const satisfies AccessTable;
