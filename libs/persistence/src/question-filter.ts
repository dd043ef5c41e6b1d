export type QuestionFilterRow = {
  readonly skills: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly levels: readonly number[] | null;
  readonly languages: readonly string[] | null;
  readonly states: readonly string[] | null;
  readonly text: string | null;
};

/** One condition a word, since the index of trigrams serves no `like all`. */
export function matching(filter: QuestionFilterRow): string {
  const words = patternsOf(filter) ?? [];
  return [
    '$7::text[] is not distinct from $7',
    ...words.map((_, at) => `v.search_text like ($7::text[])[${at + 1}]`),
  ].join(' and ');
}

/** A pattern of `like` for each word; null without a search. */
export function patternsOf({ text }: QuestionFilterRow): readonly string[] | null {
  if (text === null) return null;
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
