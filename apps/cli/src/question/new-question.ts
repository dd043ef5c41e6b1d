import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LANGUAGES, QUESTION_KINDS } from '@holdout/bank';
import { NotGraded } from '../not-graded';
import { programPath, type Terminal } from '../terminal';
import { equip, TEMPLATE_SKILL } from './equip-bank';
import type { NewCommand } from './parse-question';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export type NewQuestion = {
  readonly id: string;
  readonly folder: string;
  readonly files: readonly string[];
  /** What was added to its bank. */
  readonly added: readonly string[];
  /** The folder of its bank, as named on the command line; null for the checkout's bank. */
  readonly bank: string | null;
};

/** Creates a folder with a small, complete question of a kind, which passes every rule, as a template for the author. */
export function newQuestion({ questionKind: kind, slug, language, bank }: NewCommand, terminal: Terminal): NewQuestion {
  const template = templateFor(kind, language, terminal.workspace);
  const top = bankFolder(bank, terminal);
  if (!SLUG.test(slug))
    throw new NotGraded(`"${slug}" is not a slug: write it in lower case with hyphens, for example late-labels.`);
  const name = `${kind}.${slug}`;
  const folder = join(top, 'questions', name);
  if (existsSync(folder)) throw new NotGraded(`${folder} already exists. Choose another slug, or edit that question.`);
  const texts = textsIn(template);
  const { skill, added } = equip(top, [...texts.values()], terminal.workspace);
  for (const [path, text] of texts) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text.replace('{{title}}', titleOf(slug)).replace(`[${TEMPLATE_SKILL}]`, `[${skill}]`));
  }
  return { id: name, folder, files: [...texts.keys()].sort(), added, bank };
}

/** What was created and what to do next, as text. */
export function renderNew({ id, folder, files, added, bank }: NewQuestion, terminal: Terminal): string {
  const where = bank === null ? '' : ` --bank ${bank}`;
  const program = programPath(terminal);
  const commands = [`${program} question preview ${id}${where}`, `${program} question check ${id}${where}`] as const;
  const width = Math.max(...commands.map(({ length }) => length));
  return [
    `Created ${folder} with ${files.join(', ')}.`,
    ...(added.length === 0 ? [] : [`Added to the bank, because the question refers to it: ${added.join(', ')}.`]),
    'It is a small, complete question. Replace it with your own, file by file.',
    `  ${commands[0].padEnd(width)}   shows it as a candidate sees it, with the answers`,
    `  ${commands[1].padEnd(width)}   says whether it grades fairly, and what to fix`,
    '',
  ].join('\n');
}

function textsIn(template: string): ReadonlyMap<string, string> {
  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [file.slice(template.length + 1), readFileSync(file, 'utf8')]));
}

function templateFor(kind: string, language: string | null, workspace: string): string {
  if (!(QUESTION_KINDS as readonly string[]).includes(kind))
    throw new NotGraded(`There is no kind of question "${kind}"; choose one of ${QUESTION_KINDS.join(', ')}.`);
  if (kind !== 'code' && language !== null)
    throw new NotGraded(`A question of kind ${kind} has no --language; remove it.`);
  const chosen = language ?? 'python';
  if (!(LANGUAGES as readonly string[]).includes(chosen))
    throw new NotGraded(`--language is "${chosen}"; choose one of ${LANGUAGES.join(', ')}.`);
  return join(workspace, 'bank/templates', kind === 'code' ? `code-${chosen}` : kind);
}

/** The folder of the named bank, or of the checkout's. */
export function bankFolder(named: string | null, { workspace, cwd }: Terminal): string {
  const top = named === null ? join(workspace, 'bank') : resolve(cwd, named);
  if (existsSync(join(top, 'bank.yaml'))) return top;
  throw new NotGraded(
    `${top} is not a bank: it has no bank.yaml. Name the folder of a bank with --bank, or create one: docs/authoring.md, "A bank of your own".`,
  );
}

function titleOf(slug: string): string {
  const words = basename(slug).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
