import { hashOf, type Language } from '@holdout/bank';
import { sha256 } from '@holdout/bank-files';
import { type CaseReport, grade, type Material, materialize, MaterializeError, runPublic } from '@holdout/grading';
import type { Sandbox } from '@holdout/sandbox';
import { findQuestion, type Gradable } from './find-question';
import { NotGraded } from './not-graded';
import { withSandbox } from './open-sandbox';
import { type Outcome, outcomeOfFailure, outcomeOfGrade, outcomeOfRun } from './outcome';
import type { GradeCommand } from './parse-command';
import { languageOf, readSource } from './read-source';
import { programPath, slowly, type Terminal } from './terminal';

export type GradedFile = { readonly outcome: Outcome; readonly cases: readonly CaseReport[] };

type Submission = { readonly question: Gradable; readonly language: Language; readonly source: string };

/** Grades one file. Never rejects: a failure is an outcome. */
export async function gradeFile(command: GradeCommand, terminal: Terminal): Promise<GradedFile> {
  try {
    const question = findQuestion(command.question, terminal);
    const language = languageOf(command.language, command.file, question);
    const submission = { question, language, source: readSource(command.file, terminal.cwd) };
    return await withSandbox(terminal, (sandbox) => gradeIn(sandbox, submission, command, terminal));
  } catch (error) {
    return { outcome: outcomeOfFailure(command.question, reasonOf(error, terminal)), cases: [] };
  }
}

async function gradeIn(
  sandbox: Sandbox,
  submission: Submission,
  command: GradeCommand,
  terminal: Terminal,
): Promise<GradedFile> {
  const { question, language, source } = submission;
  const { bundle, hash: bundleHash } = question;
  const { signal } = terminal;
  const seeds = { publicSeed: String(command.seed), hiddenSeed: String(command.seed + 1) };
  const making = { kind: 'materialize' as const, bundleHash, scope: 'command line', ...seeds };
  const made = await slowly(terminal, 'Generating the cases', materialize(making, bundle, sandbox, signal));
  const data = command.isPublic ? made.publicData : made.hiddenData;
  const material: Material = { bundle, data, dataHash: hashOf(data, sha256) };
  const job = { submissionId: 'command line', bundleHash, scope: 'command line', language, source };
  if (!command.isPublic) {
    const grading = grade({ ...job, kind: 'grade' }, material, sandbox, signal);
    return { outcome: outcomeOfGrade(submission, await slowly(terminal, 'Grading', grading)), cases: [] };
  }
  const running = runPublic({ ...job, kind: 'run', ownInput: null }, material, sandbox, signal);
  const report = await slowly(terminal, 'Running the public cases', running);
  return { outcome: outcomeOfRun({ question, language }, report), cases: report.cases };
}

function reasonOf(error: unknown, terminal: Terminal): string {
  if (terminal.signal.aborted) return 'Stopped before the verdict.';
  if (error instanceof NotGraded) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof MaterializeError) return `The cases of this question could not be generated: ${message}`;
  return `This machine could not grade the file: ${message} (to see what is missing, run: ${programPath(terminal)} doctor)`;
}
