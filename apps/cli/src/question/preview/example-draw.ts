import { type BankFiles, fillTemplate, type NumericBundle, type NumericVariant, readBank } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import { drawVariants } from '@holdout/grading';
import type { Sandbox } from '@holdout/sandbox';
import { withSandbox } from '../../open-sandbox';
import type { Terminal } from '../../terminal';
import type { AnswerPart } from './answers';

/** A fixed seed, so that the effect of an edit can be seen. */
const SEED = '0'.repeat(64);

/**
 * One draw of a numeric family, with its numbers and filled-in texts; null for other questions. The draws of an installation
 * come from its secret, so the site shows different ones.
 */
export async function exampleDraw(files: BankFiles, terminal: Terminal): Promise<AnswerPart | null> {
  const [question] = readBank(files, { sha256 }).questions;
  if (question?.bundle.kind !== 'numeric') return null;
  const { bundle, hash } = question;
  const job = { kind: 'drawVariants' as const, bundleHash: hash, seed: SEED, count: 1 };
  try {
    const draw = (sandbox: Sandbox) => drawVariants(job, bundle, sandbox, terminal.signal);
    const [variant] = await withSandbox(terminal, draw, ['javascript']);
    return variant === undefined
      ? null
      : { title: 'One draw as an example (the site shows others)', value: filledIn(bundle, variant) };
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
