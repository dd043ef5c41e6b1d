import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type BankIssue, type LoadedBank, type LoadedQuestion, readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import {
  checkKeyOf,
  checkQuestion,
  isChecked,
  type LabOptions,
  MARGINS,
  nearDuplicates,
  type QuestionReport,
} from '@holdout/question-check';
import { NotGraded } from '../not-graded';
import { withSandbox } from '../open-sandbox';
import type { Terminal } from '../terminal';
import { CheckedFile } from './checked-file';
import { bankFolder } from './new-question';
import type { CheckCommand } from './parse-question';
import { Progress } from './progress';

export type CheckOutcome = {
  readonly bank: LoadedBank;
  /** Issues of files, of the whole bank or of the named questions. */
  readonly issues: readonly BankIssue[];
  /** Reports on the questions that were checked in this run. */
  readonly reports: readonly QuestionReport[];
  /** Questions that passed before and have not changed. */
  readonly unchanged: readonly string[];
  /** Questions that this machine could not check. */
  readonly unable: readonly Unable[];
  /** Whether the check was stopped before its end. */
  readonly isStopped: boolean;
};

export type Unable = { readonly id: string; readonly reason: string };

/** Checks questions of a bank; records in its `checked.json` which passed. */
export async function checkQuestions(command: CheckCommand, terminal: Terminal): Promise<CheckOutcome> {
  const folder = bankFolder(command.bank, terminal);
  const bank = readBank(readBankFiles(folder), { sha256 });
  const { wanted, issues } = chosen(bank, command.ids, folder);
  const checked = new CheckedFile(join(folder, 'checked.json'), terminal);
  const ledger = checked.readFirst();
  const isDone = (question: LoadedQuestion): boolean =>
    !command.isRecheck && isChecked(ledger, question.bundle.id, checkKeyOf(question, sha256));
  const open = wanted.filter((question) => !isDone(question));
  const unchanged = command.isChangedOnly ? [] : wanted.filter(isDone).map(({ bundle }) => bundle.id);
  const found = open.length === 0 ? NOTHING : await checkAll({ bank, open, checked }, terminal);
  return { bank, issues, unchanged, ...found, isStopped: terminal.signal.aborted };
}

type Chosen = { readonly wanted: readonly LoadedQuestion[]; readonly issues: readonly BankIssue[] };

/** The named questions, or all. A question that does not load has issues instead. */
function chosen({ bank, questions, issues }: LoadedBank, ids: readonly string[], folder: string): Chosen {
  if (ids.length === 0) return { wanted: questions, issues };
  const named = ids.map((id) => {
    const name = id.replace(`${bank?.id ?? ''}/`, '');
    const question = questions.find(({ bundle }) => bundle.id === `${bank?.id}/${name}`);
    const own = issues.filter(({ file }) => `${file}/`.startsWith(`questions/${name}/`));
    if (question === undefined && own.length === 0 && bank !== null)
      throw new NotGraded(
        `There is no question ${id} in ${folder}. Correct the spelling, or name its bank with --bank.`,
      );
    return { question, own };
  });
  const shared = issues.filter(({ file }) => !file.startsWith('questions/'));
  return {
    wanted: named.flatMap(({ question }) => question ?? []),
    issues: [...shared, ...named.flatMap(({ own }) => own)],
  };
}

type Work = {
  readonly bank: LoadedBank;
  readonly open: readonly LoadedQuestion[];
  readonly checked: CheckedFile;
};

type Found = { readonly reports: readonly QuestionReport[]; readonly unable: readonly Unable[] };

const NOTHING: Found = { reports: [], unable: [] };

async function checkAll({ bank, open, checked }: Work, terminal: Terminal): Promise<Found> {
  const ids = new Set(bank.questions.map(({ bundle }) => bundle.id));
  const alike = nearDuplicates(bank.questions);
  const programs = plantersIn(terminal.workspace);
  const { misconceptions } = bank;
  const reports: QuestionReport[] = [];
  const unable: Unable[] = [];
  const progress = new Progress(open.length, process.stderr);
  const keep = (report: QuestionReport): void => {
    reports.push(report);
    checked.keep(report, ids);
    progress.end(report.id, report.findings.length === 0 ? 'fair' : `${report.findings.length} to fix`);
  };
  await withSandbox(terminal, async (sandbox) => {
    const options: LabOptions = {
      sandbox,
      signal: terminal.signal,
      sha256,
      programs,
      misconceptions,
      margins: MARGINS,
    };
    await inParallel(open, async (question) => {
      const { id } = question.bundle;
      if (terminal.signal.aborted) return;
      try {
        const report = await checkQuestion(question, options, (rule) => progress.at(id, rule));
        const twin = alike.get(id);
        keep(twin === undefined ? report : { ...report, findings: [...report.findings, twin] });
      } catch (error) {
        // After an abort every failure is a consequence of it.
        if (terminal.signal.aborted) return;
        unable.push({ id, reason: error instanceof Error ? error.message : String(error) });
        progress.end(id, 'could not be checked');
      }
    });
  });
  progress.clear();
  return { reports: sortedById(reports), unable: sortedById(unable) };
}

function sortedById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Runs as many checks at a time as there are cores; each mostly waits for its boxes. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
}

function plantersIn(workspace: string): LabOptions['programs'] {
  const textOf = (name: string): string => readFileSync(join(workspace, 'libs/faults/programs', name), 'utf8');
  return { python: textOf('faults.py'), r: textOf('faults.R') };
}
