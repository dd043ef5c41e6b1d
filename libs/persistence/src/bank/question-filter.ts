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
