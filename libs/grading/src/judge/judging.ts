import type { Language, ModelBundle } from '@holdout/bank';
import type { CallProgram, Limits, Run, Sandbox } from '@holdout/sandbox';
import { parseAnswer } from '@holdout/sandbox';
import type { RowsRules, ValueRules } from '../compare/rules-of';
import type { CaseReport, Verdict } from '../contract/report';
import type { SqlTable } from '../values/read-answer';
import { gridOf, renderSql } from '../run/render-case';
import { renderValue } from '../values/render-value';
import type { Sight } from './crash';
import type { Predicted, Right } from './judge-answers';
import { isUnloaded, judgeReturned, judgeRows, predictedBy, returnedBy, rowsBy } from './judge-answers';

/** What is read of a run. Plain data like all of a task, so that it can be judged in another thread. */
type Ended = Pick<Run, 'end' | 'answer' | 'frame'>;

export type CallsTask = {
  readonly kind: 'calls';
  readonly run: Ended;
  readonly program: Pick<CallProgram, 'limits' | 'forbid'>;
  /** One for each call; null where no answer is expected. */
  readonly rights: readonly (Right | null)[];
  readonly rules: ValueRules;
  readonly sight: Sight;
  readonly language: Language;
};

export type CallsJudged = {
  readonly isUnloaded: boolean;
  /** `actual` is the returned value as text, for public cases. */
  readonly calls: readonly { readonly verdict: Verdict; readonly actual: string | null }[];
};

export type RowsTask = {
  readonly kind: 'rows';
  readonly run: Ended;
  readonly limits: Limits;
  readonly query: string;
  readonly expected: SqlTable;
  readonly rules: RowsRules;
  readonly sight: Sight;
};

export type RowsJudged = {
  readonly verdict: Verdict;
  readonly actual: string | null;
  readonly table: CaseReport['table'];
};

export type PredictionsTask = Pick<CallsTask, 'run' | 'program' | 'sight' | 'language'> & {
  readonly kind: 'predictions';
  /** How many numbers are expected. */
  readonly count: number;
  readonly asked: Pick<ModelBundle['candidate'], 'metric' | 'guards'>;
};

export type PredictionsJudged = {
  readonly isUnloaded: boolean;
  readonly predicted: Predicted;
  /** The returned value as text, for public rows. */
  readonly actual: string | null;
};

/** A piece of work for another thread. */
export type JudgeTask = CallsTask | RowsTask | PredictionsTask;

/** Compares answers with what is expected. */
export type Judge = {
  calls(task: CallsTask): Promise<CallsJudged>;
  rows(task: RowsTask): Promise<RowsJudged>;
  predictions(task: PredictionsTask): Promise<PredictionsJudged>;
};

/** Where programs run and, if not in this thread, their answers are compared. */
export type GradingSandbox = Sandbox & { readonly judge?: Judge };

/** Judges in this thread. */
export const judgeHere: Judge = {
  calls: async (task) => judgeCalls(task),
  rows: async (task) => judgeQuery(task),
  predictions: async (task) => readPredictions(task),
};

/**
 * The run of a task without what cannot be sent to another thread, or is parsed there from the frame. Only what is named is
 * read: a rest or a spread of the run would parse its answer.
 */
export function endedOf(run: Run): Ended {
  const { end, frame } = run;
  return frame === undefined ? { end, answer: run.answer } : { end, frame };
}

/** What of a program decides its verdict. */
export function judgedPartOf({ limits, forbid }: CallProgram): CallsTask['program'] {
  return { limits, ...(forbid && { forbid }) };
}

/** Does a task in this thread. */
export function judgeTask(task: JudgeTask): CallsJudged | RowsJudged | PredictionsJudged {
  switch (task.kind) {
    case 'calls':
      return judgeCalls(task);
    case 'rows':
      return judgeQuery(task);
    case 'predictions':
      return readPredictions(task);
  }
}

/** The verdicts on the calls of one box. */
function judgeCalls(task: CallsTask): CallsJudged {
  const { program, rights, rules, sight, language } = task;
  const run = parsed(task.run);
  const returned = returnedBy(run, program, rights.length, sight);
  const calls = rights.map((right, index) => {
    const came = returned[index] ?? { verdict: { kind: 'notGraded', reason: 'a case was not run' } as const };
    const actual = sight === 'public' && 'value' in came ? renderValue(came.value, language) : null;
    if (right !== null) return { verdict: judgeReturned(came, right, rules, sight), actual };
    return { verdict: 'verdict' in came ? came.verdict : ({ kind: 'passed' } as const), actual };
  });
  return { isUnloaded: isUnloaded(run), calls };
}

/** The verdict on the rows of one query. */
function judgeQuery({ run, limits, query, expected, rules, sight }: RowsTask): RowsJudged {
  const queried = rowsBy(parsed(run), limits, query, sight);
  const verdict = judgeRows(queried, expected, rules);
  if (sight === 'hidden' || !('table' in queried)) return { verdict, actual: null, table: null };
  return { verdict, actual: renderSql(queried.table), table: gridOf(queried.table) };
}

/** The predictions of one run of a model, or the verdict if there are none. */
function readPredictions({ program, count, asked, sight, language, ...task }: PredictionsTask): PredictionsJudged {
  const run = parsed(task.run);
  const [returned = UNRUN] = returnedBy(run, program, 1, sight);
  return {
    isUnloaded: isUnloaded(run),
    predicted: predictedBy(returned, count, asked, sight),
    actual: sight === 'public' && 'value' in returned ? renderValue(returned.value, language) : null,
  };
}

const UNRUN = { verdict: { kind: 'notGraded', reason: 'the call was not run' } } as const;

function parsed({ end, answer, frame }: Ended): Ended {
  return { end, answer: frame === undefined ? answer : parseAnswer(frame) };
}
