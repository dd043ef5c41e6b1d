/** For tests: whom a candidate may write to. */
export const contact = { __typename: 'InvitationContact', name: 'An organizer', email: 'jobs@acme.example' };

/** For tests: the answer of the landing page's query. */
export const invited = (some: Record<string, unknown> = {}) => ({
  candidateInvitation: {
    __typename: 'InvitedAssessment',
    id: 'n',
    status: 'OPENED',
    organizationName: 'Acme',
    contact,
    title: 'ML engineer II',
    introduction: '',
    skills: ['Metrics'],
    kinds: ['CHOICE'],
    languages: [],
    questionCount: 2,
    sections: [],
    minutes: 60,
    ownMinutes: 75,
    breakMinutes: 0,
    mayGoBack: true,
    hasCalculator: false,
    documentation: [],
    afterRelease: 'NOTHING',
    recorded: ['REVISIONS', 'SUBMISSIONS'],
    opensAt: null,
    expiresAt: '2026-12-01T10:00:00.000Z',
    timeRequest: null,
    attempt: null,
    ...some,
  },
});
