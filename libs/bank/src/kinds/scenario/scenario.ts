import { z } from 'zod';
import type { BundleOf } from '../../bundle';
import type { ReadFile } from '../../question-folder';
import { AnswerId, cleanText, wordCount } from '../clean-text';
import { DEFAULTS } from '../defaults';
import type { Kind, ShownItem } from '../kind';
import { repeatedIn } from '../shared/check-options';
import {
  checkRubric,
  flaggedIn,
  markedOf,
  pointsOf,
  type RubricSecret,
  rubricSecret,
  sampleFiles,
} from '../shared/rubric';
import { ScenarioFile } from './scenario-file';

type WordLimits = { readonly min: number; readonly max: number };

export type FollowUp = { readonly id: string; readonly ask: string; readonly words: WordLimits };

export type ScenarioBundle = BundleOf<
  'scenario',
  {
    readonly words: WordLimits;
    /** Not sent to candidates, who learn only whether another follow-up exists. */
    readonly followUpCount: number;
  },
  RubricSecret & { readonly followUps: readonly FollowUp[] }
>;

const MOST_CHARACTERS = 30_000;
const MOST_PARTS = 6;

/** The id of the answer to the prompt, before any follow-up. */
export const PROMPT = 'prompt';

export const ScenarioAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('scenario'),
  /** In the order in which they were asked; all but the last are final. */
  texts: z
    .array(z.strictObject({ part: AnswerId, text: cleanText(MOST_CHARACTERS) }))
    .min(1)
    .max(MOST_PARTS),
});
export type ScenarioAnswer = z.infer<typeof ScenarioAnswer>;

/** Prose that people mark, with follow-ups that appear one at a time. */
export const scenario: Kind<ScenarioFile, ScenarioBundle, ScenarioAnswer> = {
  ...DEFAULTS,
  scoredBy: 'people',
  file: ScenarioFile,
  answer: ScenarioAnswer,
  namedFiles: ({ samples }) => sampleFiles(samples),
  check: (read) => [...checkFollowUps(read), ...checkRubric(read)],
  partsOf({ yaml, folder }, { explanation, ...statement }) {
    const { words, followUps } = yaml.value;
    return {
      candidate: { ...statement, words, followUpCount: followUps.length },
      secret: { explanation, followUps, ...rubricSecret(yaml.value, folder) },
    };
  },
  /** One text for the prompt and each follow-up that has been shown, in that order. */
  misfitOf(item, { texts }) {
    const asked = partsAsked(item);
    const isWhole = texts.length === asked.length && asked.every(({ id }, index) => texts[index]?.part === id);
    return isWhole ? null : 'unknownPart';
  },
  unreadableIn: (item, { texts }) =>
    partsAsked(item).some(({ maxWords }, index) => wordCount(texts[index]?.text ?? '') > maxWords) ? 'tooLong' : null,
  isEmpty: ({ texts }) => texts.every(({ text }) => text.trim() === ''),
  score(item, { texts }) {
    const possible = pointsOf(markedOf(item.secret.rubric));
    const words = texts.map(({ text }) => wordCount(text));
    return { earned: 0, possible, pending: possible, misconceptions: [], raw: { words } };
  },
  possible: ({ secret }) => pointsOf(markedOf(secret.rubric)),
  misconceptionsOf: flaggedIn,
  rubricOf: ({ rubric }) => markedOf(rubric),
};

function partsAsked({ candidate, revealed }: ShownItem<ScenarioBundle>): readonly { id: string; maxWords: number }[] {
  return [{ id: PROMPT, maxWords: candidate.words.max }, ...revealed];
}

/** The next follow-up; null after the last. */
export function nextFollowUp(
  { followUps }: ScenarioBundle['secret'],
  { revealed }: Pick<ShownItem<ScenarioBundle>, 'revealed'>,
): FollowUp | null {
  return followUps[revealed.length] ?? null;
}

function checkFollowUps({ yaml }: ReadFile<ScenarioFile>) {
  const { followUps } = yaml.value;
  const taken = followUps.flatMap(({ id }, index) =>
    id === PROMPT
      ? [yaml.issueAt(['followUps', index, 'id'], `"${PROMPT}" is the prompt itself; choose another id`)]
      : [],
  );
  const twice = repeatedIn(followUps).map(({ id, index }) =>
    yaml.issueAt(['followUps', index, 'id'], `the follow-up id "${id}" is used twice; use distinct ids`),
  );
  return [...taken, ...twice];
}
