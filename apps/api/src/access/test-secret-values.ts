import type { AnsweredField } from './test-secrets';

/** All texts and numbers in a value. */
export function leavesOf(value: unknown): (string | number)[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  return typeof value === 'string' || typeof value === 'number' ? [value] : [];
}

const LEAST_CHARACTERS = 15;

/** Runs of text without template fields and formulas, and numbers that are unlikely to occur by chance. */
export function tellTales(leaves: readonly (string | number)[]): string[] {
  return leaves.flatMap((leaf) => {
    if (typeof leaf === 'number') return Number.isInteger(leaf) && leaf < 1000 ? [] : [String(leaf)];
    return leaf.split(/[$`{}\n]|\*\*/).filter((piece) => piece.trim().length >= LEAST_CHARACTERS);
  });
}

/** The seconds of a moment may happen to be the digits of a secret number. */
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Formulas are HTML whose lengths in styles happen to have the digits of a secret number. */
const readable = (value: string): string => value.replaceAll(/ style="[^"]*"/g, '');

/** Whether the value of a field is or contains one of the secrets. */
export const holdsOneOf =
  (secrets: readonly string[]) =>
  ({ value }: AnsweredField): boolean =>
    (typeof value === 'string' && !MOMENT.test(value) && secrets.some((secret) => readable(value).includes(secret))) ||
    (typeof value === 'number' && secrets.includes(String(value)));

/** Whether a field has no value to show. */
export const isWithheld = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
