export type QuestionFilterRow = {
  readonly skills: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly levels: readonly number[] | null;
  readonly languages: readonly string[] | null;
  readonly states: readonly string[] | null;
  /** Prefixes of words, all of which the question must contain; letters and digits only. */
  readonly words: readonly string[] | null;
};

/** The `tsquery` for the column `search_words`; null without a search. */
export function searchQueryOf({ words }: QuestionFilterRow): string | null {
  return words === null ? null : words.map((word) => `'${word.replaceAll(/['\\]/g, '')}':*`).join(' & ');
}

/** The numbers of the parameters of `matching`. */
type Parameters = Readonly<Record<'skills' | 'kinds' | 'levels' | 'words' | 'languages', number>>;

/** SQL condition: the version `v` matches the filter; a parameter that is null does not filter. */
export const matching = ({ skills, kinds, levels, words, languages }: Parameters): string =>
  `($${skills}::text[] is null or exists (
    select from question_version_skill vs join skill k on k.id = vs.skill_id
    where vs.question_version_id = v.id and (k.id = any($${skills}) or k.domain_id = any($${skills}))))
  and ($${kinds}::text[] is null or v.kind = any($${kinds}))
  and ($${levels}::int[] is null or v.level = any($${levels}))
  and ($${words}::tsquery is null or v.search_words @@ $${words})
  and ($${languages}::text[] is null or v.languages && $${languages})`;
