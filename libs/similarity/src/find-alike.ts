import { type Fingerprints, fingerprintsOf, hashesOfStarter, similarityOf } from './fingerprints';
import { longestOf } from './matches';
import { type SimilarityLanguage, tokenizerOf } from './tokens/tokenize';

export type Program = {
  readonly id: string;
  readonly source: string;
  /** Programs of one author are not compared with each other. */
  readonly author?: string;
};

/** What a pair must have to be one to look at. */
export const GATES = {
  /** Tokens of its own, without the starter code: short answers are alike by chance. */
  tokens: 60,
  /** Tokens of the longest part that both share. */
  longest: 25,
  /** Programs with enough tokens: below that nothing says how alike independent answers are. */
  programs: 10,
  similarity: 0.5,
  /** How many interquartile ranges above the upper quartile of all pairs; John Tukey's "far out". */
  spread: 3,
  /** The most alike pairs that are kept. */
  pairs: 200,
} as const;

/** Two programs that are more alike than answers to this question usually are. */
export type Alike = {
  readonly left: string;
  readonly right: string;
  /** The share of what identifies the two programs that both have, from 0 to 1. */
  readonly similarity: number;
  readonly longest: number;
  /** The share of all pairs that are less alike. */
  readonly above: number;
};

export type Comparison = {
  readonly programs: number;
  /** Those with enough tokens to be compared. */
  readonly compared: number;
  /** How alike two answers usually are; null if they are too few. */
  readonly typical: { readonly median: number; readonly line: number; readonly pairs: number } | null;
  readonly alike: readonly Alike[];
};

type Candidate = Fingerprints & { readonly id: string; readonly author: string };

/** Compares all answers to one question in one language. `onProgress` gets the share that is done. */
export async function findAlike(
  { language, starter }: { readonly language: SimilarityLanguage; readonly starter: string },
  programs: readonly Program[],
  onProgress: (done: number) => void = () => undefined,
): Promise<Comparison> {
  const tokenize = await tokenizerOf(language);
  const given = hashesOfStarter(tokenize(starter));
  const read = programs.map(({ id, source, author = id }, index): Candidate => {
    onProgress(index / programs.length / 2);
    return { id, author, ...fingerprintsOf(tokenize(source), given) };
  });
  const candidates = read.filter(({ own }) => own >= GATES.tokens);
  const counted = { programs: programs.length, compared: candidates.length };
  if (candidates.length < GATES.programs) return { ...counted, typical: null, alike: [] };
  return { ...counted, ...compareAll(candidates, (done) => onProgress(0.5 + done / 2)) };
}

function compareAll(candidates: readonly Candidate[], onProgress: (done: number) => void) {
  const pairs = pairsOf(candidates, onProgress);
  const sorted = pairs.map(({ similarity }) => similarity).sort((a, b) => a - b);
  const [lower, median, upper] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const line = Math.max(GATES.similarity, upper + GATES.spread * (upper - lower));
  const alike: Alike[] = [];
  for (const pair of mostAlike(pairs, line)) {
    const longest = longestOf(pair.left, pair.right);
    if (longest < GATES.longest) continue;
    const { left, right, similarity } = pair;
    const above = countBelow(sorted, similarity) / sorted.length;
    alike.push({ left: left.id, right: right.id, similarity, longest, above });
    if (alike.length === GATES.pairs) break;
  }
  return { typical: { median, line, pairs: pairs.length }, alike };
}

type Pair = { readonly left: Candidate; readonly right: Candidate; readonly similarity: number };

/** The pairs above the line, the most alike first. */
const mostAlike = (pairs: readonly Pair[], line: number): readonly Pair[] =>
  pairs.filter(({ similarity }) => similarity > line).sort((a, b) => b.similarity - a.similarity);

function pairsOf(candidates: readonly Candidate[], onProgress: (done: number) => void): readonly Pair[] {
  return candidates.flatMap((left, index) => {
    onProgress(index / candidates.length);
    const others = candidates.slice(index + 1).filter(({ author }) => author !== left.author);
    return others.map((right) => ({ left, right, similarity: similarityOf(left, right) }));
  });
}

/** Without interpolation: the smallest value that so many are not above. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0;
}

function countBelow(sorted: readonly number[], value: number): number {
  const first = sorted.findIndex((each) => each >= value);
  return first === -1 ? sorted.length : first;
}
