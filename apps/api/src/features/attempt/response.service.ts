import type { Answer, QuestionKind } from '@holdout/bank';
import { Inject, Injectable } from '@nestjs/common';
import { checkPicked, MAX_SOURCE_BYTES, parseAnswer } from '@holdout/bank';
import {
  type Clock,
  Database,
  type ItemToAnswer,
  type PracticeOwner,
  ResponseRepository,
  type SaveOutcome,
} from '@holdout/persistence';
import type { AnswerInput, InvalidAnswerReason, SourceRefusedReason } from '../../generated/resolvers';
import { AppError } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { isUniqueViolation } from '../../platform/unique-violation';

export type ResponseOutcome =
  /** `unit` is the item's, by which a number is read back. */
  | (Extract<SaveOutcome, { kind: 'saved' }> & { readonly unit: string })
  | Extract<SaveOutcome, { kind: 'closed' }>
  | { readonly kind: 'invalid'; readonly reason: InvalidAnswerReason }
  | { readonly kind: 'sourceRefused'; readonly reason: SourceRefusedReason; readonly limitBytes: number };

type Refusal = Extract<ResponseOutcome, { kind: 'invalid' | 'sourceRefused' }>;
type Read = { readonly answer: Answer } | { readonly refusal: Refusal };

/** Saves answers. What was saved is a revision for ever; nothing a candidate typed is overwritten. */
@Injectable()
export class ResponseService {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null when the item is not the owner's. */
  async save(
    owner: PracticeOwner,
    revision: { readonly id: string; readonly itemId: string; readonly answer: AnswerInput },
  ): Promise<ResponseOutcome | null> {
    const responses = this.db.repo(ResponseRepository);
    const item = await responses.findItemToAnswer(revision.itemId, owner);
    if (item === null) return null;
    const read = readAnswer(item, revision.answer);
    if ('refusal' in read) return read.refusal;
    const save = async (): Promise<ResponseOutcome | null> => {
      const outcome = await responses.save(owner, { ...revision, answer: read.answer }, this.clock.now());
      return outcome?.kind === 'saved' ? { ...outcome, unit: item.unit } : outcome;
    };
    try {
      return await save();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    // Two copies of one request at once: the second now finds the revision that the first has written.
    return save().catch((error: unknown) => {
      throw isUniqueViolation(error) ? new AppError('CONFLICT', 'This revision is of another item.') : error;
    });
  }
}

/** Reads an answer as the item wants it: its kind, its options, a language it has. */
function readAnswer(item: ItemToAnswer, input: AnswerInput): Read {
  const given = asStored(item.kind, input);
  const parsed = given === null ? null : parseAnswer(item.kind as QuestionKind, given);
  if (parsed === null) return invalid('WRONG_KIND');
  return parsed.ok ? fitted(item, parsed.answer) : refusalOf(parsed.issue, item.kind);
}

function fitted(item: ItemToAnswer, answer: Answer): Read {
  if (answer.kind === 'code' && !item.languages.includes(answer.language)) return invalid('WRONG_KIND');
  if (answer.kind !== 'choice') return { answer };
  const issue = checkPicked(item.chooseOne ? 'one' : 'many', item.optionOrder ?? [], answer.picked);
  if (issue === null) return { answer };
  return invalid(issue === 'unknownOption' ? 'UNKNOWN_OPTION' : 'TOO_MANY_OPTIONS');
}

/** The answer in the form it is kept in; null unless exactly the part that fits the item's kind is given. */
function asStored(kind: string, { choice, numeric, code }: AnswerInput): object | null {
  const stored = {
    choice: choice && { format: 1, kind: 'choice', picked: choice.picked },
    numeric: numeric && { format: 1, kind: 'numeric', text: numeric.text },
    code: code && { format: 1, kind: 'code', language: code.language.toLowerCase(), source: code.source },
  };
  const given = Object.values(stored).filter((part) => part !== null && part !== undefined);
  const wanted = kind === 'model' ? 'code' : kind;
  return given.length === 1 && given[0]?.kind === wanted ? given[0] : null;
}

function refusalOf(issue: 'tooLarge' | 'nulByte' | 'loneSurrogate' | 'wrongShape', kind: string): Read {
  switch (issue) {
    case 'tooLarge':
      return { refusal: { kind: 'sourceRefused', reason: 'TOO_LARGE', limitBytes: MAX_SOURCE_BYTES } };
    case 'nulByte':
      return { refusal: { kind: 'sourceRefused', reason: 'NUL_BYTE', limitBytes: MAX_SOURCE_BYTES } };
    case 'loneSurrogate':
      return { refusal: { kind: 'sourceRefused', reason: 'LONE_SURROGATE', limitBytes: MAX_SOURCE_BYTES } };
    case 'wrongShape':
      return invalid(kind === 'choice' ? 'UNKNOWN_OPTION' : 'TOO_LONG');
  }
}

function invalid(reason: InvalidAnswerReason): Read {
  return { refusal: { kind: 'invalid', reason } };
}
