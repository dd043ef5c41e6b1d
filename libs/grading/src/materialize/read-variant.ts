import type { NumericVariant } from '@holdout/bank';
import type { Value } from '@holdout/sandbox';

type Fields = Readonly<Record<string, Value>>;
type Shown = Readonly<Record<string, number | string>>;

/** Reads one variant returned by the author's code in a box; null if it has another shape. */
export function readVariant(value: Value): NumericVariant | null {
  const fields = fieldsOf(value) ?? {};
  const shown = readShown(fields['shown']);
  const answer = readAnswer(fields['answer']);
  const wrong = readWrong(fields['wrong']);
  if (shown === null || answer === null || wrong === null) return null;
  if (fields['explained'] === undefined) return { shown, answer, wrong };
  const explained = readShown(fields['explained']);
  return explained === null ? null : { shown, answer, wrong, explained };
}

function readShown(value: Value | undefined): Shown | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const isShown = Object.values(fields).every((part) => typeof part === 'number' || typeof part === 'string');
  return isShown ? (fields as Shown) : null;
}

function readAnswer(value: Value | undefined): NumericVariant['answer'] | null {
  const { value: number, absTol, relTol } = fieldsOf(value) ?? {};
  if (typeof number !== 'number') return null;
  return {
    value: number,
    ...(typeof absTol === 'number' ? { absTol } : {}),
    ...(typeof relTol === 'number' ? { relTol } : {}),
  };
}

function readWrong(value: Value | undefined): NumericVariant['wrong'] | null {
  if (!Array.isArray(value)) return null;
  const wrong = (value as readonly Value[]).map((item) => {
    const { value: number, misconception } = fieldsOf(item) ?? {};
    return typeof number === 'number' && typeof misconception === 'string' ? { value: number, misconception } : null;
  });
  return wrong.every((item) => item !== null) ? wrong : null;
}

function fieldsOf(value: Value | undefined): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('$' in value)
    ? (value as Fields)
    : null;
}
