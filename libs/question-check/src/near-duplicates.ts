import type { LoadedQuestion } from '@holdout/bank';
import type { Finding } from './finding';

const WORDS = 5;
/** The similarity from which two statements count as the same question. */
const TOO_ALIKE = 0.4;

/**
 * Findings by question id for pairs of questions with nearly the same statement, measured by the Jaccard index of their
 * five-word sequences. Both are reported, because either may be the new one.
 */
export function nearDuplicates(questions: readonly LoadedQuestion[]): ReadonlyMap<string, Finding> {
  const shingled = questions.map(({ bundle }) => ({ id: bundle.id, runs: runsOf(bundle.candidate.statement) }));
  const found = new Map<string, Finding>();
  for (const [index, left] of shingled.entries()) {
    for (const right of shingled.slice(index + 1)) {
      const share = sharedBy(left.runs, right.runs);
      if (share < TOO_ALIKE) continue;
      found.set(left.id, likeness(share, right.id));
      found.set(right.id, likeness(share, left.id));
    }
  }
  return found;
}

function likeness(share: number, other: string): Finding {
  const message = `its statement is ${Math.round(100 * share)} % the same as that of ${other}; ask something else, or remove one of them`;
  return { rule: 'near-duplicates', file: 'question.md', message };
}

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.slice(0, Math.max(0, words.length - WORDS + 1)).map((_, at) => words.slice(at, at + WORDS).join(' ')),
  );
}

/** The Jaccard index of two sets. */
function sharedBy(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((run) => right.has(run)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}
