import { z } from 'zod';
import type { BundleOf } from '../../bundle';
import type { Rng } from '../../rng';
import { AnswerId, distinct } from '../clean-text';
import { DEFAULTS } from '../defaults';
import type { Kind } from '../kind';
import {
  type KeyedOption,
  keyedOption,
  misfitOfPicked,
  scorePicked,
  type ShownOption,
  shownOption,
} from '../shared/choice-part';
import { checkChoice } from './check-choice';
import { ChoiceFile } from './choice-file';
import { rekeyChoice } from './rekey-choice';
import { withSecret } from '../shared/rekey';

export type ChoiceBundle = BundleOf<
  'choice',
  { readonly choose: 'one' | 'many'; readonly options: readonly ShownOption[] },
  { readonly show: number | null; readonly options: readonly KeyedOption[] }
>;

export const ChoiceAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('choice'),
  picked: distinct(AnswerId, 12),
});
export type ChoiceAnswer = z.infer<typeof ChoiceAnswer>;

/** The ids of the options that one item shows, shuffled: every key, and others up to `show`. */
export function drawChoice({ secret }: Pick<ChoiceBundle, 'secret'>, rng: Rng): readonly string[] {
  const { options, show } = secret;
  const keys = options.filter((option) => option.key);
  const others = rng.shuffle(options.filter((option) => !option.key));
  const room = show === null ? others.length : Math.max(0, show - keys.length);
  return rng.shuffle([...keys, ...others.slice(0, room)].map((option) => option.id));
}

/** Options of which one or several are correct. */
export const choice: Kind<ChoiceFile, ChoiceBundle, ChoiceAnswer> = {
  ...DEFAULTS,
  file: ChoiceFile,
  answer: ChoiceAnswer,
  rekeyed: (item, key) => withSecret(item, rekeyChoice(item.secret, key)),
  check: checkChoice,
  partsOf({ yaml }, { explanation, ...statement }) {
    const { choose, show, options } = yaml.value;
    return {
      candidate: { ...statement, choose, options: options.map(shownOption) },
      secret: { explanation, show: show ?? null, options: options.map(keyedOption) },
    };
  },
  draw: (bundle, rng) => ({ options: drawChoice(bundle, rng) }),
  misfitOf: ({ candidate, draw }, { picked }) => misfitOfPicked(candidate.choose, draw?.['options'] ?? [], picked),
  isEmpty: ({ picked }) => picked.length === 0,
  score: ({ candidate, secret }, { picked }) => ({
    ...scorePicked(candidate.choose, secret.options, picked),
    pending: 0,
    raw: { picked },
  }),
  misconceptionsOf: ({ options }) => options.flatMap((option) => option.misconception ?? []),
};
