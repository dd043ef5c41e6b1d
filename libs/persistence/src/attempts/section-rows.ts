import type { TimedSection } from '@holdout/timing';
import { z } from 'zod';
import { id, row } from '../rows';

/** A timed section of an attempt. */
export type SectionRow = TimedSection & { readonly attemptId: string };

export const SectionRow = row({
  attemptId: id(),
  id: z.string(),
  position: z.int(),
  limitSeconds: z.int(),
  enteredAt: z.date().nullable(),
  closesAt: z.date().nullable(),
  leftAt: z.date().nullable(),
});

/** Timed sections of attempts, in their order. $1 is the list of attempt ids. */
export const LIST_SECTIONS = `select attempt_id as "attemptId", section_id as id, position, limit_seconds as "limitSeconds",
    entered_at as "enteredAt", closes_at as "closesAt", left_at as "leftAt"
  from attempt_section where attempt_id = any($1::uuid[]) order by attempt_id, position`;
