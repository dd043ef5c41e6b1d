import type { Score } from './score';

export type ModelLines = {
  readonly pass: number;
  readonly stretch: number;
  readonly higherIsBetter: boolean;
};

export type ModelScore = Score & {
  /** Reaching the stretch line earns no point; it is told apart on the report. */
  readonly isStretchReached: boolean;
};

/** One point for reaching the pass line on the held-out rows, none below it. A metric that is missing reaches nothing. */
export function scoreModel({ pass, stretch, higherIsBetter }: ModelLines, metric: number | null): ModelScore {
  const reaches = (line: number): boolean => metric !== null && (higherIsBetter ? metric >= line : metric <= line);
  return { earned: reaches(pass) ? 1 : 0, possible: 1, isStretchReached: reaches(stretch) };
}
