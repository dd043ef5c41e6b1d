import { ActButton, ActError, EmptyState, UndoToast, useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DecisionKind } from '../../generated/operations';
import { useCohortMessages } from '../../messages/cohort-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { PagePane } from '../../platform/page-pane';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { useSelection } from '../../platform/use-selection';
import { exportAddress, filterOf, isFiltered, withoutFilter } from './cohort-address';
import { CohortFilters } from './cohort-filters';
import { CohortTools } from './cohort-tools';
import { COUNTS } from './cohort-operations';
import { UNDO } from './decision-operations';
import { CohortTable } from './cohort-table';
import type { Decided } from './decide-form';
import { DecisionBar } from './decision-bar';
import { PAGE, useCohort } from './use-cohort';

const DecideForm = lazy(async () => ({ default: (await import('./decide-form')).DecideForm }));

function None() {
  const words = useCohortMessages();
  const [search, setSearch] = useSearchParams();
  if (!isFiltered(filterOf(search))) return <EmptyState title={words.none} detail={words.noneDetail} />;
  const clear = (
    <Button variant="default" onClick={() => setSearch(withoutFilter, { preventScrollReset: true })}>
      {words.clearFilter}
    </Button>
  );
  return <EmptyState title={words.noneFound} action={clear} />;
}

/** Decisions about the selected people, and their Undo. */
function useDeciding(assessmentId: string, refetchCounts: () => Promise<unknown>) {
  const { acts: words } = useCohortMessages();
  const announce = useAnnounce();
  const { act, failure } = useAct(UNDO);
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [decided, setDecided] = useState<Decided | null>(null);
  const done = (made: Decided) => {
    setKind(null);
    setDecided(made);
    void refetchCounts();
  };
  const undo = async () => {
    if (decided === null) return;
    const answer = await act({ input: { assessmentId, decisions: [...decided.decisions] } });
    if (answer === null) return;
    setDecided(null);
    announce(words.undone(answer.undoDecisions.entries.length));
    void refetchCounts();
  };
  return { kind, setKind, decided, close: () => setDecided(null), done, undo, failure };
}

function Table({ assessmentId }: { readonly assessmentId: string }) {
  const words = useCohortMessages();
  const { entries, hasMore, isBusy, more, refetchCounts } = useCohort(assessmentId);
  const selection = useSelection();
  const { kind, setKind, decided, close, done, undo, failure } = useDeciding(assessmentId, refetchCounts);
  if (entries.length === 0) return <None />;
  const decideDone = (made: Decided) => {
    selection.setAll([]);
    done(made);
  };
  const selected = entries.filter(({ attemptId }) => selection.has(attemptId));
  return (
    <Stack>
      <CohortTable assessmentId={assessmentId} entries={entries} selection={selection} />
      <Group gap="md">
        {hasMore ? (
          <ActButton variant="default" isRunning={isBusy} onClick={() => void more()}>
            {words.table.more(PAGE)}
          </ActButton>
        ) : null}
        <Text size="sm" c="dimmed" role="status">
          {words.table.shown(entries.length)}
        </Text>
      </Group>
      <ActError>{failure}</ActError>
      {selected.length > 0 ? (
        <DecisionBar selected={selected} onDecide={setKind} onClear={() => selection.setAll([])} />
      ) : null}
      <Suspense fallback={null}>
        {kind === null ? null : (
          <DecideForm
            assessmentId={assessmentId}
            kind={kind}
            selected={selected}
            onDone={decideDone}
            onClose={() => setKind(null)}
          />
        )}
      </Suspense>
      {decided === null ? null : (
        <UndoToast
          words={words.acts.decided(words.acts.done[decided.kind], decided.decisions.length, decided.all)}
          onUndo={() => void undo()}
          onClose={close}
        />
      )}
    </Stack>
  );
}

function Forms({ assessmentId }: { readonly assessmentId: string }) {
  const words = useCohortMessages();
  const { forms } = usePageQuery(COUNTS, { assessmentId }).data.cohortCounts;
  return forms > 1 ? (
    <Text size="sm" maw="var(--ho-reading)">
      {words.otherForms(forms)}
    </Text>
  ) : null;
}

/** The people who took the assessment of the page. */
export function CohortPage() {
  const words = useCohortMessages();
  const { id } = useAssessment();
  const [search] = useSearchParams();
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="center">
        <Title order={2}>{words.title}</Title>
        <Group gap="sm">
          <Button component="a" variant="default" href={exportAddress(id, search, 'csv')} download>
            {words.csv}
          </Button>
          <Button component="a" variant="default" href={exportAddress(id, search, 'json')} download>
            {words.json}
          </Button>
        </Group>
      </Group>
      <PagePane skeleton={null}>
        <CohortFilters assessmentId={id} />
        <Forms assessmentId={id} />
      </PagePane>
      <CohortTools assessmentId={id} />
      <PagePane>
        <Table assessmentId={id} />
      </PagePane>
    </Stack>
  );
}
