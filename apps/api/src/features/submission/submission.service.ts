import type { Language, LanguageShown } from '@holdout/bank';
import { Inject, Injectable } from '@nestjs/common';
import { checkSource, MAX_SOURCE_BYTES } from '@holdout/bank';
import { JobQueue } from '@holdout/job-queue';
import {
  AttemptRepository,
  type Clock,
  Database,
  DrawRepository,
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
import { runtimeOf } from '../question-bank/languages';
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
    return (await this.refusalOf(code, found)) ?? this.queue(purpose, code, found, owner);
  }

  /** Submissions of one question, newest first; the cursor is the id of the last one. */
  async list(
    slug: string,
    owner: PracticeOwner,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<SubmissionPage> {
    const question = await this.db.repo(QuestionBankRepository).findBySlug(slug, owner);
    if (question === null) throw notFound();
    const rows = await this.db.repo(SubmissionRepository).list(question.id, owner, { ...page, first: page.first + 1 });
    const edges = rows.slice(0, page.first).map((node) => ({ cursor: node.id, node }));
    const hasNextPage = rows.length > page.first;
    return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  private async refusalOf(code: CodeToSend, found: ItemInAttempt): Promise<SendOutcome | null> {
    const closedAt = closedSince(found, this.clock.now());
    if (closedAt !== null) return { kind: 'closed', closedAt };
    const stated = statedLanguage(code.language, found.item);
    const reason = stated === null ? 'WRONG_LANGUAGE' : sourceRefusal(code.source);
    if (stated === null || reason !== null) {
      return { kind: 'sourceRefused', reason: reason ?? 'WRONG_LANGUAGE', limitBytes: MAX_SOURCE_BYTES };
    }
    const unavailable = await this.grading.refusal(found.item.versionId, runtimeOf(code.language, stated));
    return unavailable === null ? null : { kind: 'unavailable', reason: unavailable };
  }

  /** Submission and job are written together or not at all, one request of a person after the other. */
  private queue(
    purpose: 'run' | 'submit',
    code: CodeToSend,
    { item }: ItemInAttempt,
    owner: PracticeOwner,
  ): Promise<SendOutcome> {
    return this.db.transaction(async (tx) => {
      const submissions = tx.repo(SubmissionRepository);
      await submissions.lockSending(owner);
      const earlier = await submissions.findByClientId(code.itemId, code.clientId, owner);
      if (earlier !== null) return { kind: 'sent', submission: earlier };
      const sentAt = this.clock.now();
      const nextAt = await nextAllowedAt(submissions, owner, purpose, sentAt);
      if (nextAt !== null) return { kind: 'tooMany', nextAt };
      const submission = { ...code, id: newId(this.clock), purpose, jobId: newId(this.clock), sentAt };
      if (await submissions.insertOnce(submission)) await addJob(tx, submission, item, owner);
      const stored = await submissions.findByClientId(code.itemId, code.clientId, owner);
      if (stored === null) throw new Error(`Submission ${submission.id} is gone.`);
      return { kind: 'sent', submission: stored };
    });
  }
}

async function addJob(
  tx: Database,
  { id, purpose, language, source, ownInput, jobId }: SubmissionToInsert,
  { versionId, contentHash: bundleHash }: ItemInAttempt['item'],
  owner: PracticeOwner,
): Promise<void> {
  const job = { submissionId: id, bundleHash, scope: PRACTICE_SCOPE, language: language as Language, source };
  const preparation = await tx.repo(DrawRepository).preparationOf(versionId, PRACTICE_SCOPE);
  await tx.repo(JobQueue).add(purpose === 'submit' ? { kind: 'grade', ...job } : { kind: 'run', ...job, ownInput }, {
    id: jobId,
    person: owner.accountId ?? owner.guestId,
    rank: owner.accountId === null ? 'guest' : 'account',
    // After a first start the cases of the bank are still being made; code that is sent meanwhile waits for its own.
    ...(preparation === null ? {} : { waitsFor: preparation.jobId }),
  });
}

/** What the question says of a language; null when it cannot be answered in it. */
function statedLanguage(language: Language, item: ItemInAttempt['item']): LanguageShown | null {
  const { candidate } = shownItem(item);
  return 'languages' in candidate ? (candidate.languages[language] ?? null) : null;
}

function sourceRefusal(source: string): SourceRefusedReason | null {
  const issue = checkSource(source);
  return issue === null ? null : REFUSALS[issue];
}
