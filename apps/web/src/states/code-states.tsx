import { aCase, aGradedSubmission, aGroup, aMetric, aSubmission, aVerdict } from '../testing/a-submission';
import type { SubmissionView, VerdictView } from '../workspace/runs/submission-query';
import { OutputPane, type OutputTab } from '../workspace/verdict/output-pane';
import { IsMeasured } from '../workspace/verdict/verdict-status';
import type { State, States } from './state';

/** What says more of each ending. A verdict that is missing here is an error of types. */
const ENDS: Readonly<Record<VerdictView['kind'], Partial<VerdictView>>> = {
  PASSED: {},
  WRONG_ANSWER: { reason: 'a number differs' },
  CRASHED: { reason: 'ValueError: no rows', line: 7, traceback: 'line 7, in total' },
  EXITED_EARLY: { limit: 1 },
  FORBIDDEN_CALL: {},
  INVALID_ANSWER: { reason: 'a set cannot be sent' },
  MEMORY_LIMIT: { limit: 256 * 2 ** 20 },
  OUTPUT_LIMIT: { limit: 2 ** 20 },
  TIME_LIMIT: { timeLimit: 'CPU', limit: 2000 },
  MUTATED_INPUT: { reason: 'argument 1' },
  FORBIDDEN_IMPORT: { reason: 'statistics', line: 2 },
  NOT_RUN: {},
  NOT_GRADED: {},
};

const verdictOf = (kind: VerdictView['kind']): VerdictView => aVerdict(kind, ENDS[kind]);

const groupOf = (name: string, kind: VerdictView['kind']): SubmissionView['groups'][number] =>
  aGroup({
    name,
    title: 'Values at the ends',
    hint: kind === 'PASSED' ? null : 'Mind the ends.',
    passed: kind === 'PASSED' ? 3 : 1,
    timeQuarters: kind === 'PASSED' ? 1 : null,
    verdict: verdictOf(kind),
  });

type Shown = { readonly tab?: OutputTab; readonly run?: SubmissionView; readonly submitted?: SubmissionView };

function output(name: string, { tab = 'verdict', run, submitted }: Shown, isMeasured = false): State {
  const show = () => (
    <IsMeasured value={isMeasured}>
      <OutputPane
        tab={tab}
        onTab={() => undefined}
        run={run ?? null}
        submitted={submitted ?? null}
        showsVerdict
        source={aSubmission().source}
        onLine={() => undefined}
        onExplain={null}
      />
    </IsMeasured>
  );
  return { name, show };
}

const WAITING: readonly State[] = [
  output('Waiting for its turn', { submitted: aSubmission({ status: 'QUEUED', placeInQueue: 3 }) }),
  output('Waiting for its cases', { submitted: aSubmission({ status: 'AWAITING_CASES', placeInQueue: null }) }),
  output('Running', { submitted: aSubmission({ status: 'RUNNING', placeInQueue: null }) }),
];

const ran = aGradedSubmission({
  purpose: 'RUN',
  verdict: verdictOf('WRONG_ANSWER'),
  cases: [aCase({ stdout: 'adding\n' })],
});

const ended = (kind: VerdictView['kind']): State =>
  output(`Graded: ${kind}`, {
    submitted: aGradedSubmission({
      verdict: verdictOf(kind),
      groups: kind === 'NOT_GRADED' ? [] : [groupOf('plain', 'PASSED'), groupOf('edges', kind)],
      earned: kind === 'NOT_GRADED' ? null : kind === 'PASSED' ? 4 : 2,
      possible: 4,
    }),
  });

export const CODE_STATES: States = [
  output('Nothing sent', {}),
  output('Nothing run', { tab: 'cases' }),
  output('Public cases', { tab: 'cases', run: ran }),
  output('What was printed', { tab: 'output', run: ran }),
  ...WAITING,
  ...(Object.keys(ENDS) as VerdictView['kind'][]).map(ended),
];

const shifted = { value: 0.8, low: 0.77, high: 0.83, innerLow: 0.79, innerHigh: 0.81 };

const measured = (name: string, kind: VerdictView['kind'], some: Parameters<typeof aMetric>[0]): State =>
  output(
    name,
    {
      submitted: aGradedSubmission({
        verdict: verdictOf(kind),
        groups: [],
        metric: aMetric(some),
        earned: kind === 'PASSED' ? 10 : 0,
        possible: 10,
      }),
    },
    true,
  );

export const MODEL_STATES: States = [
  output('Nothing sent', {}, true),
  measured('Pass line missed, a limit not kept', 'WRONG_ANSWER', {}),
  measured('Pass line reached', 'PASSED', { ...shifted, guards: [] }),
  measured('Without a baseline and without repeats', 'PASSED', {
    ...shifted,
    baseline: null,
    spread: null,
    guards: [],
  }),
];
