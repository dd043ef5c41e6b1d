/** Bounds of a draft. A draft beyond them is not saved; everything within them is, whatever its issues. */
export const DRAFT_LIMITS = {
  title: 200,
  sections: 20,
  entries: 100,
  /** Questions that one candidate gets. */
  questions: 100,
  draw: 40,
  minutes: 480,
  weight: 100,
  skills: 100,
  excluded: 500,
  documentation: 20,
  url: 1000,
  introduction: 10_000,
} as const;
