import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Bytes, Flag, Moment, nullable, Text, Uuid, UuidKey } from '../schema/columns';
import type { AccountId, CandidateId, GuestId, InvitationId, OrganizationId, SessionId } from '../ids';
import { AccountEntity, GuestEntity } from './account.entity';
import { InvitationEntity } from './invitation.entity';
import { CandidateEntity, OrganizationEntity } from './organization.entity';

@Entity('session')
@Unique('session_token_hash_key', ['tokenHash'])
@Check(
  'session_one_subject',
  `num_nonnulls(account_id, guest_id, candidate_id) = 1
   and num_nonnulls(organization_id, candidate_id, invitation_id) in (0, 3)`,
)
@Index('session_account_id_idx', ['accountId'])
@Index('session_candidate_idx', ['candidateId'], { where: '(candidate_id IS NOT NULL)' })
@Index('session_invitation_idx', ['invitationId'], { where: '(invitation_id IS NOT NULL)' })
@ForeignKey(() => CandidateEntity, ['organizationId', 'candidateId'], ['organizationId', 'id'], {
  name: 'session_candidate_fkey',
})
@ForeignKey(() => InvitationEntity, ['organizationId', 'invitationId'], ['organizationId', 'id'], {
  name: 'session_invitation_fkey',
})
export class SessionEntity {
  @UuidKey() id!: SessionId;
  @Bytes() tokenHash!: Buffer;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  accountId!: AccountId | null;
  @ForeignKey(() => GuestEntity)
  @Uuid(nullable)
  guestId!: GuestId | null;
  @Uuid(nullable) organizationId!: OrganizationId | null;
  @Uuid(nullable) candidateId!: CandidateId | null;
  /** The invitation by which a candidate came in; the session is good for its attempt alone. */
  @Uuid(nullable) invitationId!: InvitationId | null;
  @Moment() createdAt!: Date;
  @Moment() expiresAt!: Date;
  @Moment(nullable) endedAt!: Date | null;
  @Text(nullable) browser!: string | null;
  @Text(nullable) system!: string | null;
  /** To the minute. */
  @Moment(nullable) lastSeenAt!: Date | null;
  /** Whether a second factor or a passkey was used in it. */
  @Flag({ default: false }) isStrong!: boolean;
  /** The organization whose identity provider signed the person in. */
  @ForeignKey(() => OrganizationEntity)
  @Uuid(nullable)
  providerOrganizationId!: OrganizationId | null;
}
