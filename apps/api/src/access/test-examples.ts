import { randomUUID } from 'node:crypto';
import type { RootFieldArgs } from '../generated/root-fields';
import { ASSESSMENT } from './test-actors';
import { COHORT_EXAMPLES } from './test-cohort-examples';
import { FOLLOWED_EXAMPLES } from './test-followed-examples';
import type { Objects } from './test-objects';
import { REVIEW_EXAMPLES } from './test-review-examples';

type Examples = {
  readonly [Root in keyof RootFieldArgs]: {
    readonly [Field in keyof RootFieldArgs[Root]]: (objects: Objects) => RootFieldArgs[Root][Field];
  };
};

const INVITEE = { email: 'invitee@example.org', name: 'An invitee' };
const TOMORROW = new Date(Date.now() + 86_400_000);

/** The draft that the assessment of the tests has: saving it again changes nothing. */
const DRAFT = {
  skills: [],
  minutes: 60,
  languages: [],
  hasCalculator: false,
  documentation: [],
  introduction: '',
  rules: { mayGoBack: true, countedSubmission: 'LAST', afterRelease: 'NOTHING' },
  sections: [],
} as const;

const nothing = () => ({});
const code = ({ codeItem: itemId }: Objects) =>
  ({ clientId: randomUUID(), itemId, language: 'PYTHON', source: 'x = 1' }) as const;

