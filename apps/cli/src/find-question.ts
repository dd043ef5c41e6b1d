import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type BankIssue, type CodeBundle, type LoadedQuestion, type ModelBundle, readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import { NotGraded } from './not-graded';
import type { Terminal } from './terminal';

export type Gradable = LoadedQuestion & { readonly bundle: CodeBundle | ModelBundle };

/** The location of a question: the folder of its bank, and its own. */
export type Located = { readonly bank: string; readonly folder: string };

/** `<kind>.<slug>`, optionally after the id of its bank. */
const ID = /^(?:([a-z0-9-]+)\/)?([a-z]+\.[a-z0-9-]+)$/;

/**
 * The question that an id or a path names: one of the checkout's bank or of HOLDOUT_BANKS, or a folder anywhere. A folder
 * outside any bank is read with the taxonomy, misconceptions and datasets of the checkout's bank.
 */
export function findQuestion(named: string, terminal: Terminal): Gradable {
  const place = locateQuestion(named, terminal);
  const { questions, issues } = readBank(filesOfQuestion(place), { sha256 });
  const [question] = questions;
  if (!question)
    throw new NotGraded(`The question ${named} has issues; fix them first:\n${issues.map(lineOf).join('\n')}`);
  const { bundle } = question;
  if (bundle.kind !== 'code' && bundle.kind !== 'model')
    throw new NotGraded(
      `${named} is a ${bundle.kind} question, which is not answered with a file. Only code and model questions are graded here.`,
    );
  return { ...question, bundle };
}

/** The location of the question that an id or a path names, whether or not it can be read. */
export function locateQuestion(named: string, { workspace, cwd, banks = [] }: Terminal): Located {
  const known = [...new Set([join(workspace, 'bank'), ...banks])];
  const place = locateId(named, known) ?? locateFolder(resolve(cwd, named), workspace);
  if (place === null) throw notFound(named);
  return place;
}

/** The location in the first bank that has the question. */
function locateId(named: string, banks: readonly string[]): Located | null {
  const [, bankId, name] = ID.exec(named) ?? [];
  if (name === undefined) return null;
  for (const bank of banks) {
    const folder = join(bank, 'questions', name);
    if (!isFile(join(folder, 'question.yaml'))) continue;
    if (bankId === undefined || bankId === readBank(sharedFiles(bank), { sha256 }).bank?.id) return { bank, folder };
  }
  return null;
}

function locateFolder(folder: string, workspace: string): Located | null {
  if (!isFile(join(folder, 'question.yaml'))) return null;
  const around = dirname(dirname(folder));
  const isInBank = basename(dirname(folder)) === 'questions' && isFile(join(around, 'bank.yaml'));
  return { bank: isInBank ? around : join(workspace, 'bank'), folder };
}

/** A bank with only this question, so that issues elsewhere do not matter. */
export function filesOfQuestion({ bank, folder }: Located): ReadonlyMap<string, string> {
  const shared = sharedFiles(bank);
  const own = readBankFiles(folder);
  return new Map([
    ...shared,
    ...[...own].map(([path, text]) => [`questions/${basename(folder)}/${path}`, text] as const),
  ]);
}

function sharedFiles(bank: string): ReadonlyMap<string, string> {
  return new Map([...readBankFiles(bank)].filter(([path]) => !path.startsWith('questions/')));
}

function notFound(named: string): NotGraded {
  return new NotGraded(
    `There is no question ${named}: it is neither the id of a question in the checkout's bank or in HOLDOUT_BANKS, nor a folder with a question.yaml. Check the spelling.`,
  );
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

const lineOf = ({ file, line, message }: BankIssue): string =>
  `  ${file}${line === undefined ? '' : `:${line}`}: ${message}`;
