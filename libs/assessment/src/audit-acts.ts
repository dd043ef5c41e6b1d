/**
 * Every act that the audit keeps, as a noun and what was done to it. The audit page has words for each: `Record<AuditAct, …>`
 * does not compile without.
 */
export type AuditAct =
  | 'organization.founded'
  | 'organization.changed'
  | 'invitation.made'
  | 'invitation.resent'
  | 'invitation.withdrawn'
  | 'invitation.accepted'
  | 'member.joined'
  | 'member.joined-by-domain'
  | 'member.rolesChanged'
  | 'member.removed'
  | 'member.left'
  | 'identity.linked'
  | 'domain.added'
  | 'domain.proven'
  | 'domain.lost'
  | 'domain.removed'
  | 'single-sign-on.changed'
  | 'single-sign-on.removed'
  | 'sign-in-rules.changed'
  | 'token.created'
  | 'token.revoked'
  | 'assessment.created'
  | 'assessment.renamed'
  | 'assessment.archived'
  | 'assessment.unarchived'
  | 'assessment.published'
  | 'candidates.invited'
  | 'candidate_invitation.resent'
  | 'candidate_invitation.reminded'
  | 'candidate_invitation.extended'
  | 'candidate_invitation.withdrawn'
  | 'candidate_invitation.time_asked'
  | 'candidate_invitation.time_granted'
  | 'candidate_invitation.time_refused'
  | 'candidate_invitations.exported'
  | 'cohort.exported'
  | 'decision.advance'
  | 'decision.hold'
  | 'decision.decline'
  | 'decision.undone'
  | 'candidate.allowance_set'
  | 'candidate.merged'
  | 'candidate.deleted'
  | 'candidate.erased'
  | 'candidate.expired'
  | 'candidate.exported'
  | 'privacy.changed'
  | 'retention.applied'
  | 'public_link.created'
  | 'public_link.seat_taken'
  | 'public_link.withdrawn'
  | 'report.released'
  | 'attempt.started'
  | 'attempt.late_answer_admitted'
  | 'attempt.help_called'
  | 'attempt.help_answered'
  | 'attempt.message_sent'
  | 'attempt.time_added'
  | 'item.corrected'
  | 'similarity.started'
  | 'review.planned'
  | 'review.assigned'
  | 'review.regraded'
  | 'review.calibration_chosen'
  | 'review.resolution_proposed'
  | 'review.disagreement_resolved'
  | 'question.published'
  | 'question.withdrawn';

/** What an entry says beside its object. */
export type AuditDetailName =
  | 'answers'
  | 'assessmentId'
  | 'before'
  | 'cap'
  | 'count'
  | 'domain'
  | 'fields'
  | 'into'
  | 'invitationId'
  | 'issuer'
  | 'kind'
  | 'minutes'
  | 'questionVersionId'
  | 'people'
  | 'recordings'
  | 'requiresSecondFactor'
  | 'requiresSingleSignOn'
  | 'roles'
  | 'scopes'
  | 'slug'
  | 'until'
  | 'versionId';

/** Acts of a candidate, who has no account. */
const BY_CANDIDATES: ReadonlySet<string> = new Set<AuditAct>([
  'attempt.help_called',
  'attempt.started',
  'candidate.erased',
  'candidate_invitation.time_asked',
  'public_link.seat_taken',
]);
/** Acts of scheduled work, such as the check of proven domains and retention, when no person does them. */
const BY_CHECK: ReadonlySet<string> = new Set<AuditAct>([
  'domain.proven',
  'domain.lost',
  'similarity.started',
  'candidate.expired',
  'retention.applied',
]);

/** Who made an entry that names no account: a candidate, a scheduled check, or the operator at the command line. */
export function actorWithoutAccount(act: string): 'candidate' | 'check' | 'operator' {
  if (BY_CANDIDATES.has(act)) return 'candidate';
  return BY_CHECK.has(act) ? 'check' : 'operator';
}
