export type QuestionFilterRow = {
  readonly skills: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly levels: readonly number[] | null;
  readonly languages: readonly string[] | null;
  readonly states: readonly string[] | null;
  /** Beginnings of words, all of which must stand in the question; letters and digits only. */
  readonly words: readonly string[] | null;
};

/** What `search_words` is asked for, as a `tsquery` reads it; null without a search. */
export function searchQueryOf({ words }: QuestionFilterRow): string | null {
  return words === null ? null : words.map((word) => `'${word.replaceAll(/['\\]/g, '')}':*`).join(' & ');
}