/** Arguments for every root field. They change nothing that a later request needs. */
export const EXAMPLES: Examples = {
  Query: {
    ...REVIEW_EXAMPLES.Query,
    ...FOLLOWED_EXAMPLES.Query,
    apiTokens: ({ organization: slug }) => ({ slug }),
    assessment: ({ assessment: id }) => ({ id }),
    assessmentBankSearch: ({ organization }) => ({ organization, first: 1 }),
    assessmentDraft: ({ assessment: assessmentId }) => ({ assessmentId }),
    assessmentHistory: ({ assessment: assessmentId }) => ({ assessmentId, first: 1 }),
    assessmentQuestion: ({ organization, question }) => ({ organization, questionId: `public/${question}` }),
    assessmentRevision: ({ assessment: assessmentId }) => ({ assessmentId, revisionId: ASSESSMENT.revisionId }),
    assessmentTemplates: ({ organization }) => ({ organization }),
    assessmentVersion: ({ assessmentVersion: id }) => ({ id }),
    assessments: ({ organization }) => ({ organization, first: 1 }),
    attempt: ({ attempt: id }) => ({ id }),
    attemptItem: ({ item: id }) => ({ id }),
    audit: ({ organization: slug }) => ({ slug, first: 1 }),
    auditActors: ({ organization: slug }) => ({ slug }),
    blueprintFacts: ({ organization }) => ({ organization }),
    checkAssessmentDraft: ({ organization }) => ({ organization, draft: DRAFT }),
    candidateAttempt: ({ invitation: invitationId }) => ({ invitationId }),
    candidateInvitation: nothing,
    ...COHORT_EXAMPLES.Query,
    coverage: nothing,
    foundingRefusal: nothing,
    installation: nothing,
    mailbox: () => ({ first: 1 }),
    mailboxMessage: () => ({ id: randomUUID() }),
    memberInvitations: ({ organization: slug }) => ({ slug }),
    members: ({ organization: slug }) => ({ slug, first: 1 }),
    myCandidateData: nothing,
    openQuiz: nothing,
    openedInvitation: nothing,
    organization: ({ organization: slug }) => ({ slug }),
    privacy: ({ organization: slug }) => ({ slug }),
    progress: nothing,
    proposeAssessment: ({ organization }) => ({
      organization,
      wish: { role: 'analytics', level: 'MID', skills: [], minutes: 10 },
    }),
    question: ({ question: slug }) => ({ slug }),
    questionPreparation: ({ organization }) => ({ organization, versionId: randomUUID() }),
    questions: () => ({ first: 1 }),
    report: ({ candidateAttempt: attemptId }) => ({ attemptId }),
    retentionPreview: ({ organization: slug }) => ({ slug, months: { answers: 12 } }),
    revisions: ({ item: itemId }) => ({ itemId, first: 1 }),
    sessions: nothing,
    organizationSignIn: ({ organization: slug }) => ({ slug }),
    signInWays: () => ({ email: 'a@example.org' }),
    signInSecurity: nothing,
    similarity: ({ assessment: assessmentId }) => ({ assessmentId }),
    similarPair: ({ assessment: assessmentId }) => ({ assessmentId, pairId: randomUUID() }),
    similarPairs: ({ assessment: assessmentId }) => ({ assessmentId, first: 1 }),
    skillDomains: nothing,
    submission: ({ submission: id }) => ({ id }),
    submissions: ({ question: slug }) => ({ slug, first: 1 }),
    viewer: nothing,
    candidateInvitationCounts: ({ assessment: assessmentId }) => ({ assessmentId }),
    candidateInvitations: ({ assessment: assessmentId }) => ({ assessmentId, first: 1 }),
    candidates: ({ organization }) => ({ organization, text: 'a', first: 1 }),
    checkCandidates: ({ assessment: assessmentId }) => ({ assessmentId, people: [] }),
    publicLinks: ({ assessment: assessmentId }) => ({ assessmentId }),
  },
  Mutation: {
    ...REVIEW_EXAMPLES.Mutation,
    ...FOLLOWED_EXAMPLES.Mutation,
    acceptInvitation: () => ({ input: {} }),
    addOrganizationDomain: ({ organization: slug }) => ({ input: { slug, domain: 'not a domain' } }),
    addPasskey: () => ({
      input: { name: 'A key', id: 'x', clientDataJSON: 'x', attestationObject: 'x', transports: [] },
    }),
    callForHelp: ({ attempt: attemptId }) => ({ input: { attemptId } }),
    readMessages: ({ attempt: attemptId }) => ({ input: { attemptId, messageIds: [] } }),
    changeMemberRoles: ({ organization: slug, member: memberId }) => ({
      input: { slug, memberId, roles: ['ADMIN', 'AUTHOR'] },
    }),
    changeOrganization: ({ organization: slug }) => ({
      input: { slug, newSlug: slug, name: slug, timeZone: 'Europe/Berlin', dateLocale: 'en-GB' },
    }),
    foundOrganization: () => ({ input: { name: 'Founded', slug: `founded-${randomUUID()}` } }),
    inviteMembers: ({ organization: slug }) => ({
      input: { slug, emails: [`${randomUUID()}@example.org`], roles: ['AUTHOR'] },
    }),
    leaveOrganization: ({ organization: slug }) => ({ input: { slug } }),
    removeMember: ({ organization: slug, removableMember: memberId }) => ({ input: { slug, memberId } }),
    resendMemberInvitation: ({ organization: slug, memberInvitation: invitationId }) => ({
      input: { slug, invitationId },
    }),
    saveIdentityProvider: ({ organization: slug }) => ({
      input: { slug, issuer: '', clientId: '', clientSecret: '', defaultRole: 'AUTHOR' },
    }),
    removeIdentityProvider: ({ organization: slug }) => ({ input: { slug } }),
    saveSignInRules: ({ organization: slug }) => ({
      input: { slug, requiresSingleSignOn: false, requiresSecondFactor: false },
    }),
    checkOrganizationDomain: ({ organization: slug }) => ({ input: { slug, id: randomUUID() } }),
    removeOrganizationDomain: ({ organization: slug }) => ({ input: { slug, id: randomUUID() } }),
    startSingleSignOn: () => ({ input: { email: 'a@example.org' } }),
    finishSingleSignOn: () => ({ input: { parameters: '' } }),
    changeEmail: () => ({ input: { email: '', password: '' } }),
    changeName: () => ({ input: { displayName: '' } }),
    changePassword: () => ({ input: { currentPassword: '', password: '' } }),
    checkAnswer: ({ item: itemId }) => ({ input: { itemId, revision: 0 } }),
    comparePrograms: ({ assessment: assessmentId }) => ({ input: { assessmentId } }),
    confirmEmail: () => ({ input: { token: 'unknown' } }),
    confirmSignUp: () => ({ input: { token: 'unknown', password: '' } }),
    createApiToken: ({ organization: slug }) => ({ input: { slug, name: 'A script', scopes: ['READ'], days: 1 } }),
    completeSignIn: () => ({ input: { code: '123456' } }),
    confirmTotp: () => ({ input: { code: '123456' } }),
    archiveAssessment: ({ assessment: assessmentId }) => ({ input: { assessmentId, isArchived: false } }),
    createAssessment: ({ organization }) => ({ input: { organization, title: '' } }),
    ...COHORT_EXAMPLES.Mutation,
    declineInvitation: () => ({ input: {} }),
    deleteMyCandidateData: () => ({ input: { confirm: false } }),
    deleteMyData: () => ({ input: { password: 'not the password' } }),
    endSessions: () => ({ input: { id: randomUUID() } }),
    eraseCandidate: ({ organization, candidate: candidateId }) => ({
      input: { organization, candidateId, confirm: false },
    }),
    enterSection: ({ attempt: attemptId }) => ({ input: { attemptId, sectionId: 'section-1' } }),
    flagItem: ({ item: itemId }) => ({ input: { itemId, isFlagged: true } }),
    makeRecoveryCodes: () => ({ input: { password: '', code: '' } }),
    markMyself: ({ item: itemId }) => ({ input: { itemId, levels: [] } }),
    openInvitation: () => ({ input: { token: 'unknown' } }),
    openInvitationLink: () => ({ input: { token: 'unknown' } }),
    attemptHeartbeat: ({ attempt: attemptId }) => ({ input: { attemptId, clientId: randomUUID() } }),
    recordEvents: ({ attempt: attemptId }) => ({
      input: { attemptId, clientId: randomUUID(), sequence: 0, ageMs: 0, events: [] },
    }),
    presentItem: ({ item: itemId }) => ({ input: { itemId } }),
    proposeTotp: () => ({ input: { password: '' } }),
    removePasskey: () => ({ input: { id: randomUUID(), password: '' } }),
    publishAssessment: ({ assessment: assessmentId }) => ({ input: { assessmentId, revision: 0 } }),
    renameAssessment: ({ assessment: assessmentId }) => ({ input: { assessmentId, title: '' } }),
    reportQuestion: ({ question: slug }) => ({ input: { slug, reason: 'OTHER', text: 'A report.' } }),
    restoreAssessmentRevision: ({ assessment: assessmentId }) => ({
      input: { assessmentId, revisionId: ASSESSMENT.revisionId, basedOn: 1 },
    }),
    retryAssessmentPreparation: ({ assessmentVersion: versionId }) => ({ input: { versionId } }),
    proveEmail: () => ({ input: {} }),
    requestMoreTime: () => ({ input: { reason: '' } }),
    answerTimeRequest: ({ assessment: assessmentId, candidateInvitation: invitationId }) => ({
      input: { assessmentId, invitationId, allowance: null },
    }),
    requestSeat: () => ({ input: { token: 'unknown', name: 'A', email: 'a@example.org' } }),
    takeSeat: () => ({ input: { token: 'unknown', requestId: randomUUID(), code: '000000' } }),
    requestPasswordReset: () => ({ input: { email: '' } }),
    resetPassword: () => ({ input: { token: 'unknown', password: '' } }),
    revealExplanation: ({ item: itemId }) => ({ input: { itemId, revision: 0 } }),
    revealFollowUp: ({ item: itemId }) => ({ input: { itemId, after: 'prompt', revision: 0 } }),
    revokeApiToken: ({ organization: slug }) => ({ input: { slug, id: randomUUID() } }),
    runCode: (objects) => ({ input: code(objects) }),
    saveAssessmentDraft: ({ assessment: assessmentId }) => ({ input: { assessmentId, basedOn: 1, draft: DRAFT } }),
    savePrivacy: ({ organization: slug }) => ({ input: { slug, months: {}, hidesNames: false } }),
    saveResponse: ({ item: itemId }) => ({
      input: { itemId, revisionId: randomUUID(), basedOn: 0, answer: { choice: { picked: [] } } },
    }),
    sendDeviceCode: () => ({ input: { token: 'unknown' } }),
    signIn: () => ({ input: { email: `${randomUUID()}@example.org`, password: 'a password' } }),
    signInWithPasskey: () => ({
      input: { id: 'x', clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' },
    }),
    signOut: () => ({ input: {} }),
    signUp: () => ({ input: { email: '', password: '', displayName: '' } }),
    startPasskeySetup: () => ({ input: { password: '' } }),
    startPasskeySignIn: () => ({ input: {} }),
    checkIn: () => ({ input: {} }),
    startAssessment: () => ({ input: { consent: false } }),
    setPreviewTime: ({ assessment: assessmentId, quiz: attemptId }) => ({
      input: { assessmentId, attemptId, secondsLeft: 60 },
    }),
    startAssessmentPreview: ({ assessment: assessmentId }) => ({ input: { assessmentId } }),
    startPractice: ({ question: slug }) => ({ input: { slug } }),
    startQuiz: () => ({ input: { skills: [], count: 1 } }),
    submitAttempt: ({ quiz: attemptId }) => ({ input: { attemptId } }),
    submitCode: (objects) => ({ input: code(objects) }),
    turnOffTotp: () => ({ input: { password: '', code: '' } }),
    withdrawMemberInvitation: ({ organization: slug, withdrawableInvitation: invitationId }) => ({
      input: { slug, invitationId },
    }),
    inviteCandidates: ({ assessment: assessmentId }) => ({
      input: { assessmentId, people: [INVITEE], expiresAt: TOMORROW },
    }),
    resendCandidateInvitation: ({ assessment: assessmentId, candidateInvitation: invitationId }) => ({
      input: { assessmentId, invitationId },
    }),
    withdrawQuestion: ({ organization }) => ({ input: { organization, slug: 'one:text.none' } }),
    publishQuestion: ({ organization }) => ({ input: { organization, files: [], isTrial: true } }),
    remindCandidates: ({ assessment: assessmentId, candidateInvitation }) => ({
      input: { assessmentId, invitationIds: [candidateInvitation] },
    }),
    extendCandidateInvitations: ({ assessment: assessmentId, candidateInvitation }) => ({
      input: { assessmentId, invitationIds: [candidateInvitation], expiresAt: TOMORROW },
    }),
    withdrawCandidateInvitations: ({ assessment: assessmentId, candidateInvitation }) => ({
      input: { assessmentId, invitationIds: [candidateInvitation] },
    }),
    setTimeAllowance: ({ organization, candidate: candidateId }) => ({
      input: { organization, candidateId, allowance: { extraTime: 0.25, breakMinutes: 5 } },
    }),
    mergeCandidates: ({ organization, mergedCandidate: candidateId, candidate: intoCandidateId }) => ({
      input: { organization, candidateId, intoCandidateId },
    }),
    createPublicLink: ({ assessment: assessmentId }) => ({ input: { assessmentId, cap: 1 } }),
    withdrawPublicLink: ({ assessment: assessmentId, publicLink: publicLinkId }) => ({
      input: { assessmentId, publicLinkId },
    }),
  },
  Subscription: {
    assessmentVersionChanged: ({ assessmentVersion: id }) => ({ id }),
    attemptNews: ({ attempt: attemptId }) => ({ attemptId }),
    submissionChanged: ({ submission: id }) => ({ id }),
  },
};
