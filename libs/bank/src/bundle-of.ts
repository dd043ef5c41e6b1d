import type { ChoiceBundle, CodeBundle, CodeCandidate, CodeSecret, LanguageShown, ModelBundle, NumericBundle, QuestionBundle } from './bundle';
import type { ChoiceFile, CodeFile, Language, ModelFile, NumericFile } from './question-file';
import type { KnownDataset, ReadFile } from './question-folder';
import { textOf } from './question-folder';
import type { QuestionText } from './read-question-text';

/** The bundle of a question without issues. */
export function bundleOf(read: ReadFile, text: QuestionText): QuestionBundle {
  const { value } = read.yaml;
  switch (value.kind) {
    case 'choice':
      return choiceBundle(value, read, text);
    case 'numeric':
      return numericBundle(value, read, text);
    case 'code':
      return codeBundle(value, read, text);
    case 'model':
      return modelBundle(value, read, text);
  }
}

function headOf(question: ReadFile['yaml']['value'], { folder, context }: ReadFile) {
  const { title, level, minutes, licence, sources } = question;
  const skills = [...new Set(question.skills.map((id) => context.skillIds.get(id) ?? id))];
  return { format: 1 as const, id: `${context.bankId}/${folder.name}`, title, skills, level, minutes, licence, sources };
}

function choiceBundle(question: ChoiceFile, read: ReadFile, { explanation, ...statement }: QuestionText): ChoiceBundle {
  const { choose, show, options } = question;
  return {
    ...headOf(question, read),
    kind: 'choice',
    candidate: { ...statement, choose, options: options.map(({ id, text }) => ({ id, text })) },
    secret: {
      explanation,
      show: show ?? null,
      options: options.map(({ id, key, why, misconception }) => ({ id, key, why, misconception: misconception ?? null })),
    },
  };
}

function numericBundle(question: NumericFile, read: ReadFile, { explanation, ...statement }: QuestionText): NumericBundle {
  const { unit, writeAs, family } = question;
  return {
    ...headOf(question, read),
    kind: 'numeric',
    candidate: { ...statement, unit, writeAs: writeAs ?? null },
    secret: { explanation, family: { path: family, text: textOf(read.folder, family) } },
  };
}

function codeBundle(question: CodeFile, read: ReadFile, { explanation, ...statement }: QuestionText): CodeBundle {
  const schema = question.cases.schema === undefined ? null : textOf(read.folder, question.cases.schema);
  const groups = Object.entries(question.groups).map(([name, { title, points, hint }]) => ({ name, title, points, hint: hint ?? null }));
  return {
    ...headOf(question, read),
    kind: 'code',
    candidate: { ...statement, ...shownOf(question, read), ...(schema === null ? {} : { schema }), groups },
    secret: { explanation, ...secretOf(question, read, question.cases.make), schema, compare: question.compare },
  };
}

function modelBundle(question: ModelFile, read: ReadFile, { explanation, ...statement }: QuestionText): ModelBundle {
  return {
    ...headOf(question, read),
    kind: 'model',
    candidate: { ...statement, ...shownOf(question, read), metric: question.metric },
    secret: { explanation, ...secretOf(question, read, question.data.make) },
  };
}

function shownOf(question: CodeFile | ModelFile, read: ReadFile): CodeCandidate {
  const languages: Partial<Record<Language, LanguageShown>> = {};
  for (const [language, file] of languagesOf(question)) {
    const { entry, starter, limits } = file;
    languages[language] = { entry: entry ?? null, starter: textOf(read.folder, starter), ...limits };
  }
  return { datasets: datasetsOf(question, read).map(({ shown }) => shown), languages };
}

function secretOf(question: CodeFile | ModelFile, read: ReadFile, make: string): CodeSecret {
  const solutions: Partial<Record<Language, { path: string; text: string }>> = {};
  for (const [language, { solution }] of languagesOf(question)) {
    solutions[language] = { path: solution, text: textOf(read.folder, solution) };
  }
  const datasets = datasetsOf(question, read).map(({ shown, files }) => ({ id: shown.id, files }));
  return { make: { path: make, text: textOf(read.folder, make) }, datasets, solutions };
}

function datasetsOf(question: CodeFile | ModelFile, { context }: ReadFile): readonly KnownDataset[] {
  return question.datasets.flatMap((id) => context.datasets.get(id) ?? []);
}

type LanguageFile = NonNullable<CodeFile['languages'][Language]>;

/** In one fixed order, whatever the order of the file. */
function languagesOf({ languages }: CodeFile | ModelFile): readonly (readonly [Language, LanguageFile])[] {
  const { python, sql }: CodeFile['languages'] = languages;
  return [
    ...(python === undefined ? [] : [['python', python] as const]),
    ...(sql === undefined ? [] : [['sql', sql] as const]),
  ];
}
