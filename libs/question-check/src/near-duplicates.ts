import type { LoadedQuestion } from '@holdout/bank';
import type { Finding } from './finding';

const WORDS = 5;
/** Two statements that share so many runs of five words are the same question in other clothes. */
const TOO_ALIKE = 0.4;

/**
 * Finds pairs of questions with nearly the same statement, by the share of five-word sequences that they have in common.
 * Both are reported, because either of them may be the new one.
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
  const message = `its statement is ${Math.round(100 * share)} % the same as that of ${other}; ask another thing, or drop one of them`;
  return { rule: 'near-duplicates', file: 'question.md', message };
}

function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.slice(0, Math.max(0, words.length - WORDS + 1)).map((_, at) => words.slice(at, at + WORDS).join(' ')),
  );
}

/** Jaccard's index. */
function sharedBy(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((run) => right.has(run)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}
