import { z } from 'zod';
import { cleanText } from '../clean-text';
import { rekeying } from '../shared/rekey';

const MOST_TEXTS = 50;
const MOST_CHARACTERS = 200;

/** All accepted texts, each as it is compared; they replace those of the question. */
const TextKey = z.strictObject({
  accept: z
    .array(cleanText(MOST_CHARACTERS).refine((text) => text.trim() !== ''))
    .min(1)
    .max(MOST_TEXTS),
});

type Keyed = { readonly accept: readonly (readonly string[])[] };

/** Other accepted texts. */
export const rekeyText = rekeying(TextKey, (_: Keyed, { accept }): Keyed => ({ accept: accept.map((text) => [text]) }));
