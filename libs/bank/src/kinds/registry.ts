import { z } from 'zod';
import { choice, type ChoiceAnswer, type ChoiceBundle } from './choice/choice';
import { ChoiceFile } from './choice/choice-file';
import { code, type CodeAnswer } from './code/code';
import { design, type DesignAnswer, type DesignBundle } from './design/design';
import { DesignFile } from './design/design-file';
import type { Kind } from './kind';
import { model } from './model/model';
import { numeric, type NumericAnswer, type NumericBundle } from './numeric/numeric';
import { NumericFile } from './numeric/numeric-file';
import { ordering, type OrderingAnswer, type OrderingBundle } from './ordering/ordering';
import { OrderingFile } from './ordering/ordering-file';
import { plot, type PlotAnswer, type PlotBundle } from './plot/plot';
import { PlotFile } from './plot/plot-file';
import { reading, type ReadingAnswer, type ReadingBundle } from './reading/reading';
import { ReadingFile } from './reading/reading-file';
import { scenario, type ScenarioAnswer, type ScenarioBundle } from './scenario/scenario';
import { ScenarioFile } from './scenario/scenario-file';
import { text, type TextAnswer, type TextBundle } from './text/text';
import { TextFile } from './text/text-file';
import type { CodeBundle } from './code/code-bundle';
import type { ModelBundle } from './model/model-bundle';
import { CodeFile } from './code/code-file';
import { ModelFile } from './model/model-file';

/** Every kind of question by its name. */
export const KINDS = { choice, numeric, plot, ordering, reading, text, scenario, design, code, model } as const;
export type QuestionKind = keyof typeof KINDS;

export const QUESTION_KINDS = Object.keys(KINDS) as QuestionKind[];

/** `question.yaml`. */
export const QuestionFile = z.discriminatedUnion('kind', [
  ChoiceFile,
  NumericFile,
  PlotFile,
  OrderingFile,
  ReadingFile,
  TextFile,
  ScenarioFile,
  DesignFile,
  CodeFile,
  ModelFile,
]);
export type QuestionFile = z.infer<typeof QuestionFile>;

export type QuestionBundle =
  | ChoiceBundle
  | NumericBundle
  | PlotBundle
  | OrderingBundle
  | ReadingBundle
  | TextBundle
  | ScenarioBundle
  | DesignBundle
  | CodeBundle
  | ModelBundle;

/** A person's answer as it is stored. Parts are named by id, never by position; `format` lets shapes change. */
export type Answer =
  | ChoiceAnswer
  | NumericAnswer
  | PlotAnswer
  | OrderingAnswer
  | ReadingAnswer
  | TextAnswer
  | ScenarioAnswer
  | DesignAnswer
  | CodeAnswer;

export type AnyKind = Kind<QuestionFile, QuestionBundle, Answer>;

const BY_NAME: ReadonlyMap<string, AnyKind> = new Map(Object.entries<AnyKind>(KINDS));

/** The kind of this name. Throws for a name that no kind has: a stored question always has one. */
export function kindOf(name: string): AnyKind {
  const kind = BY_NAME.get(name);
  if (kind === undefined) throw new Error(`There is no kind of question called ${name}.`);
  return kind;
}

/** The kinds that a timed set may draw: each answer has its score as soon as it is given. */
export const QUIZ_KINDS = QUESTION_KINDS.filter((name) => KINDS[name].scoredBy === 'key');

/** The kinds whose versions can be drawn only once their variants have been made. */
export const FAMILY_KINDS = QUESTION_KINDS.filter((name) => KINDS[name].hasVariants);
