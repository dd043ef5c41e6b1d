import { Injectable } from '@nestjs/common';
import { proportionBand } from '@holdout/measurement';
import {
  type AttemptRow,
  Database,
  type Practiser,
  ProgressRepository,
  QuestionBankRepository,
  type QuestionRow,
  type SkillTotalRow,
} from '@holdout/persistence';
import type { Band, SkillProgress } from '../../generated/resolvers';
import { AttemptEnd } from '../attempt/attempt-end';

/** Below this number of items no band is shown. */
const LEAST_ITEMS = 5;
const SHOWN_QUIZZES = 20;

/** Practice results per skill, with their uncertainty. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly db: Database,
    private readonly attemptEnd: AttemptEnd,
  ) {}

  async listSkills(practiser: Practiser): Promise<SkillProgress[]> {
    await this.attemptEnd.endOverdue(practiser);
    const totals = await this.db.heavyRead((tx) => tx.repo(ProgressRepository).listSkillTotals(practiser));
    return totals.map(skillProgress);
  }

  listQuizzes(practiser: Practiser): Promise<AttemptRow[]> {
    return this.db.repo(ProgressRepository).listEndedQuizzes(practiser, SHOWN_QUIZZES);
  }

  async findLatest(practiser: Practiser): Promise<QuestionRow | null> {
    const versionId = await this.db.repo(ProgressRepository).findLatestOpen(practiser);
    if (versionId === null) return null;
    const [question] = await this.db.repo(QuestionBankRepository).listByVersions([versionId]);
    return question ?? null;
  }
}

function skillProgress({ skillId, name, domainName, n, earned }: SkillTotalRow): SkillProgress {
  return { skill: { id: skillId, name, domain: domainName }, n, earned, possible: n, band: bandOf(earned, n) };
}

function bandOf(earned: number, n: number): Band | null {
  const band = n < LEAST_ITEMS ? null : proportionBand(earned, n, n);
  if (band === null) return null;
  const { value, low, high, innerLow, innerHigh } = band;
  return {
    estimate: 100 * value,
    low: 100 * low,
    high: 100 * high,
    innerLow: 100 * innerLow,
    innerHigh: 100 * innerHigh,
  };
}
