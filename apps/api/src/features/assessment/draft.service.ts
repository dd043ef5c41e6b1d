import type { AssessmentDraft } from '@holdout/assessment';
import { canonicalJson } from '@holdout/bank';
import {
  type AccountId,
  type AssessmentDraftRevisionId,
  type AssessmentId,
  AssessmentRepository,
  type AssessmentRow,
  type Clock,
  Database,
  type DraftRevisionRow,
  newId,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';

/** A draft as it is stored now. */
export type DraftState = { readonly assessment: AssessmentRow; readonly draft: AssessmentDraft };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly state: DraftState }
  | { readonly kind: 'stale'; readonly current: DraftState; readonly base: AssessmentDraft | null };

type Save = { readonly draft: AssessmentDraft; readonly basedOn: number };

/** Saves drafts whole. A save that does not build on the current revision is kept in the history and refused (ADR 21). */
@Injectable()
export class DraftService {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get(id: AssessmentId): Promise<DraftState> {
    return this.db.transaction((tx) => stateOf(tx, id));
  }

  async save(id: AssessmentId, { draft, basedOn }: Save, accountId: AccountId): Promise<SaveOutcome> {
    return this.db.transaction(async (tx) => {
      const repository = tx.repo(AssessmentRepository);
      const assessment = await repository.lock(id);
      const current = { assessment, draft: await repository.getDraft(id) };
      // A repeated request, or one that says what another editor saved, needs no revision of its own.
      if (canonicalJson(current.draft) === canonicalJson(draft)) return { kind: 'saved', state: current };
      const by = { revisionId: newId<AssessmentDraftRevisionId>(this.clock), accountId, at: this.clock.now() };
      if (basedOn !== assessment.draftRevision) {
        const base = (await repository.findRevisionNumbered(id, basedOn))?.draft ?? null;
        await repository.keepRefused(assessment, { draft, basedOn }, by);
        return { kind: 'stale', current, base };
      }
      await repository.saveDraft(assessment, draft, by);
      return { kind: 'saved', state: await stateOf(tx, id) };
    });
  }

  /** Saves an earlier revision, refused ones too, as the next one; null if there is no such revision. */
  async restore(
    id: AssessmentId,
    revisionId: string,
    { basedOn, accountId }: { basedOn: number; accountId: AccountId },
  ) {
    const found = await this.findRevision(id, revisionId);
    return found === null ? null : this.save(id, { draft: found.draft, basedOn }, accountId);
  }

  findRevision(id: AssessmentId, revisionId: string): Promise<DraftRevisionRow | null> {
    return this.db.repo(AssessmentRepository).findRevision(id, revisionId);
  }

  async history(id: AssessmentId, { first, after }: { readonly first: number; readonly after: string | null }) {
    const rows = await this.db.repo(AssessmentRepository).listRevisions(id, { first: first + 1, after });
    return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
  }
}

async function stateOf(tx: Database, id: AssessmentId): Promise<DraftState> {
  const assessment = await tx.repo(AssessmentRepository).get(id);
  return { assessment, draft: await tx.repo(AssessmentRepository).getDraft(id) };
}
