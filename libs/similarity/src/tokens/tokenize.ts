import type { Parser } from '@lezer/common';
import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import { parser as r } from 'lezer-r';
import { loadModule } from 'libpg-query';
import { sqlTokens } from './sql-tokens';
import { syntaxTokens } from './syntax-tokens';
import { MOST_CHARS, type Token } from './token';

/** The languages that have a tokenizer. */
export type SimilarityLanguage = 'python' | 'r' | 'javascript' | 'typescript' | 'sql';

const PARSERS: Readonly<Record<Exclude<SimilarityLanguage, 'sql'>, Parser>> = {
  python,
  r,
  javascript: javascript.configure({ dialect: 'jsx' }),
  typescript: javascript.configure({ dialect: 'ts' }),
};

/** What turns programs of a language into tokens. Comments are no tokens; any text can be read. */
export async function tokenizerOf(language: SimilarityLanguage): Promise<(source: string) => readonly Token[]> {
  if (language !== 'sql') return (source) => syntaxTokens(PARSERS[language], readable(source));
  await loadModule();
  return (source) => sqlTokens(readable(source));
}

/** As long as before: the scanner of SQL stops at a null character and refuses half of a surrogate pair. */
const readable = (source: string): string => source.slice(0, MOST_CHARS).replaceAll('\0', ' ').toWellFormed();
