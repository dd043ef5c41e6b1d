import { checkDraft, type DraftIssue, PRACTICE_DATA_SCOPE } from '@holdout/assessment';
import { canonicalJson, FAMILY_KINDS } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import {
  type AccountId,
  type AssessmentId,
  AssessmentRepository,
  type AssessmentRow,
  type AssessmentVersionId,
  AssessmentVersionRepository,
  type AssessmentVersionRow,
  BankContentRepository,
  BlueprintRepository,
  type Clock,
  Database,
  type FrozenQuestionRow,
  newId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { leaveTraces } from '../../access/acts';
import { CLOCK } from '../../platform/app-options';
import { Preparation } from '../question-bank/preparation';
import { Blueprints } from './blueprints';
import type { DraftState } from './draft.service';
import { freeze, type Frozen } from './freeze';

export type PublishOutcome =
  | { readonly kind: 'published'; readonly assessment: AssessmentRow; readonly version: AssessmentVersionRow }
  | { readonly kind: 'notPublishable'; readonly issues: readonly DraftIssue[] }
  | { readonly kind: 'stale'; readonly current: DraftState }
  | { readonly kind: 'unchanged'; readonly version: AssessmentVersionRow };

/** Freezes drafts as versions, and has everything generated that their questions need. */
@Injectable()
export class Publishing {
  constructor(
    private readonly db: Database,
    private readonly blueprints: Blueprints,
    private readonly preparation: Preparation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Checks and freezes in one transaction, in which no bank is loaded: what is published is what was checked. */
  async publish(id: AssessmentId, revision: number, accountId: AccountId): Promise<PublishOutcome> {
    return this.db.transaction(async (tx) => {
      await tx.repo(BankContentRepository).lock();
      const repository = tx.repo(AssessmentRepository);
      const assessment = await repository.lock(id);
      const draft = await repository.getDraft(id);
      if (assessment.draftRevision !== revision) return { kind: 'stale', current: { assessment, draft } };
      const blueprint = await this.blueprints.readIn(tx, assessment.organizationId);
      const { issues, mayBePublished } = checkDraft(draft, blueprint.bank);
      if (!mayBePublished) return { kind: 'notPublishable', issues };
      const frozen = await freeze(tx, { ...assessment, draft }, blueprint);
      return this.insert(tx, assessment, { frozen, accountId });
    });
  }

  private async insert(
    tx: Database,
    assessment: AssessmentRow,
    { frozen, accountId }: { readonly frozen: Frozen; readonly accountId: AccountId },
  ): Promise<PublishOutcome> {
    const versions = tx.repo(AssessmentVersionRepository);
    const latest = await versions.findLatest(assessment.id);
    const contentHash = sha256(canonicalJson([frozen.content, frozen.questions.map((each) => each.contentHash)]));
    if (latest?.contentHash === contentHash) return { kind: 'unchanged', version: latest };
    const id = newId<AssessmentVersionId>(this.clock);
    const { organizationId, draftRevision } = assessment;
    await versions.insert({
      id,
      organizationId,
      assessmentId: assessment.id,
      number: (latest?.number ?? 0) + 1,
      content: frozen.content,
      contentHash,
      draftRevision,
      publishedAt: this.clock.now(),
      publishedBy: accountId,
      questionVersionIds: frozen.questions.map(({ versionId }) => versionId),
    });
    await this.prepare(tx, id, frozen.questions);
    const trace = { act: 'assessment.published', objectId: assessment.id, detail: { versionId: id } } as const;
    await leaveTraces(tx, this.clock, { organizationId, accountId }, [trace]);
    const [published, version] = [await tx.repo(AssessmentRepository).get(assessment.id), await versions.get(id)];
    return { kind: 'published', assessment: published, version };
  }

  /** Queues again what failed. */
  async retry(id: AssessmentVersionId): Promise<AssessmentVersionRow> {
    return this.db.transaction(async (tx) => {
      await tx.repo(BankContentRepository).lock();
      const needs = await tx.repo(AssessmentVersionRepository).listNeeds(id);
      const open = needs.filter(({ isDone }) => !isDone).map(({ questionVersionId }) => questionVersionId);
      await this.prepare(tx, id, await tx.repo(BlueprintRepository).listVersions(open));
      return tx.repo(AssessmentVersionRepository).get(id);
    });
  }

  /** Cases have the version as scope, so that nobody has seen them; variants are those of the question version. */
  private async prepare(tx: Database, id: AssessmentVersionId, questions: readonly FrozenQuestionRow[]): Promise<void> {
    const isFamily = ({ kind }: FrozenQuestionRow): boolean => (FAMILY_KINDS as readonly string[]).includes(kind);
    const programs = questions.filter((question) => !isFamily(question));
    await this.preparation.start(tx, programs, { scope: id, rank: 'account' });
    const families = questions.filter(isFamily);
    await this.preparation.start(tx, families, { scope: PRACTICE_DATA_SCOPE, rank: 'account' });
  }
}
