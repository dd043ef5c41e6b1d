import type { Outage } from '@holdout/timing';
import { Check, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OutageId } from '../ids';
import { Moment, nullable, Text, UuidKey, Whole } from '../schema/columns';

/** What the apis said last: one row, which each of them writes every few seconds. */
@Entity('service_heartbeat')
@Check('service_heartbeat_only_row_check', 'only_row')
export class ServiceHeartbeatEntity {
  @PrimaryColumn({ type: 'boolean', default: true }) onlyRow!: boolean;
  @Moment(nullable) beatAt!: Date | null;
  @Moment(nullable) gradersAbsentSince!: Date | null;
  @Moment(nullable) gradersCreditedUntil!: Date | null;
}

/** A time in which people could not work because of us, and how many attempts got it back. */
@Entity('outage')
@Check('outage_kind_check', "kind in ('api', 'graders')")
@Check('outage_times', 'until > since')
@Index('outage_since_idx', ['since'])
export class OutageEntity {
  @UuidKey() id!: OutageId;
  @Text() kind!: Outage['kind'];
  @Moment() since!: Date;
  @Moment() until!: Date;
  @Whole() attempts!: number;
}
