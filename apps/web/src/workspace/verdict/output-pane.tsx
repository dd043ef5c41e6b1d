import { Button, Tabs, Text } from '@mantine/core';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import { CaseList } from './case-list';
import styles from '../code.module.css';
import { GroupList } from './group-list';
import { groupsOf, type SubmissionView } from '../runs/submission-query';
import { MetricBand } from './metric-band';
import { PrintedList } from './printed-list';
import { SubmissionState } from './submission-state';
import { VerdictDetail } from './verdict-detail';

export type OutputTab = 'output' | 'cases' | 'verdict';

type Props = {
  readonly tab: OutputTab;
  readonly onTab: (tab: OutputTab) => void;
  readonly run: SubmissionView | null;
  readonly submitted: SubmissionView | null;
  readonly showsVerdict: boolean;
  /** The editor's text, to detect a verdict on other code. */
  readonly source: string;
  readonly onLine: (line: number) => void;
  /** Opens the explanation and next steps; null if there is none yet. */
  readonly onExplain: (() => void) | null;
};

const isTab = (value: string | null): value is OutputTab =>
  value === 'output' || value === 'cases' || value === 'verdict';

function Verdict({
  submission,
  source,
  onLine,
  onExplain,
}: { submission: SubmissionView | null } & Pick<Props, 'source' | 'onLine' | 'onExplain'>) {
  const words = useMessages().question.code;
  if (!submission) return <Text size="sm">{words.noVerdict}</Text>;
  const { verdict, metric } = submission;
  const groups = groupsOf(submission);
  return (
    <>
      <SubmissionState submission={submission} isStale={submission.source !== source} />
      {onExplain === null ? null : (
        <Button variant="default" mb="md" onClick={onExplain}>
          {words.toExplanation}
        </Button>
      )}
      {verdict && groups.length === 0 ? <VerdictDetail verdict={verdict} onLine={onLine} /> : null}
      {metric ? <MetricBand metric={metric} /> : null}
      <GroupList groups={groups} onLine={onLine} />
    </>
  );
}

function RunState({ run, source, onLine }: Pick<Props, 'run' | 'source' | 'onLine'>) {
  const words = useMessages().question.code.cases;
  if (!run) return <Text size="sm">{words.none}</Text>;
  const { verdict } = run;
  return (
    <>
      <SubmissionState submission={run} isStale={run.source !== source} />
      {verdict && run.cases.length === 0 ? <VerdictDetail verdict={verdict} onLine={onLine} /> : null}
    </>
  );
}

const casesOf = (run: SubmissionView | null) => run?.cases ?? [];

function RunCases({ run, source, onLine }: Pick<Props, 'run' | 'source' | 'onLine'>) {
  return (
    <>
      <RunState run={run} source={source} onLine={onLine} />
      {run?.metric ? <MetricBand metric={run.metric} /> : null}
      <CaseList cases={casesOf(run)} onLine={onLine} />
    </>
  );
}

function casesWords(words: Messages['question']['code'], run: SubmissionView | null): string {
  if (run === null || run.cases.length === 0) return words.outputTabs.cases;
  const passed = run.cases.filter((one) => one.verdict.kind === 'PASSED').length;
  return words.casesPassed(passed, run.cases.length);
}

/** The output: printed text and rows, public cases, and the verdict on hidden cases. */
export function OutputPane({ tab, onTab, run, submitted, showsVerdict, source, onLine, onExplain }: Props) {
  const words = useMessages().question.code;
  return (
    <Tabs value={tab} onChange={(next) => isTab(next) && onTab(next)} className={styles['tabs'] ?? ''}>
      <Tabs.List>
        <Tabs.Tab value="output">{words.outputTabs.output}</Tabs.Tab>
        <Tabs.Tab value="cases">{casesWords(words, run)}</Tabs.Tab>
        {showsVerdict ? <Tabs.Tab value="verdict">{words.outputTabs.verdict}</Tabs.Tab> : null}
      </Tabs.List>
      <Tabs.Panel value="output" className={styles['panel'] ?? ''}>
        <RunState run={run} source={source} onLine={onLine} />
        <PrintedList cases={casesOf(run)} onLine={onLine} />
      </Tabs.Panel>
      <Tabs.Panel value="cases" className={styles['panel'] ?? ''}>
        <RunCases run={run} source={source} onLine={onLine} />
      </Tabs.Panel>
      {showsVerdict ? (
        <Tabs.Panel value="verdict" className={styles['panel'] ?? ''}>
          <Verdict submission={submitted} source={source} onLine={onLine} onExplain={onExplain} />
        </Tabs.Panel>
      ) : null}
    </Tabs>
  );
}
