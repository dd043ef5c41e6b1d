import { organizationOfAssessment, organizationOfVersion } from './organization-of-assessment';
import type { Ctx } from './context';
import { ofInvitation, ofQueue, ofQueueOfInput } from './organization-of';
import type { AccessTable } from './rules';

const organizationNamed = ({ slug }: { readonly slug: string }) => ({ slug });

const ofInput = ({ input }: { readonly input: { readonly slug: string } }) => ({ slug: input.slug });
/** Members who may see that assessments exist, build them, and publish them. */
const SEE = ['admin', 'manager', 'recruiter', 'author'] as const;
const BUILD = ['admin', 'manager', 'author'] as const;
const PUBLISH = ['admin', 'manager'] as const;
/** Members who may see the invitations of candidates, and send them. */
const FOLLOW = ['admin', 'manager', 'recruiter'] as const;
const AUTHOR = ['admin', 'author'] as const;
/** Authors use tokens to publish questions. */
const USE_TOKENS = ['admin', 'manager', 'author'] as const;
const INVITE = ['admin', 'manager'] as const;
const MARK = ['reviewer'] as const;

const inOrganization = ({ organization: slug }: { readonly organization: string }) => ({ slug });
const inOrganizationOfInput = ({ input }: { readonly input: { readonly organization: string } }) => ({
  slug: input.organization,
});
const assessmentNamed = ({ id }: { readonly id: string }, ctx: Ctx) => organizationOfAssessment(id, ctx);
const assessmentOf = ({ assessmentId }: { readonly assessmentId: string }, ctx: Ctx) =>
  organizationOfAssessment(assessmentId, ctx);
const assessmentOfInput = ({ input }: { readonly input: { readonly assessmentId: string } }, ctx: Ctx) =>
  organizationOfAssessment(input.assessmentId, ctx);
const versionNamed = ({ id }: { readonly id: string }, ctx: Ctx) => organizationOfVersion(id, ctx);
const versionOfInput = ({ input }: { readonly input: { readonly versionId: string } }, ctx: Ctx) =>
  organizationOfVersion(input.versionId, ctx);

