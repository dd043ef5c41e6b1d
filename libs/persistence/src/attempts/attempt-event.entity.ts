import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AttemptId } from '../ids';
import { Json, Moment, UuidKey, Whole } from '../schema/columns';
import { AttemptEntity } from './attempt.entity';

/** A batch of what a page recorded. */
@Entity('attempt_event')
@Check('attempt_event_sequence_check', 'sequence >= 0')
export class AttemptEventEntity {
  @ForeignKey(() => AttemptEntity)
  @PrimaryColumn({ type: 'uuid' })
  attemptId!: AttemptId;
  /** The page, as in `attempt_presence`. */
  @UuidKey() clientId!: string;
  @PrimaryColumn({ type: 'integer' }) sequence!: number;
  /** When the first event happened: the time of receipt less the age that the page measured. */
  @Moment() beganAt!: Date;
  @Moment() receivedAt!: Date;
  @Whole() bytes!: number;
  @Json() events!: unknown;
}
