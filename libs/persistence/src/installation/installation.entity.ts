import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from '../people/account.entity';
import { Json, Moment, nullable, Text, TextKey, Uuid, UuidKey, Whole } from '../schema/columns';
import type { AccountId, AuditId, ExternalRefId, OrganizationId, OutboxId, TicketId } from '../ids';
import { OrganizationEntity } from '../people/organization.entity';

@Entity('installation')
@Check('installation_id_check', 'id')
export class InstallationEntity {
  @PrimaryColumn({ type: 'boolean', default: true }) id!: true;
  @Text() secretFingerprint!: string;
  @Moment() createdAt!: Date;
}

@Entity('audit')
@Index('audit_organization_idx', ['organizationId', 'id'])
@Index('audit_act_idx', ['organizationId', 'act', 'id'])
@Index('audit_actor_idx', ['organizationId', 'actorAccountId', 'id'])
export class AuditEntity {
  @UuidKey() id!: AuditId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid(nullable)
  organizationId!: OrganizationId | null;
  @ForeignKey(() => AccountEntity)
  @Uuid(nullable)
  actorAccountId!: AccountId | null;
  @Text() act!: string;
  @Uuid(nullable) objectId!: string | null;
  @Json({ default: {} }) detail!: Readonly<Record<string, unknown>>;
  @Moment() at!: Date;
}

@Entity('outbox')
@Index('outbox_unsent_idx', ['createdAt'], { where: '(sent_at IS NULL)' })
export class OutboxEntity {
  @UuidKey() id!: OutboxId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid(nullable)
  organizationId!: OrganizationId | null;
  @Text() event!: string;
  @Json() payload!: Readonly<Record<string, unknown>>;
  @Moment() createdAt!: Date;
  @Moment(nullable) sentAt!: Date | null;
}

@Entity('external_ref')
@Unique('external_ref_key', ['organizationId', 'system', 'objectKind', 'externalId'])
export class ExternalRefEntity {
  @UuidKey() id!: ExternalRefId;
  @ForeignKey(() => OrganizationEntity)
  @Uuid()
  organizationId!: OrganizationId;
  @Text() system!: string;
  @Text() externalId!: string;
  @Text() objectKind!: string;
  @Uuid() objectId!: string;
}

@Entity('rate_window')
export class RateWindowEntity {
  @TextKey() key!: string;
  @PrimaryColumn({ type: 'timestamptz' }) windowStart!: Date;
  @Whole() count!: number;
}

/** What may be used once and travels in a cookie: the id of one that was used, until the cookie expires. */
@Entity('used_ticket')
export class UsedTicketEntity {
  @UuidKey() id!: TicketId;
  @Moment() expiresAt!: Date;
}
