import type { Answer, AnswerIssue } from '@holdout/bank';
import { answerLanguages } from '@holdout/assessment';
import { Inject, Injectable } from '@nestjs/common';
import { kindOf, MAX_SOURCE_BYTES, parseAnswer } from '@holdout/bank';
import {
  type AnswerToSave,
  type Clock,
  Database,
  type Holders,
  type ItemToAnswer,
  keyOf,
  ResponseRepository,
  RevisionRepository,
  type SaveOutcome,
} from '@holdout/persistence';
import type { AnswerInput, InvalidAnswerReason, SourceRefusedReason } from '../../generated/resolvers';
import { shownItem, type ShownPart } from './item-parts';
import { REASONS } from './invalid-answer';
import { type LateAnswer, LateAnswers } from './late-answers';
import { viewOf } from './kinds/registry';
import { thinItem } from './thin-item';
import { AppError } from '../../platform/app-error';
import { Pacer } from '../../platform/access/pacer';
import { CLOCK, LOG } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';
import type { Logger } from 'pino';

export type ResponseOutcome =
  /** `part` is the item's candidate part, needed to format the saved answer. */
  | (Extract<SaveOutcome, { kind: 'saved' | 'stale' }> & { readonly part: ShownPart })
  | (Extract<SaveOutcome, { kind: 'closed' }> & { readonly isKept: boolean })
  | { readonly kind: 'invalid'; readonly reason: InvalidAnswerReason }
  | { readonly kind: 'sourceRefused'; readonly reason: SourceRefusedReason; readonly limitBytes: number };

type Refusal = Extract<ResponseOutcome, { kind: 'invalid' | 'sourceRefused' }>;
type Read = { readonly answer: Answer } | { readonly refusal: Refusal };

/**
 * A page saves once a second at most. A script that saves more often waits here, and not in the database, where it would
 * hold a connection for each save that waits for the row of the item. What is refused is sent again by the page.
 */
const RHYTHM = { burst: 100, perSecond: 20, mostWaiting: 60 } as const;

/** Old revisions of an item are thinned only at every eighth save, so that the others take one statement. */
const THIN_EVERY = 8;

/** Saves answers as immutable revisions, so that nothing a candidate typed is overwritten. */
@Injectable()
export class ResponseService {
  private readonly pacer = new Pacer(RHYTHM);

  constructor(
    private readonly db: Database,
    private readonly lateAnswers: LateAnswers,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Null if the holder does not have the item. */
  async save(
    holders: Holders,
    save: { readonly id: string; readonly itemId: string; readonly basedOn: number; readonly answer: AnswerInput },
  ): Promise<ResponseOutcome | null> {
    await this.pacer.turn(holders.map(keyOf).join(' '));
    const item = await this.db.repo(ResponseRepository).findItemToAnswer(save.itemId, holders);
    if (item === null) return null;
    const read = readAnswer(item, save.answer);
    if ('refusal' in read) return read.refusal;
    const outcome = await this.write(holders, { ...save, answer: read.answer, revealed: item.revealed.length });
    switch (outcome?.kind) {
      case 'saved':
        await this.thinNowAndThen(save.itemId, outcome.response.revision);
        return { ...outcome, part: shownItem(item) };
      case 'stale':
        await this.thin(save.itemId);
        return { ...outcome, part: shownItem(item) };
      case 'moved':
        return { kind: 'invalid', reason: 'PART_FIXED' };
      case 'foreignId':
        throw foreignId();
      case 'closed':
        return this.closed(holders, { ...save, answer: read.answer }, { outcome, part: shownItem(item) });
      case undefined:
        return null;
    }
  }

  /** An answer that came too late; one that says what counts is saved. */
  private async closed(
    holders: Holders,
    answer: LateAnswer,
    { outcome, part }: { readonly outcome: Extract<SaveOutcome, { kind: 'closed' }>; readonly part: ShownPart },
  ): Promise<ResponseOutcome | null> {
    const late = await this.lateAnswers.keep(holders, answer, outcome.closedAt);
    switch (late?.kind) {
      case undefined:
        return null;
      case 'foreignId':
        throw foreignId();
      case 'counts':
        return { kind: 'saved', response: late.response, part };
      case 'kept':
      case 'notKept':
        return { ...outcome, isKept: late.kind === 'kept' };
    }
  }

  private async write(holders: Holders, answer: AnswerToSave): Promise<SaveOutcome | null> {
    try {
      return await this.db.repo(ResponseRepository).save(holders, answer, this.clock.now());
    } catch (error) {
      throw isUniqueViolation(error) ? foreignId() : error;
    }
  }

  private async thinNowAndThen(itemId: string, revision: number): Promise<void> {
    if (revision % THIN_EVERY === 0) await this.thin(itemId);
  }

  /** The answer is saved by now: a failure here is logged and must not look like a failed save. */
  private async thin(itemId: string): Promise<void> {
    try {
      await this.db.transaction((tx) => thinItem(tx.repo(RevisionRepository), itemId, this.clock.now()));
    } catch (error) {
      this.log.error({ err: error, itemId }, 'old revisions of an item could not be thinned');
    }
  }
}

const foreignId = () => new AppError('CONFLICT', 'This revision id belongs to another item.');

/** Validates an answer against the item: kind, options, language. */
function readAnswer(item: ItemToAnswer, input: AnswerInput): Read {
  const part = shownItem(item);
  const given = Object.values(input).filter((field) => field !== null && field !== undefined);
  const soFar = { revealed: item.revealed, saved: item.answer as Answer | null };
  const read = given.length === 1 ? viewOf(part.kind).storedOf(input, soFar) : null;
  if (read === null) return invalid('WRONG_KIND');
  if ('refused' in read) return invalid(read.refused);
  const parsed = parseAnswer(part.kind, read.stored);
  if (!parsed.ok) return refusalOf(parsed.issue);
  const { answer } = parsed;
  if (answer.kind === 'code' && !answerLanguages(item.languages, item.rules).includes(answer.language))
    return invalid('WRONG_KIND');
  const misfit = kindOf(part.kind).misfitOf(part, answer);
  return misfit === null ? { answer } : invalid(REASONS[misfit]);
}

function refusalOf(issue: AnswerIssue): Read {
  switch (issue) {
    case 'tooLarge':
      return { refusal: { kind: 'sourceRefused', reason: 'TOO_LARGE', limitBytes: MAX_SOURCE_BYTES } };
    case 'nulByte':
      return { refusal: { kind: 'sourceRefused', reason: 'NUL_BYTE', limitBytes: MAX_SOURCE_BYTES } };
    case 'loneSurrogate':
      return { refusal: { kind: 'sourceRefused', reason: 'LONE_SURROGATE', limitBytes: MAX_SOURCE_BYTES } };
    case 'tooLong':
      return invalid('TOO_LONG');
    case 'wrongShape':
      return invalid('WRONG_SHAPE');
  }
}

function invalid(reason: InvalidAnswerReason): Read {
  return { refusal: { kind: 'invalid', reason } };
}
