import type { AccessTable } from './rules';

const organizationNamed = ({ slug }: { readonly slug: string }) => ({ slug });

const ofInput = ({ input }: { readonly input: { readonly slug: string } }) => ({ slug: input.slug });

/** Authorization of every root field, over HTTP and the websocket. Nothing else decides. */
export const ACCESS = {
  Query: {
    apiTokens: { needs: ['admin', 'manager'], of: organizationNamed, scope: null },
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
    sessions: 'account',
    skillDomains: 'anyone',
    submission: 'holder',
    submissions: 'subject',
    viewer: 'anyone',
  },
  Mutation: {
    acceptInvitation: 'account',
    checkAnswer: 'holder',
    createApiToken: { needs: ['admin', 'manager'], of: ofInput },
    deleteMyData: 'subject',
    endSessions: 'account',
    flagItem: 'holder',
    markMyself: 'holder',
    openInvitation: 'anyone',
    presentItem: 'holder',
    reportQuestion: 'anyone',
    revealExplanation: 'holder',
    revealFollowUp: 'holder',
    revokeApiToken: { needs: ['admin', 'manager'], of: ofInput },
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
