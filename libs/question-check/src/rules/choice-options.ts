import type { ChoiceBundle, LoadedQuestion } from '@holdout/bank';
import { KINDS, rngOf } from '@holdout/bank';
import type { Finding } from '../finding';
import type { Rule } from '../subject';

const RULE = 'options';
const LONGEST_TO_SHORTEST = 1.5;
/** Below this a few letters are a large share, and nothing is given away by them. */
const SHORT = 30;
const ABSOLUTES =
  /\b(always|never|all of the above|none of the above|impossible|guaranteed|in every case|only ever)\b/i;
const DRAWS = 400;
/** Five standard deviations: one in a million fair shuffles lies further off. */
const TOO_FAR = 5;

/** The length, wording and position of an option must not give away the key. */
export const choiceOptions: Rule = {
  id: RULE,
  says: 'Options are alike in length and without absolutes, and the right ones stand at any place.',
  check({ question }) {
    const { bundle } = question;
    const found = [...choicesOf(bundle).flatMap(looks), ...(bundle.kind === 'choice' ? places(bundle) : [])];
    return Promise.resolve({
      findings: found.map((message): Finding => ({ rule: RULE, file: 'question.yaml', message })),
    });
  },
};

type Shown = { readonly id: string; readonly text: string };

/** Every list of options that a question shows, its own or those of its parts. */
function choicesOf(bundle: LoadedQuestion['bundle']): readonly (readonly Shown[])[] {
  if (bundle.kind === 'choice') return [bundle.candidate.options];
  if (bundle.kind !== 'plot' && bundle.kind !== 'reading') return [];
  return bundle.candidate.parts.flatMap((part) => (part.type === 'choice' ? [part.options] : []));
}

/** What the looks of options give away. */
export function looks(options: readonly Shown[]): readonly string[] {
  const lengths = options.map(({ text }) => text.length);
  const [longest, shortest] = [Math.max(...lengths), Math.min(...lengths)];
  const isUneven = longest > SHORT && longest > LONGEST_TO_SHORTEST * shortest;
  const absolutes = options.flatMap(({ id, text }) => {
    const word = ABSOLUTES.exec(text)?.[0];
    return word === undefined ? [] : [`option ${id} says "${word}"; say what holds when`];
  });
  const uneven = `the longest option has ${longest} characters and the shortest ${shortest}; at most half as many again`;
  return isUneven ? [uneven, ...absolutes] : absolutes;
}

/** In many draws a key stands at each place about equally often. */
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
    ? [`keys stand more often at some places than at others: ${counts.join(', ')} of ${DRAWS} draws`]
    : [];
}
