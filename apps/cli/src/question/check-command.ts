import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type LoadedBank, type LoadedQuestion, readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import {
  checkKeyOf,
  checkQuestion,
  isChecked,
  type LabOptions,
  type Ledger,
  nearDuplicates,
  type QuestionReport,
  readLedger,
  withReports,
  writeLedger,
} from '@holdout/question-check';
import { NotGraded } from '../not-graded';
import { withSandbox } from '../open-sandbox';
import type { Terminal } from '../terminal';
import { bankFolder } from './new-question';
import type { CheckCommand } from './parse-question';
import { Progress } from './progress';

export type CheckOutcome = {
  readonly bank: LoadedBank;
  /** Of what was checked now. */
  readonly reports: readonly QuestionReport[];
  /** What passed before and has not changed. */
  readonly unchanged: readonly string[];
};

/** Checks questions of a bank, and keeps in its `checked.json` what passed. */
export async function checkQuestions(command: CheckCommand, terminal: Terminal): Promise<CheckOutcome> {
  const folder = bankFolder(command.bank, terminal);
  const bank = readBank(readBankFiles(folder), { sha256 });
  const wanted = chosen(bank, command.ids);
  const ledgerPath = join(folder, 'checked.json');
  const ledger = ledgerAt(ledgerPath);
  const isDone = (question: LoadedQuestion): boolean =>
    !command.isAnew && isChecked(ledger, question.bundle.id, checkKeyOf(question, sha256));
  const open = wanted.filter((question) => !isDone(question));
  const unchanged = wanted.filter(isDone).map(({ bundle }) => bundle.id);
  const reports = open.length === 0 ? [] : await checkAll({ bank, open, ledgerPath }, terminal);
  return { bank, reports, unchanged: command.isChangedOnly ? [] : unchanged };
}

function chosen({ questions }: LoadedBank, ids: readonly string[]): readonly LoadedQuestion[] {
  if (ids.length === 0) return questions;
  return ids.map((id) => {
    const found = questions.find(({ bundle }) => bundle.id === id || bundle.id.endsWith(`/${id}`));
    if (found === undefined) throw new NotGraded(`There is no question ${id} in the bank, or it does not load.`);
    return found;
  });
}

type Work = {
  readonly bank: LoadedBank;
  readonly open: readonly LoadedQuestion[];
  readonly ledgerPath: string;
};

async function checkAll({ bank, open, ledgerPath }: Work, terminal: Terminal): Promise<readonly QuestionReport[]> {
  const ids = new Set(bank.questions.map(({ bundle }) => bundle.id));
  const alike = nearDuplicates(bank.questions);
  const programs = plantersIn(terminal.workspace);
  const reports: QuestionReport[] = [];
  const progress = new Progress(open.length, process.stderr);
  const keep = (report: QuestionReport): void => {
    reports.push(report);
    // Read anew: another check may have written to it meanwhile.
    writeAtomically(ledgerPath, writeLedger(withReports(ledgerAt(ledgerPath), [report], ids)));
    progress.end(report.id, report.findings.length === 0 ? 'fair' : `${report.findings.length} to mend`);
  };
  await withSandbox(terminal.workspace, async (sandbox) => {
    const options: LabOptions = { sandbox, signal: terminal.signal, sha256, programs };
    await inParallel(open, async (question) => {
      const report = await checkQuestion(question, options, (rule) => progress.at(question.bundle.id, rule));
      const twin = alike.get(question.bundle.id);
      keep(twin === undefined ? report : { ...report, findings: [...report.findings, twin] });
    });
  });
  progress.clear();
  return reports.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** As many at a time as there are cores: each waits for its own boxes most of the time. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
}

function ledgerAt(path: string): Ledger {
  return readLedger(existsSync(path) ? readFileSync(path, 'utf8') : undefined);
}

function plantersIn(workspace: string): LabOptions['programs'] {
  const textOf = (name: string): string => readFileSync(join(workspace, 'libs/faults/programs', name), 'utf8');
  return { python: textOf('faults.py'), r: textOf('faults.R') };
}

function writeAtomically(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
