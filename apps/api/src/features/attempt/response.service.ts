import type { Answer, AnswerIssue } from '@holdout/bank';
import { Inject, Injectable } from '@nestjs/common';
import { kindOf, MAX_SOURCE_BYTES, parseAnswer } from '@holdout/bank';
import {
  type Clock,
  Database,
  type Holder,
  type ItemToAnswer,
  ResponseRepository,
  type SaveOutcome,
} from '@holdout/persistence';
import type { AnswerInput, InvalidAnswerReason, SourceRefusedReason } from '../../generated/resolvers';
import { shownItem, type ShownPart } from './item-parts';
import { REASONS } from './invalid-answer';
import { viewOf } from './kinds/registry';
import { AppError } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/database/unique-violation';

export type ResponseOutcome =
  /** `part` is the item's candidate part, needed to format the saved answer. */
  | (Extract<SaveOutcome, { kind: 'saved' }> & { readonly part: ShownPart })
  | Extract<SaveOutcome, { kind: 'closed' }>
  | { readonly kind: 'invalid'; readonly reason: InvalidAnswerReason }
  | { readonly kind: 'sourceRefused'; readonly reason: SourceRefusedReason; readonly limitBytes: number };

type Refusal = Extract<ResponseOutcome, { kind: 'invalid' | 'sourceRefused' }>;
type Read = { readonly answer: Answer } | { readonly refusal: Refusal };

/** Saves answers as immutable revisions, so that nothing a candidate typed is overwritten. */
@Injectable()
export class ResponseService {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null if the holder does not have the item. */
  async save(
    holder: Holder,
    revision: { readonly id: string; readonly itemId: string; readonly answer: AnswerInput },
  ): Promise<ResponseOutcome | null> {
    const responses = this.db.repo(ResponseRepository);
    const item = await responses.findItemToAnswer(revision.itemId, holder);
    if (item === null) return null;
    const read = readAnswer(item, revision.answer);
    if ('refusal' in read) return read.refusal;
    const made = { ...revision, answer: read.answer, revealed: item.revealed.length };
    const save = async (): Promise<ResponseOutcome | null> => {
      const outcome = await responses.save(holder, made, this.clock.now());
      if (outcome?.kind === 'saved') return { ...outcome, part: shownItem(item) };
      return outcome?.kind === 'moved' ? { kind: 'invalid', reason: 'PART_FIXED' } : outcome;
    };
    try {
      return await save();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    // Two concurrent copies of one request: the retry finds the revision that the other one wrote.
    return save().catch((error: unknown) => {
      throw isUniqueViolation(error) ? new AppError('CONFLICT', 'This revision id belongs to another item.') : error;
    });
  }
}

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
  if (answer.kind === 'code' && !item.languages.includes(answer.language)) return invalid('WRONG_KIND');
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
