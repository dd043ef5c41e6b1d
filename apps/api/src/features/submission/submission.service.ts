import type { Language, LanguageShown } from '@holdout/bank';
import { Inject, Injectable } from '@nestjs/common';
import { policyOf } from '@holdout/assessment';
import { checkSource, MAX_SOURCE_BYTES } from '@holdout/bank';
import {
  AccountRepository,
  AttemptRepository,
  columnsOf,
  type Clock,
  Database,
  type Holder,
  holderOf,
  type Holders,
  type ItemInAttempt,
  type ItemRow,
  newId,
  PersonRepository,
  type Practiser,
  QuestionBankRepository,
  SubmissionRepository,
  type SubmissionRow,
} from '@holdout/persistence';
import type { GradingUnavailableReason, SourceRefusedReason } from '../../generated/resolvers';
import { closedSince } from '../attempt/item.service';
import { shownItem } from '../attempt/item-parts';
import { isStale } from '../attempt/response-view';
import { runtimeOf } from '../question-bank/languages';
import { GradingStatus } from './grading-status';
import { queueSubmission } from './queue-submission';
import { type Refusal, refusalOf } from './ration';
import { notFound } from '../../platform/app-error';
import { RateLimits } from '../../platform/access/rate-limits';
import { CLOCK } from '../../platform/app-options';

export type CodeToSend = {
  readonly clientId: string;
  readonly itemId: string;
  readonly language: Language;
  readonly source: string;
  readonly ownInput: string | null;
  /** The saved revision that the code builds on; null if that is not to be compared. */
  readonly revision: number | null;
  /** The sender's network address. */
  readonly address: string;
};

type ToQueue = {
  readonly purpose: 'run' | 'submit';
  readonly code: CodeToSend;
  /** The key of a guest's address block; null for others. */
  readonly block: string | null;
};

export type SendOutcome =
  | { readonly kind: 'sent'; readonly submission: SubmissionRow }
  | { readonly kind: 'closed'; readonly closedAt: Date }
  | { readonly kind: 'stale'; readonly item: ItemRow }
  | { readonly kind: 'sourceRefused'; readonly reason: SourceRefusedReason; readonly limitBytes: number }
  | ({ readonly kind: 'tooMany' } & Refusal)
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

/** Allows a classroom behind one address. What a script of many guests could learn is limited by question (ration.ts). */
const GUEST_CODE_PER_BLOCK = { limit: 600, windowSeconds: 600 } as const;

