import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { findRow, id, listRows, row } from '../rows';
import { ATTEMPT, AttemptRow, SCORES_SHOWN } from './attempt-rows';
import { HELD, holderParameters, type Practiser } from './holder';

export type SkillTotalRow = z.infer<typeof SkillTotalRow>;
const SkillTotalRow = row({
  skillId: z.string(),
  name: z.string(),
  domainName: z.string(),
  /** Number of items with a score other than a self-mark. Each item counts once, with its best score. */
  n: z.int(),
  /** Sum over items of the fraction of points earned. */
  earned: z.number(),
});
const Latest = row({ versionId: id() });

/** Practice results of one person. */
export class ProgressRepository {
  constructor(private readonly manager: EntityManager) {}

  listSkillTotals(practiser: Practiser): Promise<SkillTotalRow[]> {
    return listRows(
      this.manager,
      SkillTotalRow,
      `with best as (
         select i.id, i.question_version_id, max(s.earned / s.possible) as share
         from attempt a join attempt_item i on i.attempt_id = a.id join score s on s.attempt_item_id = i.id
         where ${HELD(1)} and ${SCORES_SHOWN} and s.state <> 'notReached' and s.pending = 0 and s.marked_by <> 'self' group by i.id)
       select k.id as "skillId", k.name, k.domain_name as "domainName", count(*)::int as n, sum(best.share) as earned
       from best
       join question_version_skill vs on vs.question_version_id = best.question_version_id
       join skill k on k.id = vs.skill_id
       group by k.id order by n desc, k.position`,
      [...holderParameters([practiser])],
    );
  }

  listEndedQuizzes(practiser: Practiser, count: number): Promise<AttemptRow[]> {
    return listRows(
      this.manager,
      AttemptRow,
      `select ${ATTEMPT} from attempt a where ${HELD(1)} and a.form = 'quiz' and a.ended_at is not null
       order by a.ended_at desc limit $5`,
      [...holderParameters([practiser]), count],
    );
  }

  /** The version of the latest open practice item that has an answer. */
  async findLatestOpen(practiser: Practiser): Promise<string | null> {
    const latest = await findRow(
      this.manager,
      Latest,
      `select i.question_version_id as "versionId"
       from attempt a join attempt_item i on i.attempt_id = a.id join response r on r.attempt_item_id = i.id
       where ${HELD(1)} and a.form = 'single' and i.fixed_at is null
       order by r.saved_at desc limit 1`,
      [...holderParameters([practiser])],
    );
    return latest?.versionId ?? null;
  }
}
