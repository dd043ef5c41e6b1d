import { BankIndex, checkDraft, type AssessmentDraft, type DraftCheck } from '@holdout/assessment';
import {
  BlueprintRepository,
  type BlueprintQuestionRow,
  type BlueprintSkillRow,
  Database,
  type OrganizationId,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../platform/app-options';

/** The facts of the banks that an organization may use. */
export type Blueprint = {
  readonly stamp: string;
  readonly questions: readonly BlueprintQuestionRow[];
  readonly skills: readonly BlueprintSkillRow[];
  readonly bank: BankIndex;
};

/** Organizations whose facts are kept: each takes a few megabytes for ten thousand questions. */
const MOST_KEPT = 20;

/**
 * Facts of the banks for checks while typing. They are read again when the stamp, which every load of a bank changes,
 * differs from that of the kept ones, so that processes never disagree for longer than a request.
 */
@Injectable()
export class Blueprints {
  private readonly kept = new Map<OrganizationId, Blueprint>();

  constructor(
    private readonly db: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(organizationId: OrganizationId): Promise<Blueprint> {
    const stamp = await this.db.repo(BlueprintRepository).stampOf(organizationId);
    const known = this.kept.get(organizationId);
    this.kept.delete(organizationId);
    const current = known?.stamp === stamp ? known : await this.read(organizationId, stamp);
    this.kept.set(organizationId, current);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return current;
  }

  async check(organizationId: OrganizationId, draft: AssessmentDraft): Promise<DraftCheck> {
    return checkDraft(draft, (await this.of(organizationId)).bank);
  }

  /** Read inside a transaction, so that what is published is what was checked. */
  async readIn(tx: Database, organizationId: OrganizationId, stamp = ''): Promise<Blueprint> {
    const repository = tx.repo(BlueprintRepository);
    const questions = await repository.listQuestions(organizationId);
    const skills = await repository.listSkills(organizationId);
    const practiceOnly = await repository.listPracticeOnly(organizationId);
    const domains = Object.fromEntries(skills.map(({ id, domainId }) => [id, domainId]));
    const { languages } = this.settings;
    return { stamp, questions, skills, bank: new BankIndex({ questions, domains, practiceOnly, languages }) };
  }

  private read(organizationId: OrganizationId, stamp: string): Promise<Blueprint> {
    return this.db.heavyRead((tx) => this.readIn(tx, organizationId, stamp));
  }
}
