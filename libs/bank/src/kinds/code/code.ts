import { z } from 'zod';
import type { CodeBundle } from './code-bundle';
import { checkCode } from './check-code';
import { CodeFile } from './code-file';
import { LANGUAGES } from '../../languages';
import { textOf } from '../../question-folder';
import { DEFAULTS } from '../defaults';
import type { Kind } from '../kind';
import { languageFiles, programsIn, secretOf, shownOf } from './code-parts';

/** The answer to a question of kind `code` and of kind `model`; `checkSource` says whether it can be graded. */
export const CodeAnswer = z.strictObject({
  format: z.literal(1),
  kind: z.literal('code'),
  language: z.enum(LANGUAGES),
  source: z.string(),
});
export type CodeAnswer = z.infer<typeof CodeAnswer>;

/** The common part of both kinds answered with a program. Submissions are scored, so a saved answer earns nothing. */
export const PROGRAM = {
  ...DEFAULTS,
  scoredBy: 'submission',
  answer: CodeAnswer,
  plantedIn: programsIn,
  isEmpty: ({ source }: CodeAnswer) => source.trim() === '',
  score: () => ({ earned: 0, possible: 1, pending: 0, misconceptions: [], raw: {} }),
} as const;

/** A function or a query, graded on hidden cases. */
export const code: Kind<CodeFile, CodeBundle, CodeAnswer> = {
  ...PROGRAM,
  file: CodeFile,
  namedFiles: (question) => [
    ...languageFiles(question),
    { file: question.cases.make, path: ['cases', 'make'] },
    ...(question.cases.schema === undefined ? [] : [{ file: question.cases.schema, path: ['cases', 'schema'] }]),
  ],
  check: (read) => checkCode(read.yaml.value, read),
  partsOf(read, { explanation, ...statement }) {
    const { cases, groups, compare } = read.yaml.value;
    const schema = cases.schema === undefined ? null : textOf(read.folder, cases.schema);
    const shown = Object.entries(groups).map(([name, { hint, ...group }]) => ({ name, ...group, hint: hint ?? null }));
    return {
      candidate: {
        ...statement,
        ...shownOf(read.yaml.value, read),
        ...(schema === null ? {} : { schema }),
        groups: shown,
      },
      secret: { explanation, ...secretOf(read.yaml.value, read, cases.make), schema, compare },
    };
  },
};
