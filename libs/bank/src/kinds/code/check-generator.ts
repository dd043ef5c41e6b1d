import type { BankIssue } from '../../bundle';
import { FILE_ENDINGS, isGeneratorInR, languagesOf } from './language-files';
import type { CodeFile } from './code-file';
import type { ModelFile } from '../model/model-file';
import type { ReadFile } from '../../question-folder';

type Question = CodeFile | ModelFile;

/** The issues of a question's generator. */
export function checkGenerator(question: Question, { yaml, context }: ReadFile<unknown>): readonly BankIssue[] {
  const [path, make] =
    'cases' in question ? (['cases', question.cases.make] as const) : (['data', question.data.make] as const);
  const at = (message: string): BankIssue => yaml.issueAt([path, 'make'], message);
  if (!isGeneratorInR(make)) {
    return make.endsWith('.py')
      ? []
      : [at(`a generator ends in .py or ${FILE_ENDINGS.r.join(' or ')}; rename ${make}`)];
  }
  const simulated = question.datasets.filter((id) => (context.datasets.get(id)?.simulator ?? null) !== null);
  return [
    // One grader makes the cases and runs the reference, and a job is assigned by the reference's language.
    ...(languagesOf(question)[0]?.[0] === 'r'
      ? []
      : [at('a generator in R needs R as the first language of the question; write it in Python')]),
    ...(simulated.length === 0
      ? []
      : [at(`a generator in R cannot import the simulator of ${simulated.join(', ')}; write it in Python`)]),
  ];
}
