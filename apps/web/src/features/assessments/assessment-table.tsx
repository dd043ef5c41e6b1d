import { Status } from '@holdout/ui';
import { Anchor, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { type Direction, SortHeading } from '../../platform/sort-heading';
import { useOrganization } from '../../platform/organization/organization-context';
import { type Column, directionOf, withDirection } from './assessment-filter';
import type { ListedAssessment } from './assessment-operations';
import styles from './assessment-table.module.css';
import { RowActs } from './row-acts';

function Readiness({ number, isReady, hasFailed }: ListedAssessment['versions'][number]) {
  const words = useAssessmentMessages().assessments.list;
  if (isReady) return <Status kind="right" label={words.versionReady(number)} />;
  if (hasFailed) return <Status kind="attention" label={words.versionFailed(number)} />;
  return <Status kind="waiting" label={words.versionPreparing(number)} />;
}

/** The latest version, and whether people can be invited to it. */
function Version({ assessment }: { readonly assessment: ListedAssessment }) {
  const words = useAssessmentMessages().assessments.list;
  const [latest] = assessment.versions;
  if (latest === undefined) {
    return (
      <Text span size="sm" c="dimmed">
        {words.neverPublished}
      </Text>
    );
  }
  return (
    <>
      <Readiness {...latest} />
      {assessment.hasUnpublishedChanges ? (
        <Text span display="block" size="sm" c="dimmed">
          {words.unpublishedChanges}
        </Text>
      ) : null}
    </>
  );
}

type RowProps = { readonly assessment: ListedAssessment; readonly onMoved: (assessment: ListedAssessment) => void };

function Row({ assessment, onMoved }: RowProps) {
  const words = useAssessmentMessages().assessments.list;
  const { dates } = useMessages();
  const { slug } = useOrganization();
  const { id, title, updatedAt, updatedBy, counts, lastSubmittedAt, hasNewSubmissions } = assessment;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Anchor component={Link} to={`/o/${slug}/assessments/${id}`} data-row className={styles['title'] ?? ''}>
          {title}
        </Anchor>
        <Text span size="xs" c="dimmed">
          {words.changed(dates.dateTime(updatedAt), updatedBy)}
        </Text>
      </Table.Th>
      <Table.Td>
        <Version assessment={assessment} />
      </Table.Td>
      {(['invited', 'started', 'submitted'] as const).map((name) => (
        <Table.Td key={name} data-label={words.columns[name]} className={styles['count'] ?? ''}>
          <span>{counts[name]}</span>
          {name === 'submitted' && hasNewSubmissions && lastSubmittedAt !== null ? (
            <Text span display="block" size="xs" c="dimmed">
              {words.lastOn(dates.day(lastSubmittedAt))}
            </Text>
          ) : null}
        </Table.Td>
      ))}
      <Table.Td>
        <RowActs assessment={assessment} onMoved={onMoved} />
      </Table.Td>
    </Table.Tr>
  );
}

type Props = Pick<RowProps, 'onMoved'> & { readonly assessments: readonly ListedAssessment[] };

/** One row per assessment. In a narrow window its figures are in one line below the title. */
export function AssessmentTable({ assessments, onMoved }: Props) {
  const words = useAssessmentMessages().assessments;
  const { columns } = words.list;
  const [search, setSearch] = useSearchParams();
  const sort = (column: Column) => ({
    direction: directionOf(search, column),
    onSort: (direction: Direction | null) =>
      setSearch((now) => withDirection(now, column, direction), { preventScrollReset: true }),
  });
  return (
    <Table aria-label={words.title} className={styles['table'] ?? ''} horizontalSpacing="md" stickyHeader={false}>
      <Table.Thead>
        <Table.Tr>
          <SortHeading {...sort('title')}>{columns.title}</SortHeading>
          <Table.Th scope="col">{columns.version}</Table.Th>
          {(['invited', 'started', 'submitted'] as const).map((name) => (
            <SortHeading key={name} {...sort(name)} ta="right">
              {columns[name]}
            </SortHeading>
          ))}
          <Table.Th scope="col">
            <VisuallyHidden>{columns.acts}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {assessments.map((assessment) => (
          <Row key={assessment.id} assessment={assessment} onMoved={onMoved} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
