import { basename } from 'node:path';
import { type BankFiles, type BankIssue, kindOf, type LoadedQuestion, readBank, rngOf } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import type { Located } from '../../find-question';
import { type AnswerPart, answersOf } from './answers';

export type Preview = {
  /** The last part of the URL of its page. */
  readonly slug: string;
  /** The hash of the version; null while the question does not load. */
  readonly hash: string | null;
  readonly title: string;
  readonly issues: readonly BankIssue[];
  readonly answers: readonly AnswerPart[];
  /** Whether draws differ, in their numbers or their order. */
  readonly hasDraws: boolean;
};

/** The answers of a question as HTML, or the issues that keep it from loading. */
export function readPreview({ folder }: Located, files: BankFiles, shown: AnswerPart | null = null): Preview {
  const slug = basename(folder);
  const { questions, issues, misconceptions } = readBank(files, { sha256 });
  const [question] = questions;
  if (question === undefined) return { slug, hash: null, title: slug, issues, answers: [], hasDraws: false };
  const { bundle, hash } = question;
  return {
    slug,
    hash,
    title: bundle.title,
    issues,
    answers: answersOf(question, misconceptions, shown),
    hasDraws: hasDraws(question),
  };
}

const SEEDS = Array.from({ length: 16 }, (_, index) => index.toString(16));

function hasDraws({ bundle }: LoadedQuestion): boolean {
  const kind = kindOf(bundle.kind);
  return kind.hasVariants || new Set(SEEDS.map((seed) => JSON.stringify(kind.draw(bundle, rngOf(seed))))).size > 1;
}
