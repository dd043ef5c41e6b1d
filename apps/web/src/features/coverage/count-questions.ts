import type { Language, QuestionKind } from '../../generated/operations';
import type { CodeCheck, Counts, Coverage } from './coverage-query';

/** In display order. */
export const LEVELS = [1, 2, 3, 4, 5] as const;

/** Sums the counts, optionally of one kind or level. */
export function countOf(counts: Counts, of: { readonly kind?: QuestionKind; readonly level?: number } = {}): number {
  return counts
    .filter(({ kind }) => of.kind === undefined || kind === of.kind)
    .filter(({ level }) => of.level === undefined || level === of.level)
    .reduce((sum, { questionCount }) => sum + questionCount, 0);
}

/** The lowest and highest level with a question; null if there is none. */
export function levelRange(counts: Counts): readonly [number, number] | null {
  const levels = counts.map(({ level }) => level);
  return levels.length === 0 ? null : [Math.min(...levels), Math.max(...levels)];
}

/** How many skills exist, and how many of them have a question. */
export function skillsCovered({ domains }: Coverage): { readonly covered: number; readonly all: number } {
  const skills = domains.flatMap((domain) => domain.skills);
  return { covered: skills.filter(({ counts }) => counts.length > 0).length, all: skills.length };
}

export type Faults = Omit<NonNullable<CodeCheck['faults']>, '__typename'>;

/** The share of planted faults caught, from 0 to 1, without the waived ones; null if none remain. */
export function shareCaught({ planted, caught, waived }: Faults): number | null {
  return planted > waived ? caught / (planted - waived) : null;
}

export type LanguageFaults = Faults & { readonly language: Language; readonly checked: number; readonly all: number };

/** Planted and caught faults per language, and for how many of its questions they are known. */
export function faultsByLanguage(checks: readonly CodeCheck[]): readonly LanguageFaults[] {
  return [...Map.groupBy(checks, ({ language }) => language)].map(([language, rows]) => {
    const found = rows.flatMap(({ faults }) => faults ?? []);
    const sum = (key: keyof Faults) => found.reduce((total, faults) => total + faults[key], 0);
    const totals = { planted: sum('planted'), caught: sum('caught'), waived: sum('waived') };
    return { language, ...totals, checked: found.length, all: rows.length };
  });
}
