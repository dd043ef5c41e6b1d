import type { InputIssue, SaveReviewInput } from '../../generated/resolvers';
import { once } from '../attempt/kinds/shared/parts-view';
import { textIssues, tidy } from '../live/message-text';
import type { GivenMark } from './marking';

/** Longer than anyone reads one answer: what is above was not spent on it. */
const LONGEST_SECONDS = 3600;

/** The mark of an input, with tidy texts; comments without a text are left out. */
export function givenMark({
  levels,
  comments,
  noteToCandidate,
  privateNote,
  isFlagged,
  seconds,
}: SaveReviewInput): GivenMark {
  const written = comments
    .map(({ criterion, text }) => [criterion, tidy(text)] as const)
    .filter(([, text]) => text !== '');
  return {
    levels: levelsOf(levels) ?? {},
    isFlagged,
    seconds: Math.min(Math.max(0, seconds), LONGEST_SECONDS),
    notes: { comments: Object.fromEntries(written), toCandidate: tidy(noteToCandidate), private: tidy(privateNote) },
  };
}

/** Levels by criterion; null if a criterion is given twice. */
export const levelsOf = (levels: SaveReviewInput['levels']) =>
  once(levels.map(({ criterion, level }) => [criterion, level] as const));

/** What is wrong with the texts of a mark. A comment on an unknown criterion has nothing that it could be shown beside. */
export function markIssues({ comments }: SaveReviewInput, { levels, notes }: GivenMark): InputIssue[] {
  const isUnknown = comments.some(({ criterion }) => !Object.hasOwn(levels, criterion));
  return [
    ...(isUnknown ? [{ field: 'comments', code: 'UNKNOWN', limit: null } as const] : []),
    ...Object.values(notes.comments).flatMap((text) => textIssues(text, { mayBeEmpty: true, field: 'comments' })),
    ...textIssues(notes.toCandidate, { mayBeEmpty: true, field: 'noteToCandidate' }),
    ...textIssues(notes.private, { mayBeEmpty: true, field: 'privateNote' }),
  ];
}
