import type { Heartbeat, Outage } from '@holdout/timing';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { OutageId } from '../ids';
import { countChanged, getRow, id, listRows, row } from '../rows';
import { OutageEntity } from './outage.entity';

const HeartbeatRow = row({
  beatAt: z.date().nullable(),
  gradersAbsentSince: z.date().nullable(),
  gradersCreditedUntil: z.date().nullable(),
});

const OpenAttempt = row({ id: id(), startedAt: z.date() });

/** The kinds whose answers graders run. */
const PROGRAMS = `('code', 'model')`;

/** The heartbeat of the apis, and the outages of the service. */
export class OutageRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Locks the heartbeat: of apis that beat at once, one sees a gap. */
  lockHeartbeat(): Promise<Heartbeat> {
    const sql = `select beat_at as "beatAt", graders_absent_since as "gradersAbsentSince",
      graders_credited_until as "gradersCreditedUntil" from service_heartbeat for update`;
    return getRow(this.manager, HeartbeatRow, sql);
  }

  async setHeartbeat({ beatAt, gradersAbsentSince, gradersCreditedUntil }: Heartbeat): Promise<void> {
    const sql = `update service_heartbeat
      set beat_at = $1, graders_absent_since = $2, graders_credited_until = $3`;
    await countChanged(this.manager, sql, [beatAt, gradersAbsentSince, gradersCreditedUntil]);
  }

  /** Attempts with a deadline that were open at some time of the outage; without graders, those that have code or models. */
  listAttempts({ kind, since, until }: Outage): Promise<z.infer<typeof OpenAttempt>[]> {
    const sql = `select a.id, a.started_at as "startedAt" from attempt a
      where a.ended_at is null and a.erased_at is null and a.closes_at > $1 and a.started_at < $2
        and ($3 or exists (select from attempt_item i join question_version v on v.id = i.question_version_id
          where i.attempt_id = a.id and i.fixed_at is null and v.kind in ${PROGRAMS}))
      order by a.id`;
    return listRows(this.manager, OpenAttempt, sql, [since, until, kind === 'api']);
  }

  async insert(outage: Outage & { readonly id: OutageId; readonly attempts: number }): Promise<void> {
    await this.manager.insert(OutageEntity, outage);
  }
}
