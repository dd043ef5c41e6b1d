import type { ModelBundle } from './model-bundle';
import { checkModel } from '../code/check-code';
import { ModelFile } from './model-file';
import { textOf } from '../../question-folder';
import { type CodeAnswer, PROGRAM } from '../code/code';
import { languageFiles, secretOf, shownOf } from '../code/code-parts';
import type { Kind } from '../kind';

/** A function that trains a model, measured on held-out rows. */
export const model: Kind<ModelFile, ModelBundle, CodeAnswer> = {
  ...PROGRAM,
  file: ModelFile,
  namedFiles: (question) => [
    ...languageFiles(question),
    { file: question.data.make, path: ['data', 'make'] },
    { file: question.baseline, path: ['baseline'] },
  ],
  check: (read) => checkModel(read.yaml.value, read),
  partsOf(read, { explanation, ...statement }) {
    const { baseline, guards, maxSpread, metric, data } = read.yaml.value;
    return {
      candidate: {
        ...statement,
        ...shownOf(read.yaml.value, read),
        metric,
        ...(guards.length === 0 ? {} : { guards }),
        ...(maxSpread === undefined ? {} : { runs: { count: 3 as const, maxSpread } }),
      },
      secret: {
        explanation,
        ...secretOf(read.yaml.value, read, data.make),
        baseline: { path: baseline, text: textOf(read.folder, baseline) },
      },
    };
  },
};
