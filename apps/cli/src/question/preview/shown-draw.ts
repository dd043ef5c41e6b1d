import { type BankFiles, fillTemplate, type NumericBundle, type NumericVariant, readBank } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import { drawVariants } from '@holdout/grading';
import type { Sandbox } from '@holdout/sandbox';
import { withSandbox } from '../../open-sandbox';
import type { Terminal } from '../../terminal';
import type { AnswerPart } from './answers';

/** How the site draws the variants of a family, and which of them it shows. */
export type ShownVariant = { readonly seed: string; readonly count: number; readonly ordinal: number };

type Draw = (bundle: NumericBundle, hash: string, shown: ShownVariant) => Promise<readonly NumericVariant[]>;

/** Draws in the sandbox of this machine. All variants of a version are drawn at once, and the last version's are kept. */
export function drawnHere(terminal: Terminal): Draw {
  let last: { readonly key: string; readonly variants: Promise<readonly NumericVariant[]> } | null = null;
  return (bundle, hash, { seed, count }) => {
    const key = `${hash} ${seed} ${count}`;
    const job = { kind: 'drawVariants' as const, bundleHash: hash, seed, count };
    const draw = (sandbox: Sandbox) => drawVariants(job, bundle, sandbox, terminal.signal);
    if (last?.key !== key) last = { key, variants: withSandbox(terminal, draw, ['javascript']) };
    return last.variants;
  };
}

/** The draw of a numeric family that the site shows, with its numbers and filled-in texts; null for other questions. */
export async function shownDraw(
  files: BankFiles,
  draw: Draw,
  variantOf: (hash: string) => Promise<ShownVariant>,
): Promise<AnswerPart | null> {
  const [question] = readBank(files, { sha256 }).questions;
  if (question?.bundle.kind !== 'numeric') return null;
  const { bundle, hash } = question;
  try {
    const shown = await variantOf(hash);
    const variant = (await draw(bundle, hash, shown))[shown.ordinal];
    return variant === undefined ? null : { title: 'The draw on the left', value: filledIn(bundle, variant) };
  } catch (error) {
    return { title: 'The family cannot be drawn', value: error instanceof Error ? error.message : String(error) };
  }
}

/** The numbers of a draw, and the texts with the numbers filled in. */
export function filledIn(
  { candidate: { statement, hints, unit }, secret }: NumericBundle,
  { shown, answer, wrong, explained = {} }: NumericVariant,
): Readonly<Record<string, unknown>> {
  const fill = (markdown: string): string => fillTemplate(markdown, shown);
  return {
    numbers: shown,
    text: fill(statement),
    answer: { ...answer, ...(unit === '' ? {} : { unit }) },
    wrong,
    hints: hints.map(fill),
    explanation: fillTemplate(secret.explanation, { answer: answer.value, ...shown, ...explained }),
  };
}
