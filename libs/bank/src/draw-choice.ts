import type { ChoiceBundle } from './bundle';
import type { Rng } from './rng';

/** The ids of the options that one variant shows, in its order: every key, and as many others as `show` has room for. */
export function drawChoice(bundle: ChoiceBundle, rng: Rng): readonly string[] {
  const { options, show } = bundle.secret;
  const keys = options.filter((option) => option.key);
  const others = rng.shuffle(options.filter((option) => !option.key));
  const room = show === null ? others.length : Math.max(0, show - keys.length);
  return rng.shuffle([...keys, ...others.slice(0, room)].map((option) => option.id));
}
