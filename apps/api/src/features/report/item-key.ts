import { kindOf, type WholeItem, type QuestionBundle } from '@holdout/bank';
import type { ItemKeyInput, PartKeyInput, PlaceKeyInput } from '../../generated/resolvers';

/** A version of a question that may get another key. */
export type Correctable = { readonly kind: string; readonly candidatePart: unknown; readonly secretPart: unknown };

/** The key as its kind reads it; null if it is not one for this question. */
export function keyOf(question: Correctable, input: ItemKeyInput): object | null {
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  if (given.length !== 1) return null;
  const key = storedKey(question.kind, input);
  const item = {
    candidate: question.candidatePart,
    secret: question.secretPart,
    draw: null,
    revealed: [],
    variant: null,
  };
  const fits =
    key !== null && kindOf(question.kind).rekeyed(item as unknown as WholeItem<QuestionBundle>, key) !== null;
  return fits ? key : null;
}

function storedKey(kind: string, { choice, numeric, text, ordering, parts }: ItemKeyInput): object | null {
  switch (kind) {
    case 'choice':
      return choice ?? null;
    case 'numeric':
      return numeric ? withoutNulls(numeric) : null;
    case 'text':
      return text ?? null;
    case 'ordering':
      return ordering ?? null;
    case 'reading':
    case 'plot':
      return parts ? { parts: Object.fromEntries(parts.map((part) => [part.part, partKey(part)])) } : null;
    default:
      return null;
  }
}

function partKey({ keys, lines, place }: PartKeyInput): object {
  if (keys) return { keys };
  if (lines) return { lines };
  return { accept: Object.fromEntries((place ?? []).map((field) => [field.field, placeOf(field)])) };
}

/** Values that read as numbers are compared as numbers, as the chart's own values are. */
function placeOf({ values, from, to }: PlaceKeyInput): unknown {
  if (!values) return { from, to };
  return values.map((value) => (value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value));
}

const withoutNulls = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined));
