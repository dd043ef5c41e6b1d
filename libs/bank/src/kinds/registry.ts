import { z } from 'zod';
import { QUESTION_KINDS, type QuestionKind } from '../question-kinds';
import { choice } from './choice/choice';
import { code } from './code/code';
import { design } from './design/design';
import type { Kind } from './kind';
import { model } from './model/model';
import { numeric } from './numeric/numeric';
import { ordering } from './ordering/ordering';
import { plot } from './plot/plot';
import { reading } from './reading/reading';
import { scenario } from './scenario/scenario';
import { text } from './text/text';

/** Every kind of question by its name. */
export const KINDS = {
  choice,
  numeric,
  plot,
  ordering,
  reading,
  text,
  scenario,
  design,
  code,
  model,
} as const satisfies Readonly<Record<QuestionKind, object>>;

type TypesOf<K> =
  K extends Kind<infer File, infer Bundle, infer Answer> ? { file: File; bundle: Bundle; answer: Answer } : never;
type Types = { readonly [K in QuestionKind]: TypesOf<(typeof KINDS)[K]> }[QuestionKind];

const [FIRST, ...OTHERS] = QUESTION_KINDS;

/** `question.yaml`. */
export const QuestionFile: z.ZodType<Types['file']> = z.discriminatedUnion('kind', [
  KINDS[FIRST].file,
  ...OTHERS.map((name) => KINDS[name].file),
]);
export type QuestionFile = Types['file'];

export type QuestionBundle = Types['bundle'];

/** A person's answer as it is stored. Parts are named by id, never by position; `format` lets shapes change. */
export type Answer = Types['answer'];

export type AnyKind = Kind<QuestionFile, QuestionBundle, Answer>;

const BY_NAME: ReadonlyMap<string, AnyKind> = new Map(Object.entries<AnyKind>(KINDS));

/** The kind with this name. Throws for an unknown name, because every stored question has a kind. */
export function kindOf(name: string): AnyKind {
  const kind = BY_NAME.get(name);
  if (kind === undefined) throw new Error(`There is no kind of question called ${name}.`);
  return kind;
}

/** The kinds whose answers are scored by a key as soon as they are given. */
export const QUIZ_KINDS = QUESTION_KINDS.filter((name) => KINDS[name].scoredBy === 'key');

/** The kinds of which variants must be made before a version can be drawn. */
export const FAMILY_KINDS = QUESTION_KINDS.filter((name) => KINDS[name].hasVariants);