/** Authorization of every root field, over HTTP and the websocket. Nothing else decides. */
export const ACCESS = {
  Query: {
    apiTokens: { needs: USE_TOKENS, of: organizationNamed, scope: null },
    assessment: { needs: SEE, of: assessmentNamed },
    assessmentBankSearch: { needs: BUILD, of: inOrganization },
    assessmentDraft: { needs: BUILD, of: assessmentOf },
    assessmentHistory: { needs: BUILD, of: assessmentOf },
    assessmentQuestion: { needs: BUILD, of: inOrganization },
    assessmentRevision: { needs: BUILD, of: assessmentOf },
    assessments: { needs: SEE, of: inOrganization },
    assessmentTemplates: { needs: BUILD, of: inOrganization },
    assessmentVersion: { needs: BUILD, of: versionNamed },
    attempt: 'holder',
    attemptItem: 'holder',
    audit: { needs: ['admin'], of: organizationNamed },
    auditActors: { needs: ['admin'], of: organizationNamed },
    blueprintFacts: { needs: BUILD, of: inOrganization },
    candidateInvitationCounts: { needs: FOLLOW, of: assessmentOf },
    candidateInvitations: { needs: FOLLOW, of: assessmentOf },
    checkAssessmentDraft: { needs: BUILD, of: inOrganization },
    candidateAttempt: { needs: ['admin', 'manager', 'recruiter'], of: ofInvitation },
    candidateInvitation: 'candidate',
    candidates: { needs: INVITE, of: inOrganization },
    checkCandidates: { needs: INVITE, of: assessmentOf },
    coverage: 'anyone',
    foundingRefusal: 'account',
    installation: 'anyone',
    itemCorrections: { needs: FOLLOW, of: assessmentOf },
    liveAssessments: { needs: INVITE, of: inOrganization },
    liveAttempt: { needs: INVITE, of: ofInvitation },
    liveAttempts: { needs: INVITE, of: assessmentOf },
    markingQueue: { needs: MARK, of: ofQueue },
    markingQueues: { needs: MARK, of: inOrganization },
    mailbox: 'anyone',
    mailboxMessage: 'anyone',
    memberInvitations: { needs: ['admin'], of: organizationNamed },
    members: { needs: ['admin'], of: organizationNamed },
    myCandidateData: 'candidate',
    openedInvitation: 'anyone',
    openQuiz: 'anyone',
    organization: { needs: 'member', of: organizationNamed },
    organizationSignIn: { needs: ['admin'], of: organizationNamed },
    progress: 'anyone',
    proposeAssessment: { needs: BUILD, of: inOrganization },
    publicLinks: { needs: INVITE, of: assessmentOf },
    question: 'anyone',
    questionPreparation: { needs: AUTHOR, of: inOrganization, scope: 'publish' },
    questions: 'anyone',
    revisions: 'holder',
    sessions: 'account',
    signInSecurity: 'account',
    signInWays: 'anyone',
    skillDomains: 'anyone',
    submission: 'holder',
    submissions: 'subject',
    viewer: 'anyone',
  },
  Mutation: {
    answerTimeRequest: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    acceptInvitation: 'account',
    addOrganizationDomain: { needs: ['admin'], of: ofInput },
    addPasskey: 'account',
    attemptHeartbeat: 'holder',
    addTime: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    archiveAssessment: { needs: PUBLISH, of: assessmentOfInput, scope: 'build' },
    callForHelp: 'candidate',
    changeMemberRoles: { needs: ['admin'], of: ofInput, scope: 'manage' },
    changeOrganization: { needs: ['admin'], of: ofInput, scope: 'manage' },
    changeEmail: 'account',
    changeName: 'account',
    changePassword: 'account',
    checkAnswer: 'holder',
    checkOrganizationDomain: { needs: ['admin'], of: ofInput },
    confirmEmail: 'account',
    confirmSignUp: 'anyone',
    completeSignIn: 'anyone',
    confirmTotp: 'account',
    createApiToken: { needs: USE_TOKENS, of: ofInput },
    declineInvitation: 'candidate',
    deleteMyCandidateData: 'candidate',
    closeHelpCalls: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    correctItem: { needs: INVITE, of: assessmentOfInput, scope: 'build' },
    createAssessment: { needs: BUILD, of: inOrganizationOfInput, scope: 'build' },
    createPublicLink: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    deleteMyData: 'subject',
    endSessions: 'account',
    enterSection: 'holder',
    extendCandidateInvitations: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    finishSingleSignOn: 'anyone',
    flagItem: 'holder',
    foundOrganization: 'account',
    inviteCandidates: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    inviteMembers: { needs: ['admin'], of: ofInput, scope: 'manage' },
    leaveOrganization: { needs: 'member', of: ofInput, scope: null },
    makeRecoveryCodes: 'account',
    markMyself: 'holder',
    mergeCandidates: { needs: INVITE, of: inOrganizationOfInput, scope: 'invite' },
    openInvitation: 'anyone',
    openInvitationLink: 'anyone',
    presentItem: 'holder',
    proposeTotp: 'account',
    publishAssessment: { needs: PUBLISH, of: assessmentOfInput, scope: 'build' },
    publishQuestion: { needs: AUTHOR, of: inOrganizationOfInput, scope: 'publish' },
    openMarking: { needs: MARK, of: ofQueueOfInput },
    readMessages: 'candidate',
    remindCandidates: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    recordEvents: 'holder',
    removeIdentityProvider: { needs: ['admin'], of: ofInput },
    removeMember: { needs: ['admin'], of: ofInput, scope: 'manage' },
    removeOrganizationDomain: { needs: ['admin'], of: ofInput },
    proveEmail: 'account',
    removePasskey: 'account',
    renameAssessment: { needs: BUILD, of: assessmentOfInput, scope: 'build' },
    reportQuestion: 'anyone',
    resendCandidateInvitation: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    resendMemberInvitation: { needs: ['admin'], of: ofInput, scope: 'manage' },
    restoreAssessmentRevision: { needs: BUILD, of: assessmentOfInput, scope: 'build' },
    retryAssessmentPreparation: { needs: PUBLISH, of: versionOfInput, scope: 'build' },
    requestMoreTime: 'candidate',
    requestSeat: 'anyone',
    requestPasswordReset: 'anyone',
    resetPassword: 'anyone',
    revealExplanation: 'holder',
    revealFollowUp: 'holder',
    revokeApiToken: { needs: USE_TOKENS, of: ofInput },
    runCode: 'holder',
    saveAssessmentDraft: { needs: BUILD, of: assessmentOfInput, scope: 'build' },
    saveIdentityProvider: { needs: ['admin'], of: ofInput },
    saveResponse: 'holder',
    saveSignInRules: { needs: ['admin'], of: ofInput },
    saveReview: { needs: MARK, of: ofQueueOfInput },
    sendAttemptMessage: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    sendDeviceCode: 'anyone',
    setTimeAllowance: { needs: INVITE, of: inOrganizationOfInput, scope: 'invite' },
    signIn: 'anyone',
    signInWithPasskey: 'anyone',
    signOut: 'anyone',
    signUp: 'anyone',
    startPasskeySetup: 'account',
    startPasskeySignIn: 'anyone',
    checkIn: 'candidate',
    startAssessment: 'candidate',
    takeSeat: 'anyone',
    startAssessmentPreview: { needs: BUILD, of: assessmentOfInput, scope: 'build' },
    startPractice: 'anyone',
    startQuiz: 'anyone',
    startSingleSignOn: 'anyone',
    submitAttempt: 'holder',
    submitCode: 'holder',
    turnOffTotp: 'account',
    withdrawCandidateInvitations: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
    withdrawMemberInvitation: { needs: ['admin'], of: ofInput, scope: 'manage' },
    withdrawPublicLink: { needs: INVITE, of: assessmentOfInput, scope: 'invite' },
  },
  Subscription: {
    assessmentVersionChanged: { needs: BUILD, of: versionNamed },
    attemptNews: 'holder',
    submissionChanged: 'holder',
  },
} as const satisfies AccessTable;
