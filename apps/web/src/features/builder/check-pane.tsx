import type { DraftFigures } from '@holdout/assessment';
import { useAnnounce } from '@holdout/ui';
import { Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { CheckStatus } from '../../platform/assessment/check-status';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { CoverageTable } from './coverage-table';
import { IssueList } from './issue-list';

type Row = { readonly name: string; readonly value: string; readonly detail?: string };

const PAUSE_MS = 1500;

/** The summary of the check in one sentence. */
function useSummary(): string {
  const words = useAssessmentMessages().builder.check;
  const { check } = useBuilder();
  const missing = check.figures.coverage.filter(({ state }) => state === 'missing').length;
  return words.says(missing, check.issues.filter(({ severity }) => severity === 'error').length);
}

/** Says the summary when it has changed and the person pauses. */
function useSpokenSummary(): void {
  const announce = useAnnounce();
  const [summary] = useDebouncedValue(useSummary(), PAUSE_MS);
  const spoken = useRef(summary);
  // The live region is outside React.
  useEffect(() => {
    if (spoken.current !== summary) announce(summary);
    spoken.current = summary;
  }, [summary, announce]);
}

function useFigures({ minutes, questions, ...figures }: DraftFigures): readonly Row[] {
  const words = useAssessmentMessages().builder.check;
  const { draft } = useBuilder();
  const { standardError, expectedScore, exposure, markedByPeople } = figures;
  return [
    {
      name: words.time,
      value: words.timeValue(minutes.median, minutes.p80),
      detail: words.timeLimit(draft.minutes),
    },
    {
      name: words.questions,
      value: String(questions),
      ...(markedByPeople > 0 ? { detail: words.marked(markedByPeople) } : {}),
    },
    {
      name: words.standardError,
      value:
        standardError === null
          ? words.noStandardError
          : words.standardErrorValue(standardError.value, standardError.at, draft.passLine !== null),
    },
    { name: words.score, value: expectedScore === null ? words.noScore : words.scoreValue(expectedScore) },
    {
      name: words.exposure,
      value: words.exposureValue(exposure.peopleBeforeRepeat),
      detail: words.shared(exposure.sharedByTwo),
    },
  ];
}

function Figures() {
  const rows = useFigures(useBuilder().check.figures);
  return (
    <dl className={styles['figures']}>
      {rows.map(({ name, value, detail }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {detail === undefined ? null : <dd className={styles['detail']}>{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** The check of the blueprint while it is edited. */
export function CheckPane() {
  const words = useAssessmentMessages().builder.check;
  const { issues } = useBuilder().check;
  useSpokenSummary();
  return (
    <Stack gap="md" align="stretch">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <CheckStatus issues={issues} />
      <IssueList />
      <CoverageTable />
      <Figures />
      <Text size="sm" c="dimmed">
        {words.expected}
      </Text>
    </Stack>
  );
}
