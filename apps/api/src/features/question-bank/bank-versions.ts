import type { LoadedBank, LoadedQuestion } from '@holdout/bank';
import { type Clock, newId, type QuestionVersionId, type VersionToInsert } from '@holdout/persistence';
import type { NamespacedBank } from './bank-namespace';
import type { ToPrepare } from './preparation';
import { searchWordsOf } from './search-words';

/** A bank that can be stored, with the names under which its skills and misconceptions are. */
export type ReadBank = LoadedBank & {
  readonly bank: NonNullable<LoadedBank['bank']>;
  readonly names: NamespacedBank;
};

/** A question as a new version. */
export function versionToInsert(
  { bundle, hash }: LoadedQuestion,
  { bank, skills, names }: ReadBank,
  clock: Clock,
): VersionToInsert & { readonly id: QuestionVersionId } {
  return {
    id: newId<QuestionVersionId>(clock),
    questionId: bundle.id,
    slug: bundle.id.slice(bank.id.length + 1),
    contentHash: hash,
    kind: bundle.kind,
    title: bundle.title,
    subtitle: bundle.subtitle ?? null,
    level: bundle.level,
    minutes: bundle.minutes,
    licence: bundle.licence,
    sources: bundle.sources,
    languages: languagesOf(bundle),
    candidatePart: bundle.candidate,
    secretPart: bundle.secret,
    searchWords: searchWordsOf(bundle, skills),
    skills: bundle.skills.map(names.skillId),
    loadedAt: clock.now(),
  };
}

const languagesOf = ({ candidate }: LoadedQuestion['bundle']): string[] =>
  'languages' in candidate ? Object.keys(candidate.languages) : [];

/** A stored question as `Preparation` takes it. */
export const preparedOf = ({ bundle, hash }: LoadedQuestion, versionId: string): ToPrepare => ({
  versionId,
  contentHash: hash,
  kind: bundle.kind,
  languages: languagesOf(bundle),
});
