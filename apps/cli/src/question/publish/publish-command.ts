import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BankIssue, type LoadedQuestion, readBank } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import { filesOfQuestion, type Located, locateQuestion } from '../../find-question';
import { NotGraded } from '../../not-graded';
import type { Terminal } from '../../terminal';
import { checkQuestions } from '../check-command';
import type { PublishCommand } from '../parse-question';
import { exitCodeOfCheck, placeOf, renderCheck } from '../render-check';
import type { Installation } from './installation-client';
import { installationOf } from './installation-of';
import { type Change, preparationOf, publish, type Publication } from './publication';

type Files = ReadonlyMap<string, string>;

/** The files of a bank that every question needs. */
const SHARED = ['bank.yaml', 'taxonomy.yaml', 'misconceptions.yaml'];
const ASK_AGAIN_MS = 1_000;
const LONGEST_WAIT_MS = 600_000;

/** Checks a question and publishes it to an organization of a running installation. Returns the exit code. */
export async function publishQuestion(command: PublishCommand, terminal: Terminal): Promise<number> {
  const installation = installationOf(command, terminal);
  const place = locateQuestion(command.question, terminal);
  const whole = filesOfQuestion(inBank(place));
  const { questions, issues } = readBank(whole, { sha256 });
  const [question] = questions;
  if (question === undefined) return refuse(terminal, issues);
  const files = neededOf(whole, question);
  const planned = await publish(installation, files, true);
  if (planned.__typename === 'QuestionRefusedProblem') return refuse(terminal, planned.issues);
  terminal.print(`${planOf(planned.change, planned.slug)}\n`);
  if (command.isTrial) return 0;
  if (planned.change !== 'UNCHANGED') {
    const code = await check(place, terminal);
    if (code !== 0) return code;
  }
  return send(installation, files, terminal);
}

/** Only a bank has an id and an organization; a folder elsewhere would borrow those of this checkout. */
function inBank(place: Located): Located {
  if (dirname(dirname(place.folder)) === place.bank) return place;
  throw new NotGraded(
    `${place.folder} is not in a bank. Move it into the folder questions/ of one: docs/authoring.md, "A bank of your own".`,
  );
}

/** What a question needs where it is published: its own files, those of its datasets, and those of its bank. */
function neededOf(files: Files, { bundle: { candidate } }: LoadedQuestion): Files {
  const datasets = 'datasets' in candidate ? candidate.datasets.map(({ id }) => `datasets/${id}/`) : [];
  const folders = ['questions/', ...datasets];
  return new Map(
    [...files].filter(([path]) => SHARED.includes(path) || folders.some((folder) => path.startsWith(folder))),
  );
}

async function check({ bank, folder }: Located, terminal: Terminal): Promise<number> {
  const options = { isChangedOnly: false, isRecheck: false, isJson: false };
  const outcome = await checkQuestions({ kind: 'questionCheck', ids: [basename(folder)], bank, ...options }, terminal);
  const code = exitCodeOfCheck(outcome);
  terminal.print(renderCheck(outcome));
  if (code !== 0) terminal.tell('Not published: the check must pass first.');
  return code;
}

async function send(installation: Installation, files: Files, terminal: Terminal): Promise<number> {
  const sent: Publication = await publish(installation, files, false);
  if (sent.__typename === 'QuestionRefusedProblem') return refuse(terminal, sent.issues);
  const { to } = installation;
  if (sent.change !== 'UNCHANGED') terminal.print(`Published: ${to.replace(/\/*$/, '')}/questions/${sent.slug}\n`);
  return sent.versionId === null ? 0 : follow(installation, sent.versionId, terminal);
}

/** Waits until the hidden data is there. It is made whether or not this command waits. */
async function follow(installation: Installation, versionId: string, terminal: Terminal): Promise<number> {
  for (let waited = 0; ; waited += ASK_AGAIN_MS) {
    const { state, reason } = await preparationOf(installation, versionId);
    switch (state) {
      case 'READY':
        terminal.print('It is ready to be used.\n');
        return 0;
      case 'NOT_OFFERED':
        terminal.tell('The installation runs none of its languages, so it cannot be answered there yet.');
        return 0;
      case 'FAILED':
        terminal.tell(`Its data could not be generated there: ${reason ?? 'no reason was given'}`);
        return 1;
      case 'WAITING':
        if (waited === 0) terminal.tell('Its data is being generated there …');
    }
    if (waited >= LONGEST_WAIT_MS || (await isStopped(terminal.signal))) {
      terminal.tell('Its data is still being generated. Run the command again to see when it is ready.');
      return 0;
    }
  }
}

/** Whether the command was stopped while waiting. */
const isStopped = (signal: AbortSignal): Promise<boolean> => wait(ASK_AGAIN_MS, false, { signal }).catch(() => true);

function refuse({ print, tell }: Terminal, issues: readonly BankIssue[]): number {
  print(issues.map((issue) => `${placeOf(issue)}: ${issue.message}\n`).join(''));
  tell('Not published. Fix what is listed, and run the command again.');
  return 1;
}

function planOf(change: Change, slug: string): string {
  switch (change) {
    case 'NEW_QUESTION':
      return `${slug}: a new question.`;
    case 'NEW_VERSION':
      return `${slug}: a new version. Published assessments and running attempts keep the version that they have.`;
    case 'EARLIER_VERSION':
      return `${slug}: a version that was published before becomes the current one again.`;
    case 'UNCHANGED':
      return `${slug}: unchanged; the current version has this content.`;
  }
}
