import type { KeyedOption } from '../shared/choice-part';
import { OptionsKey, rekeying, rekeyOptions } from '../shared/rekey';

type Keyed = { readonly options: readonly KeyedOption[] };

/** Other correct options. */
export const rekeyChoice = rekeying(OptionsKey, (secret: Keyed, key): Keyed | null => {
  const options = rekeyOptions(secret.options, key);
  return options && { options };
});
