export const KINDS = ['recordings', 'answers', 'people'] as const;
export type Kind = (typeof KINDS)[number];

/** What is typed into the fields. */
export type Typed = Readonly<Record<Kind, string>>;
export type Months = Readonly<Record<Kind, number | null>>;

const MOST = 240;

export const typedOf = (months: Months): Typed => ({
  recordings: months.recordings?.toString() ?? '',
  answers: months.answers?.toString() ?? '',
  people: months.people?.toString() ?? '',
});

/** The months that a field says: null for an empty one, undefined for what is no number of months. */
export function monthsIn(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const months = Number(trimmed);
  return /^\d{1,3}$/.test(trimmed) && months >= 1 && months <= MOST ? months : undefined;
}

/** Null if a field has no number of months. */
export function monthsOf(typed: Typed): Months | null {
  const [recordings, answers, people] = KINDS.map((kind) => monthsIn(typed[kind]));
  if (recordings === undefined || answers === undefined || people === undefined) return null;
  return { recordings, answers, people };
}
