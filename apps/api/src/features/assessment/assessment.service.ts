import { type AssessmentDraft, EMPTY_DRAFT, proposeDraft, templateOf, type Wish } from '@holdout/assessment';
import {
  type AccountId,
  type AssessmentFilterRow,
  type AssessmentId,
  type AssessmentPage,
  AssessmentRepository,
  type AssessmentRow,
  type Clock,
  Database,
  newId,
  type OrganizationId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { leaveTraces } from '../../access/acts';
import { CLOCK } from '../../platform/app-options';
import { Blueprints } from './blueprints';

/** What a new assessment starts from. */
export type Origin =
  | { readonly kind: 'empty' }
  | { readonly kind: 'template'; readonly templateId: string }
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'copy'; readonly of: AssessmentId };

export type AssessmentToCreate = {
  readonly organizationId: OrganizationId;
  readonly title: string;
  readonly origin: Origin;
};

const NEWS_MS = 7 * 24 * 60 * 60_000;

/** Assessments as objects: lists, creation, names and the archive. `DraftService` saves their drafts. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly db: Database,
    private readonly blueprints: Blueprints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(organizationId: OrganizationId, wanted: Omit<AssessmentFilterRow, 'newSince'>, page: AssessmentPage) {
    const filter = { ...wanted, newSince: new Date(this.clock.now().getTime() - NEWS_MS) };
    return this.db.heavyRead(async (tx) => {
      const repository = tx.repo(AssessmentRepository);
      const rows = await repository.list(organizationId, filter, { ...page, first: page.first + 1 });
      const totalCount = await repository.count(organizationId, filter);
      return { rows: rows.slice(0, page.first), hasNextPage: rows.length > page.first, totalCount };
    });
  }

  get(id: AssessmentId): Promise<AssessmentRow> {
    return this.db.repo(AssessmentRepository).get(id);
  }

  /** Whether members are told of what happened at this time. */
  isNew(at: Date): boolean {
    return this.clock.now().getTime() - at.getTime() < NEWS_MS;
  }

  /** Null if there is no such template, or the assessment to copy belongs to another organization. */
  async create({ organizationId, title, origin }: AssessmentToCreate, accountId: AccountId) {
    const draft = await this.draftFrom(origin, organizationId);
    if (draft === null) return null;
    const [at, id] = [this.clock.now(), newId<AssessmentId>(this.clock)];
    return this.db.transaction(async (tx) => {
      const by = { revisionId: newId<never>(this.clock), accountId, at };
      await tx.repo(AssessmentRepository).insert({ id, organizationId, title, draft }, by);
      await leaveTraces(tx, this.clock, { organizationId, accountId }, [{ act: 'assessment.created', objectId: id }]);
      return tx.repo(AssessmentRepository).get(id);
    });
  }

  async rename(id: AssessmentId, title: string, accountId: AccountId): Promise<AssessmentRow> {
    return this.db.transaction(async (tx) => {
      const { organizationId } = await tx.repo(AssessmentRepository).lock(id);
      await tx.repo(AssessmentRepository).rename(id, title, { accountId, at: this.clock.now() });
      await leaveTraces(tx, this.clock, { organizationId, accountId }, [{ act: 'assessment.renamed', objectId: id }]);
      return tx.repo(AssessmentRepository).get(id);
    });
  }

  async setArchived(id: AssessmentId, isArchived: boolean, accountId: AccountId): Promise<AssessmentRow> {
    return this.db.transaction(async (tx) => {
      const repository = tx.repo(AssessmentRepository);
      const { organizationId } = await repository.lock(id);
      const act = isArchived ? 'assessment.archived' : 'assessment.unarchived';
      if (await repository.setArchived(id, isArchived ? this.clock.now() : null))
        await leaveTraces(tx, this.clock, { organizationId, accountId }, [{ act, objectId: id }]);
      return repository.get(id);
    });
  }

  private async draftFrom(origin: Origin, organizationId: OrganizationId): Promise<AssessmentDraft | null> {
    switch (origin.kind) {
      case 'empty':
        return EMPTY_DRAFT;
      case 'template':
        return templateOf(origin.templateId)?.draft ?? null;
      case 'wish':
        return proposeDraft(origin.wish, (await this.blueprints.of(organizationId)).bank);
      case 'copy': {
        const repository = this.db.repo(AssessmentRepository);
        const [owner] = await repository.listOrganizations([origin.of]);
        return owner?.organizationId === organizationId ? repository.getDraft(origin.of) : null;
      }
    }
  }
}
