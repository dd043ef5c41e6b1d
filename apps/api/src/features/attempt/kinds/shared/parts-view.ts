import type { ChoicePartSecret, ChoicePartShown, Draw } from '@holdout/bank';
import type { ItemScoreRow } from '@holdout/persistence';
import type {
  ChoiceOption,
  ChoicePart,
  ChoicePartAnswer,
  ChoicePartAnswerInput,
  ChoicePartFeedback,
  OptionFeedback,
} from '../../../../generated/resolvers';
import { setFormulas } from '@holdout/formulas';
import type { Given } from '../kind-view';

type Drawn = readonly string[] | undefined;
type Sentence = Given<never>['sentence'];

/** The options of a choice, in drawn order. */
export function optionsView(options: readonly { id: string; text: string }[], drawn: Drawn): ChoiceOption[] {
  return inOrder(options, drawn).map(({ id, text }) => ({ id, text: setFormulas(text) }));
}

/** Explanation of each option, in drawn order. */
export function reasonsView(options: ChoicePartSecret['options'], drawn: Drawn, sentence: Sentence): OptionFeedback[] {
  return inOrder(options, drawn).map(({ id, key, why, misconception }) => ({
    id,
    isKey: key,
    why: setFormulas(why),
    misconception: sentence(misconception),
  }));
}

export function choicePartView({ id, ask, points, choose, options }: ChoicePartShown, draw: Draw | null) {
  return {
    __typename: 'ChoicePart',
    id,
    ask: setFormulas(ask),
    points,
    choose: choose === 'one' ? 'ONE' : 'MANY',
    options: optionsView(options, draw?.[id]),
  } as const satisfies ChoicePart;
}

export function choicePartFeedback(
  { id, options }: ChoicePartSecret,
  draw: Draw | null,
  { sentence, earned, points }: { readonly sentence: Sentence; readonly earned: number; readonly points: number },
) {
  return {
    __typename: 'ChoicePartFeedback',
    part: id,
    earned,
    possible: points,
    options: reasonsView(options, draw?.[id], sentence),
  } as const satisfies ChoicePartFeedback;
}

/** The picked options of each choice part. */
export function choicesView(parts: Readonly<Record<string, object>>): ChoicePartAnswer[] {
  return Object.entries(parts).flatMap(([part, answer]) =>
    'picked' in answer ? [{ part, picked: answer.picked as readonly string[] }] : [],
  );
}

type PartAnswer<A> = A | { readonly picked: readonly string[] };

/** Answers keyed by part id; null if a part is answered twice. */
export function byPart<A extends object>(
  choices: readonly ChoicePartAnswerInput[],
  own: readonly (readonly [part: string, answer: A])[],
): Readonly<Record<string, PartAnswer<A>>> | null {
  const picked = choices.map((choice) => [choice.part, { picked: choice.picked }] as const);
  return once<PartAnswer<A>>([...picked, ...own]);
}

/** Values keyed by id; null if an id is repeated. */
export function once<T>(entries: readonly (readonly [id: string, value: T])[]): Readonly<Record<string, T>> | null {
  const values = new Map(entries);
  return values.size === entries.length ? Object.fromEntries(values) : null;
}

/** Points that a part earned, read from the stored score. */
export function earnedIn(score: ItemScoreRow | null, part: string): number {
  const raw = score?.raw as { parts?: Record<string, { earned?: number } | undefined> } | undefined;
  return raw?.parts?.[part]?.earned ?? 0;
}

function inOrder<T extends { readonly id: string }>(items: readonly T[], drawn: Drawn): readonly T[] {
  return drawn === undefined ? items : drawn.flatMap((id) => items.find((item) => item.id === id) ?? []);
}
