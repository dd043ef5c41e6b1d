import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LANGUAGES, QUESTION_KINDS } from '@holdout/bank';
import { NotGraded } from '../not-graded';
import type { Terminal } from '../terminal';
import type { NewCommand } from './parse-question';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export type NewQuestion = { readonly id: string; readonly folder: string; readonly files: readonly string[] };

/** Makes a folder with a small whole question of a kind, which passes every rule as it stands, to be written over. */
export function newQuestion({ questionKind: kind, slug, language, bank }: NewCommand, terminal: Terminal): NewQuestion {
  const template = templateFor(kind, language, terminal.workspace);
  const top = bankFolder(bank, terminal);
  if (!SLUG.test(slug))
    throw new NotGraded(`"${slug}" is no slug: write it in lower case with hyphens, for example late-labels.`);
  const name = `${kind}.${slug}`;
  const folder = join(top, 'questions', name);
  if (existsSync(folder))
    throw new NotGraded(`${folder} is there already. Choose another slug, or edit that question.`);
  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace('{{title}}', titleOf(slug));
    const target = join(folder, file.slice(template.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return { id: name, folder, files: files.map((file) => file.slice(template.length + 1)).sort() };
}

/** What to do next, for whoever has just made one. */
export function renderNew({ id, folder, files }: NewQuestion): string {
  return [
    `Made ${folder} with ${files.join(', ')}.`,
    'It is a whole small question: write your own over it, file by file.',
    `  npx holdout question preview ${id}   shows it as a candidate sees it, and with the answers`,
    `  npx holdout question check ${id}     says whether it grades fairly, and what to mend`,
    '',
  ].join('\n');
}

function templateFor(kind: string, language: string | null, workspace: string): string {
  if (!(QUESTION_KINDS as readonly string[]).includes(kind))
    throw new NotGraded(`There is no kind of question "${kind}"; choose one of ${QUESTION_KINDS.join(', ')}.`);
  if (kind !== 'code' && language !== null)
    throw new NotGraded(`A question of kind ${kind} has no --language; leave it out.`);
  const chosen = language ?? 'python';
  if (!(LANGUAGES as readonly string[]).includes(chosen))
    throw new NotGraded(`--language is "${chosen}"; choose one of ${LANGUAGES.join(', ')}.`);
  return join(workspace, 'bank/templates', kind === 'code' ? `code-${chosen}` : kind);
}

/** The folder of the bank that was named, or of the checkout's own. */
export function bankFolder(named: string | null, { workspace, cwd }: Terminal): string {
  const top = named === null ? join(workspace, 'bank') : resolve(cwd, named);
  if (existsSync(join(top, 'bank.yaml'))) return top;
  throw new NotGraded(`${top} is no bank: it has no bank.yaml. Name the folder of one with --bank.`);
}

function titleOf(slug: string): string {
  const words = basename(slug).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
