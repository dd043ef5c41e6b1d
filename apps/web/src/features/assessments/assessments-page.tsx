import { EmptyState, UndoToast, useAnnounce, useSingleKeys } from '@holdout/ui';
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useHasRole, useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { RoleGate } from '../../platform/organization/role-gate';
import { PagePane } from '../../platform/page-pane';
import { stepRow } from '../../platform/row-focus';
import { SearchBox } from '../../platform/search-box';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { filterOf, orderOf, withArchived, withOwn, withText } from './assessment-filter';
import { ARCHIVE, ASSESSMENTS, type ListedAssessment } from './assessment-operations';
import { BUILDERS } from './assessment-roles';
import { AssessmentTable } from './assessment-table';
import { TemplateLinks } from './template-links';

const PAGE = 50;

/** Why the list is empty, and what leads out of it. */
function Nothing() {
  const words = useAssessmentMessages().assessments.list;
  const [search, setSearch] = useSearchParams();
  const mayBuild = useHasRole(BUILDERS);
  const { text, isArchived, isOwn } = filterOf(search);
  if (text) {
    const all = (
      <Button variant="default" onClick={() => setSearch((now) => withText(now, ''))}>
        {words.showAll}
      </Button>
    );
    return <EmptyState title={words.noneFound(text)} action={all} />;
  }
  if (isOwn) {
    const all = (
      <Button variant="default" onClick={() => setSearch((now) => withOwn(now, false))}>
        {words.showAll}
      </Button>
    );
    return <EmptyState title={words.noneOwn} action={all} />;
  }
  if (isArchived) return <EmptyState title={words.archiveEmpty} detail={words.archiveEmptyDetail} />;
  if (!mayBuild) return <EmptyState title={words.none} detail={words.noneToFollow} />;
  return <EmptyState title={words.none} detail={words.noneDetail} action={<TemplateLinks />} />;
}

/** Puts an assessment back to where it was. */
function Undo({ moved, onDone }: { readonly moved: ListedAssessment; readonly onDone: () => void }) {
  const words = useAssessmentMessages().assessments.list;
  const { act } = useAct(ARCHIVE);
  const undo = async () => {
    await act({ input: { assessmentId: moved.id, isArchived: moved.archivedAt !== null } });
    onDone();
  };
  return (
    <UndoToast
      key={moved.id}
      words={moved.archivedAt === null ? words.archived(moved.title) : words.takenOut(moved.title)}
      onUndo={() => void undo()}
      onClose={onDone}
    />
  );
}

/** The focus was in the row that has gone. */
const focusHeading = (): void => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });

function useAssessments() {
  const { slug } = useOrganization();
  const [search] = useSearchParams();
  const { data, fetchMore, refetch } = usePageQuery(ASSESSMENTS, {
    organization: slug,
    filter: filterOf(search),
    order: orderOf(search),
    first: PAGE,
  });
  const { edges, pageInfo, totalCount } = data.assessments;
  return {
    assessments: edges.map(({ node }) => node),
    totalCount,
    more: pageInfo.hasNextPage ? () => void fetchMore({ variables: { after: pageInfo.endCursor } }) : null,
    refetch: () => refetch({ after: null }),
  };
}

function Assessments() {
  const words = useAssessmentMessages().assessments.list;
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  const { assessments, totalCount, more, refetch } = useAssessments();
  const [moved, setMoved] = useState<ListedAssessment | null>(null);
  useSingleKeys(useMemo(() => ({ j: () => stepRow(box.current, 1), k: () => stepRow(box.current, -1) }), []));
  const onMoved = async (assessment: ListedAssessment) => {
    setMoved(assessment);
    await refetch();
    focusHeading();
  };
  const onUndone = async () => {
    setMoved(null);
    const { data } = await refetch();
    announce(words.found(data?.assessments.totalCount ?? 0));
  };
  return (
    <Stack ref={box}>
      {assessments.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <Text size="sm" c="dimmed" role="status">
            {words.found(totalCount)}
          </Text>
          <AssessmentTable assessments={assessments} onMoved={(assessment) => void onMoved(assessment)} />
        </>
      )}
      {more ? (
        <Button variant="default" onClick={more}>
          {words.more(PAGE)}
        </Button>
      ) : null}
      {moved ? <Undo moved={moved} onDone={() => void onUndone()} /> : null}
    </Stack>
  );
}

function Filter() {
  const words = useAssessmentMessages().assessments.list;
  const [search, setSearch] = useSearchParams();
  return (
    <Group align="flex-end" gap="lg" role="search">
      <SearchBox
        label={words.search}
        text={search.get('q') ?? ''}
        onText={(text) => setSearch((now) => withText(now, text), { replace: true, preventScrollReset: true })}
      />
      <RoleGate roles={BUILDERS}>
        <Checkbox
          label={words.own}
          description={words.ownHint}
          checked={filterOf(search).isOwn ?? false}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            setSearch((now) => withOwn(now, checked), { preventScrollReset: true });
          }}
        />
      </RoleGate>
      <Checkbox
        label={words.inArchive}
        checked={filterOf(search).isArchived ?? false}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          setSearch((now) => withArchived(now, checked), { preventScrollReset: true });
        }}
      />
    </Group>
  );
}

/** The assessments of an organization. */
export function AssessmentsPage() {
  const words = useAssessmentMessages().assessments;
  const { slug } = useOrganization();
  const create = (
    <RoleGate roles={BUILDERS}>
      <Button component={Link} to={`/o/${slug}/assessments/new`}>
        {words.new.title}
      </Button>
    </RoleGate>
  );
  return (
    <OrganizationPageBody title={words.title} action={create}>
      <Filter />
      <PagePane>
        <Assessments />
      </PagePane>
    </OrganizationPageBody>
  );
}
