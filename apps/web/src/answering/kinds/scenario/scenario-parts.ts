import type { ContentOf } from '../field';
import type { ScenarioAnswer, ScenarioDraft } from './scenario-draft';

/** The id of the answer to the prompt itself. */
export const PROMPT = 'prompt';

export type ScenarioPart = {
  readonly id: string;
  /** Null for the prompt, which is shown above. */
  readonly ask: string | null;
  readonly min: number | null;
  readonly max: number;
  readonly text: string;
  readonly isLast: boolean;
};

type Content = Pick<ContentOf<'ScenarioContent'>, 'words' | 'followUps'>;

/** The prompt and the follow-ups shown so far, each with its answer; only the last is editable. */
export function scenarioParts(
  { words, followUps }: Content,
  saved: ScenarioAnswer | null,
  draft: ScenarioDraft | null,
): readonly ScenarioPart[] {
  const asked = [
    { id: PROMPT, ask: null, min: words.min, max: words.max },
    ...followUps.map(({ id, ask, maxWords }) => ({ id, ask, min: null, max: maxWords })),
  ];
  const textOf = (id: string) =>
    draft?.part === id ? draft.text : (saved?.texts.find(({ part }) => part === id)?.text ?? '');
  return asked.map((part, index) => ({ ...part, text: textOf(part.id), isLast: index === asked.length - 1 }));
}