/** Accepts code for running and grading. Idempotent by client id. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly db: Database,
    private readonly grading: GradingStatus,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if none of the holders has the item, or if it is not answered with code. */
  async send(purpose: 'run' | 'submit', code: CodeToSend, holders: Holders): Promise<SendOutcome | null> {
    const found = await this.db.repo(AttemptRepository).findItem(code.itemId, holders);
    if (found === null || !['code', 'model'].includes(found.item.kind)) return null;
    const holder = holderOf(found.attempt);
    const block = await this.countGuest(holder, code.address);
    const earlier = await this.db.repo(SubmissionRepository).findByClientId(code.itemId, code.clientId, holders);
    if (earlier !== null) return { kind: 'sent', submission: earlier };
    return (await this.refusalOf(code, found)) ?? this.queue({ purpose, code, block }, found, holder);
  }

  /** Submissions of one question, newest first. The cursor is the id of the last submission on the page. */
  async list(
    slug: string,
    practiser: Practiser,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<SubmissionPage> {
    const question = await this.db.repo(QuestionBankRepository).findBySlug(slug, practiser);
    if (question === null) throw notFound();
    const rows = await this.db
      .repo(SubmissionRepository)
      .list(question.id, [practiser], { ...page, first: page.first + 1 });
    const edges = rows.slice(0, page.first).map((node) => ({ cursor: node.id, node }));
    const hasNextPage = rows.length > page.first;
    return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  private async refusalOf(code: CodeToSend, found: ItemInAttempt): Promise<SendOutcome | null> {
    const changed = changedSince(code, found, this.clock.now());
    if (changed !== null) return changed;
    const stated = statedLanguage(code.language, found);
    const reason = stated === null ? 'WRONG_LANGUAGE' : sourceRefusal(code.source);
    if (stated === null || reason !== null) {
      return { kind: 'sourceRefused', reason: reason ?? 'WRONG_LANGUAGE', limitBytes: MAX_SOURCE_BYTES };
    }
    const unavailable = await this.grading.refusal(
      found.item.versionId,
      runtimeOf(code.language, stated),
      policyOf(found.attempt).dataScope,
    );
    return unavailable === null ? null : { kind: 'unavailable', reason: unavailable };
  }

  /**
   * Rate limits are per holder, and a new guest costs nothing, so guests are also counted by address block. Returns the key
   * of the block; null for others.
   */
  private async countGuest(holder: Holder, address: string): Promise<string | null> {
    if (holder.kind !== 'guest') return null;
    const block = this.limits.ofAddress(address);
    await this.limits.take(`code:${block}`, GUEST_CODE_PER_BLOCK);
    return block;
  }

  /**
   * An account whose address is not proven costs as little as a guest, so those of an address block take turns as one.
   * Unlike guests they are not refused for what others sent, because a class may share an address. Null for other holders.
   */
  private async accountsOf(tx: Database, holder: Holder, address: string): Promise<string | null> {
    if (holder.kind !== 'account') return null;
    const account = await tx.repo(AccountRepository).find(holder.accountId);
    return account?.provenAt === null ? `accounts of ${this.limits.ofAddress(address)}` : null;
  }

  /** Writes submission and job in one transaction. Requests of one holder are serialized by a lock. */
  private queue({ purpose, code, block }: ToQueue, found: ItemInAttempt, holder: Holder): Promise<SendOutcome> {
    const { address: _a, revision: _r, ...kept } = code;
    const { rations, isTrial } = policyOf(found.attempt);
    const sending = { holder, purpose, versionId: found.item.versionId, rations, isTrial, block };
    return this.db.transaction(async (tx) => {
      const submissions = tx.repo(SubmissionRepository);
      await submissions.lockSending(holder);
      if (!(await tx.repo(PersonRepository).hold(columnsOf(holder)))) throw notFound();
      const earlier = await submissions.findByClientId(code.itemId, code.clientId, [holder]);
      if (earlier !== null) return { kind: 'sent', submission: earlier };
      const sentAt = this.clock.now();
      const refusal = await refusalOf(tx, sending, sentAt);
      if (refusal !== null) return { kind: 'tooMany', ...refusal };
      const submission = { ...kept, id: newId(this.clock), purpose, jobId: newId(this.clock), sentAt };
      await queueSubmission(tx, submission, found, block ?? (await this.accountsOf(tx, holder, code.address)));
      const stored = await submissions.findByClientId(code.itemId, code.clientId, [holder]);
      if (stored === null) throw notFound();
      return { kind: 'sent', submission: stored };
    });
  }
}

/** The question's settings for a language; null if it may not be answered in it. */
function statedLanguage(language: Language, { item, attempt }: ItemInAttempt): LanguageShown | null {
  const { candidate } = shownItem(item);
  if (!('languages' in candidate)) return null;
  const isOffered = policyOf(attempt).languagesOf(Object.keys(candidate.languages)).includes(language);
  return isOffered ? (candidate.languages[language] ?? null) : null;
}

function sourceRefusal(source: string): SourceRefusedReason | null {
  const issue = checkSource(source);
  return issue === null ? null : REFUSALS[issue];
}

/** Whether the item was closed, or answered elsewhere, since the code was written. */
function changedSince({ revision }: CodeToSend, found: ItemInAttempt, now: Date): SendOutcome | null {
  const closedAt = closedSince(found, now);
  if (closedAt !== null) return { kind: 'closed', closedAt };
  return revision !== null && isStale(found.item, revision) ? { kind: 'stale', item: found.item } : null;
}
