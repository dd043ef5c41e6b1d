import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { checkSource, FILE_ENDINGS, type Language, LANGUAGES, MAX_SOURCE_BYTES, type SourceIssue } from '@holdout/bank';
import type { Gradable } from './find-question';
import { NotGraded } from './not-graded';

const REFUSALS: Readonly<Record<SourceIssue, string>> = {
  empty: 'is empty',
  tooLarge: `has more than ${MAX_SOURCE_BYTES} bytes`,
  nulByte: 'contains a NUL character',
  loneSurrogate: 'contains invalid Unicode',
};

/** The text of a file to grade, under the same rules as code that is submitted to the service. */
export function readSource(file: string, cwd: string): string {
  const source = textOf(file, resolve(cwd, file));
  const issue = checkSource(source);
  if (issue !== null) throw new NotGraded(`${file} ${REFUSALS[issue]}.`);
  return source;
}

function textOf(file: string, path: string): string {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new NotGraded(`${file} is not a file.`);
    if (found.size > MAX_SOURCE_BYTES) throw new NotGraded(`${file} ${REFUSALS.tooLarge}.`);
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) throw new NotGraded(`${file} is not UTF-8 text.`);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof NotGraded) throw error;
    throw new NotGraded(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

const BY_ENDING: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.flatMap((language) => FILE_ENDINGS[language].map((ending) => [ending, language] as const)),
);

/** The language from the command line, from the file's extension, or the only one of the question. */
export function languageOf(asked: Language | null, file: string, { bundle }: Gradable): Language {
  const offered = LANGUAGES.filter((language) => bundle.candidate.languages[language] !== undefined);
  const language = asked ?? BY_ENDING.get(extname(file)) ?? (offered.length === 1 ? offered[0] : undefined);
  if (language === undefined) throw new NotGraded(`${file} may be ${offered.join(' or ')}; say which with --language.`);
  if (!offered.includes(language))
    throw new NotGraded(`${bundle.id} is answered in ${offered.join(' or ')}, not in ${language}.`);
  return language;
}
