import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type BankIssue, type CodeBundle, type LoadedQuestion, type ModelBundle, readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import { NotGraded } from './not-graded';
import type { Terminal } from './terminal';

export type Gradable = LoadedQuestion & { readonly bundle: CodeBundle | ModelBundle };

type Located = { readonly bank: string; readonly folder: string };

/** `<kind>.<slug>`, perhaps after the id of its bank. */
const ID = /^(?:([a-z0-9-]+)\/)?([a-z]+\.[a-z0-9-]+)$/;

/**
 * The question that an id or a path names: one of the checkout's bank, or a folder anywhere. A folder that lies in no
 * bank is read with the taxonomy, the misconceptions and the datasets of the checkout's.
 */
export async function findQuestion(named: string, { workspace, cwd }: Terminal): Promise<Gradable> {
  const place = (await locateId(named, workspace)) ?? locateFolder(resolve(cwd, named), workspace);
  if (place === null) throw notFound(named);
  const { questions, issues } = readBank(await filesOf(place), { sha256 });
  const [question] = questions;
  if (!question) throw new NotGraded(`The question ${named} cannot be used:\n${issues.map(lineOf).join('\n')}`);
  const { bundle } = question;
  if (bundle.kind === 'choice' || bundle.kind === 'numeric')
    throw new NotGraded(
      `${named} is a ${bundle.kind} question, which no file answers. Only code and model questions are graded here.`,
    );
  return { ...question, bundle };
}

async function locateId(named: string, workspace: string): Promise<Located | null> {
  const [, bankId, name] = ID.exec(named) ?? [];
  if (name === undefined) return null;
  const bank = join(workspace, 'bank');
  const folder = join(bank, 'questions', name);
  if (!isFile(join(folder, 'question.yaml'))) return null;
  const isOwn = bankId === undefined || bankId === readBank(await sharedFiles(bank), { sha256 }).bank?.id;
  return isOwn ? { bank, folder } : null;
}

function locateFolder(folder: string, workspace: string): Located | null {
  if (!isFile(join(folder, 'question.yaml'))) return null;
  const around = dirname(dirname(folder));
  const isInBank = basename(dirname(folder)) === 'questions' && isFile(join(around, 'bank.yaml'));
  return { bank: isInBank ? around : join(workspace, 'bank'), folder };
}

/** A bank with this one question in it, so that what is wrong elsewhere stands in nobody's way. */
async function filesOf({ bank, folder }: Located): Promise<ReadonlyMap<string, string>> {
  const shared = await sharedFiles(bank);
  const own = await readBankFiles(folder);
  return new Map([
    ...shared,
    ...[...own].map(([path, text]) => [`questions/${basename(folder)}/${path}`, text] as const),
  ]);
}

async function sharedFiles(bank: string): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await readBankFiles(bank))].filter(([path]) => !path.startsWith('questions/')));
}

function notFound(named: string): NotGraded {
  return new NotGraded(
    `There is no question ${named}: neither a question of that id in bank/questions, nor a folder with a question.yaml.`,
  );
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

const lineOf = ({ file, line, message }: BankIssue): string =>
  `  ${file}${line === undefined ? '' : `:${line}`}: ${message}`;
