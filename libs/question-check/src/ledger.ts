import { GRADER_VERSION } from '@holdout/grading';
import { z } from 'zod';
import type { QuestionReport } from './finding';
import { CHECKER_VERSION } from './rules';

const Count = z.strictObject({
  planted: z.number().int().min(0),
  caught: z.number().int().min(0),
  waived: z.number().int().min(0),
});

/** `checked.json` of a bank: which questions passed the check, in which version. */
export const Ledger = z.strictObject({
  checker: z.number().int(),
  grader: z.string(),
  items: z.record(z.string(), z.strictObject({ key: z.string(), faults: z.record(z.string(), Count).optional() })),
});
export type Ledger = z.infer<typeof Ledger>;

export const EMPTY_LEDGER: Ledger = { checker: CHECKER_VERSION, grader: GRADER_VERSION, items: {} };

/** Reads `checked.json`. Empty if it is missing, malformed, or of another version of the checker or the grader. */
export function readLedger(text: string | undefined): Ledger {
  if (text === undefined) return EMPTY_LEDGER;
  const parsed = Ledger.safeParse(jsonOf(text));
  if (!parsed.success) return EMPTY_LEDGER;
  const { checker, grader } = parsed.data;
  return checker === CHECKER_VERSION && grader === GRADER_VERSION ? parsed.data : EMPTY_LEDGER;
}

/** Whether the version with this key has passed. */
export function isChecked(ledger: Ledger, id: string, key: string): boolean {
  return ledger.items[id]?.key === key;
}

/** The ledger with new results: adds what passed, removes what did not, and drops questions that left the bank. */
export function withReports(ledger: Ledger, reports: readonly QuestionReport[], ids: ReadonlySet<string>): Ledger {
  const items = new Map(Object.entries(ledger.items).filter(([id]) => ids.has(id)));
  for (const { id, key, findings, faults } of reports) {
    if (findings.length > 0) items.delete(id);
    else items.set(id, { key, ...(faults === undefined ? {} : { faults }) });
  }
  const sorted = [...items].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...EMPTY_LEDGER, items: Object.fromEntries(sorted) };
}

/** The text of `checked.json`. */
export function writeLedger(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 2)}\n`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
