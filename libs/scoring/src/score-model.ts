import type { Score } from './score';

export type ModelLines = {
  readonly pass: number;
  readonly stretch: number;
  readonly higherIsBetter: boolean;
};

export type ModelScore = Score & {
  /** Whether the stretch line was reached, which the report shows and which earns nothing. */
  readonly isStretchReached: boolean;
};

/** One point when the metric on the held-out rows reaches the pass line, else none. A null metric reaches no line. */
export function scoreModel({ pass, stretch, higherIsBetter }: ModelLines, metric: number | null): ModelScore {
  const reaches = (line: number): boolean => metric !== null && (higherIsBetter ? metric >= line : metric <= line);
  return { earned: reaches(pass) ? 1 : 0, possible: 1, isStretchReached: reaches(stretch) };
}
