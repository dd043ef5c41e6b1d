import type { YAMLError } from 'yaml';
import type { z } from 'zod';

/** The remedy for each parser error, for authors who are new to YAML. */
const ADVICE: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'put quotes around a text that begins with *',
  BAD_INDENT: 'indent it like the lines around it, with spaces',
  BLOCK_AS_IMPLICIT_KEY: 'put quotes around a text with ": " in it',
  DUPLICATE_KEY: 'remove one of the two',
  MISSING_CHAR: 'close the open bracket, brace or quote',
  MULTIPLE_DOCS: 'remove the line "---" within the file',
  TAB_AS_INDENT: 'replace the tab by spaces',
  UNEXPECTED_TOKEN: "put quotes around the whole text; within '…' an apostrophe is written twice",
};

/** The message of the parser, with a remedy. */
export function parseMessage({ code, message }: YAMLError): string {
  const advice = ADVICE[code];
  // The message of the parser refers to another function of its API.
  const says = code === 'MULTIPLE_DOCS' ? 'A second document begins here' : message.replace(/\.$/, '');
  return advice === undefined ? says : `${says}; ${advice}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'a boolean',
  int: 'an integer',
  null: 'nothing',
  number: 'a number',
  object: 'keys with values',
  record: 'keys with values',
  string: 'a string',
};

/** Default messages of the library that are replaced here. */
const LIBRARY = /^(Invalid input: expected|Too small|Too big)/;

/** The expected and the actual value; a message of the schema itself takes precedence. */
export function shapeMessage(issue: z.core.$ZodIssue, value: unknown): string {
  if (!LIBRARY.test(issue.message)) return `: ${issue.message}`;
  if (issue.code === 'invalid_type') return ` must be ${nounOf(issue.expected)}, not ${nounOf(typeOf(value))}`;
  if (issue.code === 'too_small') return ` is too ${extentOf(issue.origin, 'small')} at least ${issue.minimum}`;
  if (issue.code === 'too_big') return ` is too ${extentOf(issue.origin, 'large')} at most ${issue.maximum}`;
  return `: ${issue.message}`;
}

function extentOf(origin: string, size: 'small' | 'large'): string {
  const isSmall = size === 'small';
  if (origin === 'string') return isSmall ? 'short; in characters' : 'long; in characters';
  if (origin === 'array') return isSmall ? 'short a list;' : 'long a list;';
  return `${size};`;
}

const nounOf = (type: string): string => NOUNS[type] ?? type;

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
