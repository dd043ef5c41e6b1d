import type { CodeFile, ModelFile, QuestionFile } from './question-file';

export type NamedFile = { readonly file: string; readonly path: readonly PropertyKey[] };

/** Every file that a question names, with the key that does. */
export function namedFiles(question: QuestionFile): readonly NamedFile[] {
  switch (question.kind) {
    case 'choice':
      return [];
    case 'numeric':
      return [{ file: question.family, path: ['family'] }];
    case 'code':
      return [
        ...languageFiles(question),
        { file: question.cases.make, path: ['cases', 'make'] },
        ...(question.cases.schema === undefined ? [] : [{ file: question.cases.schema, path: ['cases', 'schema'] }]),
      ];
    case 'model':
      return [...languageFiles(question), { file: question.data.make, path: ['data', 'make'] }];
  }
}

function languageFiles({ languages }: CodeFile | ModelFile): readonly NamedFile[] {
  return Object.entries(languages).flatMap(([language, { starter, solution, alternatives, mutants }]) => {
    const at = ['languages', language];
    return [
      { file: starter, path: [...at, 'starter'] },
      { file: solution, path: [...at, 'solution'] },
      ...alternatives.map((file, index) => ({ file, path: [...at, 'alternatives', index] })),
      ...mutants.map(({ file }, index) => ({ file, path: [...at, 'mutants', index, 'file'] })),
    ];
  });
}
