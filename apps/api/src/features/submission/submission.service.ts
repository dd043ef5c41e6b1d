import type { Language } from '@holdout/bank';
import { Inject, Injectable } from '@nestjs/common';
import { checkSource, MAX_SOURCE_BYTES } from '@holdout/bank';
import { JobQueue } from '@holdout/job-queue';
import {
  AttemptRepository,
  type Clock,
  Database,
  type ItemInAttempt,
  newId,
  type PracticeOwner,
  QuestionBankRepository,
  SubmissionRepository,
  type SubmissionRow,
  type SubmissionToInsert,
} from '@holdout/persistence';
import type { GradingUnavailableReason, SourceRefusedReason } from '../../generated/resolvers';
import { closedSince } from '../attempt/item.service';
import { shownItem } from '../attempt/item-parts';
import { PRACTICE_SCOPE } from '../question-bank/preparation';
import { GradingStatus } from './grading-status';
import { nextAllowedAt } from './ration';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';

export type CodeToSend = {
  readonly clientId: string;
  readonly itemId: string;
  readonly language: Language;
  readonly source: string;
  readonly ownInput: string | null;
};

export type SendOutcome =
  | { readonly kind: 'sent'; readonly submission: SubmissionRow }
  | { readonly kind: 'closed'; readonly closedAt: Date }
  | { readonly kind: 'sourceRefused'; readonly reason: SourceRefusedReason; readonly limitBytes: number }
  | { readonly kind: 'tooMany'; readonly nextAt: Date }
  | { readonly kind: 'unavailable'; readonly reason: GradingUnavailableReason };

export type SubmissionPage = {
  readonly edges: readonly { readonly cursor: string; readonly node: SubmissionRow }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

const REFUSALS = {
  empty: 'EMPTY',
  tooLarge: 'TOO_LARGE',
  nulByte: 'NUL_BYTE',
  loneSurrogate: 'LONE_SURROGATE',
} as const satisfies Record<string, SourceRefusedReason>;

/** Takes code for running and grading. Sending twice with one client id is sending once. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly db: Database,
    private readonly grading: GradingStatus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null when the item is not the owner's, or is not one for code. */
  async send(purpose: 'run' | 'submit', code: CodeToSend, owner: PracticeOwner): Promise<SendOutcome | null> {
    const found = await this.db.repo(AttemptRepository).findItem(code.itemId, owner);
    if (found === null || !['code', 'model'].includes(found.item.kind)) return null;
    const earlier = await this.db.repo(SubmissionRepository).findByClientId(code.itemId, code.clientId, owner);
    if (earlier !== null) return { kind: 'sent', submission: earlier };
    const refusal = await this.refusalOf(purpose, code, found, owner);
    return refusal ?? { kind: 'sent', submission: await this.queue(purpose, code, found, owner) };
  }

  /** Submissions of one public question, newest first; the cursor is the id of the last one. */
  async list(
    slug: string,
    owner: PracticeOwner,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<SubmissionPage> {
    const question = await this.db.repo(QuestionBankRepository).findBySlug(slug);
    if (question === null) throw notFound();
    const rows = await this.db.repo(SubmissionRepository).list(question.id, owner, { ...page, first: page.first + 1 });
    const edges = rows.slice(0, page.first).map((node) => ({ cursor: node.id, node }));
    const hasNextPage = rows.length > page.first;
    return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  private async refusalOf(
    purpose: 'run' | 'submit',
    code: CodeToSend,
    found: ItemInAttempt,
    owner: PracticeOwner,
  ): Promise<SendOutcome | null> {
    const now = this.clock.now();
    const closedAt = closedSince(found, now);
    if (closedAt !== null) return { kind: 'closed', closedAt };
    const reason = sourceRefusal(code, found.item);
    if (reason !== null) return { kind: 'sourceRefused', reason, limitBytes: MAX_SOURCE_BYTES };
    const unavailable = await this.grading.refusal(found.item.versionId, code.language);
    if (unavailable !== null) return { kind: 'unavailable', reason: unavailable };
    const nextAt = await nextAllowedAt(this.db.repo(SubmissionRepository), owner, purpose, now);
    return nextAt === null ? null : { kind: 'tooMany', nextAt };
  }

  /** Submission and job are written together or not at all. */
  private async queue(
    purpose: 'run' | 'submit',
    code: CodeToSend,
    { item }: ItemInAttempt,
    owner: PracticeOwner,
  ): Promise<SubmissionRow> {
    const submission: SubmissionToInsert = {
      ...code,
      id: newId(this.clock),
      purpose,
      jobId: newId(this.clock),
      sentAt: this.clock.now(),
    };
    return this.db.transaction(async (tx) => {
      const isNew = await tx.repo(SubmissionRepository).insertOnce(submission);
      if (isNew) {
        const job = {
          submissionId: submission.id,
          bundleHash: item.contentHash,
          scope: PRACTICE_SCOPE,
          ...languageAndSource(code),
        };
        await tx
          .repo(JobQueue)
          .add(purpose === 'submit' ? { kind: 'grade', ...job } : { kind: 'run', ...job, ownInput: code.ownInput }, {
            id: submission.jobId,
            person: owner.accountId ?? owner.guestId,
            rank: owner.accountId === null ? 'guest' : 'account',
          });
      }
      const stored = await tx.repo(SubmissionRepository).findByClientId(code.itemId, code.clientId, owner);
      if (stored === null) throw new Error(`Submission ${submission.id} is gone.`);
      return stored;
    });
  }
}

const languageAndSource = ({ language, source }: CodeToSend): Pick<CodeToSend, 'language' | 'source'> => ({
  language,
  source,
});

function sourceRefusal({ source, language }: CodeToSend, item: ItemInAttempt['item']): SourceRefusedReason | null {
  const part = shownItem(item);
  if (!('languages' in part.candidate) || part.candidate.languages[language] === undefined) return 'WRONG_LANGUAGE';
  const issue = checkSource(source);
  return issue === null ? null : REFUSALS[issue];
}
