import { type BankFiles, fillTemplate, type NumericBundle, type NumericVariant, readBank } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import { drawVariants } from '@holdout/grading';
import { withSandbox } from '../../open-sandbox';
import type { Terminal } from '../../terminal';
import type { AnswerPart } from './answers';

/** Any will do; the same one each time, so that a save shows what it changed. */
const SEED = '0'.repeat(64);

/**
 * One draw of a numeric family, filled in. The draws of an installation come from its secret, so that this is none of
 * those that the site shows; it says which numbers it has. Null for a question that has no draws.
 */
export async function exampleDraw(files: BankFiles, { workspace, signal }: Terminal): Promise<AnswerPart | null> {
  const [question] = readBank(files, { sha256 }).questions;
  if (question?.bundle.kind !== 'numeric') return null;
  const { bundle, hash } = question;
  const job = { kind: 'drawVariants' as const, bundleHash: hash, seed: SEED, count: 1 };
  try {
    const [variant] = await withSandbox(workspace, (sandbox) => drawVariants(job, bundle, sandbox, signal), [
      'javascript',
    ]);
    return variant === undefined
      ? null
      : { title: 'One draw as an example (the site shows others)', value: filledIn(bundle, variant) };
  } catch (error) {
    return { title: 'No draw can be made', value: error instanceof Error ? error.message : String(error) };
  }
}

/** The numbers, and the texts with them as a candidate reads them. */
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
