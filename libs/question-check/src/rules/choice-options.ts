import type { ChoiceBundle, LoadedQuestion } from '@holdout/bank';
import { KINDS, rngOf } from '@holdout/bank';
import type { Finding } from '../finding';
import type { Rule } from '../subject';

const RULE = 'options';
const LONGEST_TO_SHORTEST = 1.5;
/** Shorter options are not compared: a few letters are a large share of their length. */
const SHORT = 30;
const ABSOLUTES =
  /\b(always|never|all of the above|none of the above|impossible|guaranteed|in every case|only ever)\b/i;
const DRAWS = 400;
/** Five standard deviations: fewer than one in a million fair shuffles deviate more. */
const TOO_FAR = 5;

/** The length, wording and position of an option must not give away the key. */
export const choiceOptions: Rule = {
  id: RULE,
  says: 'Options have similar lengths and no absolute words, and the correct ones are at random positions.',
  check({ question }) {
    const { bundle } = question;
    const found = [...choicesOf(bundle).flatMap(looks), ...(bundle.kind === 'choice' ? places(bundle) : [])];
    return Promise.resolve({
      findings: found.map((message): Finding => ({ rule: RULE, file: 'question.yaml', message })),
    });
  },
};

type Shown = { readonly id: string; readonly text: string };

/** Every list of options of a question, its own and those of its parts. */
function choicesOf(bundle: LoadedQuestion['bundle']): readonly (readonly Shown[])[] {
  if (bundle.kind === 'choice') return [bundle.candidate.options];
  if (bundle.kind !== 'plot' && bundle.kind !== 'reading') return [];
  return bundle.candidate.parts.flatMap((part) => (part.type === 'choice' ? [part.options] : []));
}

/** Findings on length and wording that reveal the key. */
export function looks(options: readonly Shown[]): readonly string[] {
  const lengths = options.map(({ text }) => text.length);
  const [longest, shortest] = [Math.max(...lengths), Math.min(...lengths)];
  const isUneven = longest > SHORT && longest > LONGEST_TO_SHORTEST * shortest;
  const absolutes = options.flatMap(({ id, text }) => {
    const word = ABSOLUTES.exec(text)?.[0];
    return word === undefined
      ? []
      : [`option ${id} says "${word}", which suggests that it is wrong; state the condition instead`];
  });
  const uneven = `the longest option has ${longest} characters and the shortest ${shortest}; shorten the one or extend the other until the ratio is at most 1.5`;
  return isUneven ? [uneven, ...absolutes] : absolutes;
}

/** Over many draws, the keys must be at each position about equally often. */
function places(bundle: ChoiceBundle): readonly string[] {
  const keys = bundle.secret.options.filter(({ key }) => key).map(({ id }) => id);
  const counts: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const order = KINDS.choice.draw(bundle, rngOf(draw.toString(16).padStart(8, '0')))?.['options'] ?? [];
    order.forEach((id, place) => {
      counts[place] = (counts[place] ?? 0) + (keys.includes(id) ? 1 : 0);
    });
  }
  const share = keys.length / counts.length;
  const deviation = Math.sqrt(DRAWS * share * (1 - share));
  const isSkewed = deviation > 0 && counts.some((count) => Math.abs(count - DRAWS * share) > TOO_FAR * deviation);
  return isSkewed
    ? [
        `the keys are at some positions more often than at others (${counts.join(', ')} of ${DRAWS} draws); report this as a bug of Holdout`,
      ]
    : [];
}
