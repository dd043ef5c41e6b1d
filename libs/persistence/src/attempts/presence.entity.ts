import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AttemptId, AttemptItemId, SessionId } from '../ids';
import { Moment, nullable, Uuid, UuidKey } from '../schema/columns';
import { AttemptEntity, AttemptItemEntity } from './attempt.entity';

/** A page on which an attempt is open. */
@Entity('attempt_presence')
export class AttemptPresenceEntity {
  @ForeignKey(() => AttemptEntity)
  @PrimaryColumn({ type: 'uuid' })
  attemptId!: AttemptId;
  /** Made by the page, once for each tab. */
  @UuidKey() clientId!: string;
  /** Of the last heartbeat; names the browser. The session may have been deleted. */
  @Uuid(nullable) sessionId!: SessionId | null;
  /** The item that the page shows; null on the page before submitting. */
  @ForeignKey(() => AttemptItemEntity)
  @Uuid(nullable)
  itemId!: AttemptItemId | null;
  @Moment() seenAt!: Date;
  /** When the page became the one to write on. Of several, the latest is it. */
  @Moment(nullable) liveSince!: Date | null;
}
