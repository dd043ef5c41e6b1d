import { z } from 'zod';
import type { NumericVariant } from '../../bundle';
import { rekeying } from '../shared/rekey';

const Tolerance = z.number().positive().max(1e12);

/** A wider tolerance, or the value that a known mistake gives as the correct one, or both. */
const NumericKey = z
  .strictObject({
    absTol: Tolerance.optional(),
    relTol: Tolerance.optional(),
    misconception: z.string().max(200).optional(),
  })
  .refine((key) => Object.values(key).some((value) => value !== undefined));

type Keyed = Omit<NumericVariant, 'shown'>;

/** Without a variant, which every drawn item has, only the form is checked. */
export const rekeyNumeric = rekeying(NumericKey, (variant: Keyed | null, key): { readonly variant: Keyed | null } => {
  if (variant === null) return { variant };
  const { misconception, absTol, relTol } = key;
  const answer = { ...variant.answer, ...(absTol && { absTol }), ...(relTol && { relTol }) };
  // A draw in which the mistake gives the correct value does not list it.
  const mistake = variant.wrong.find((each) => each.misconception === misconception);
  const wrong = variant.wrong.filter((each) => each !== mistake);
  return { variant: { ...variant, answer: { ...answer, value: mistake?.value ?? answer.value }, wrong } };
});
