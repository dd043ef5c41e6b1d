import { Status } from '@holdout/ui';
import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AssessmentsQuery } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import styles from './assessment-table.module.css';

export type ListedAssessment = AssessmentsQuery['assessments']['edges'][number]['node'];

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
      <Status kind={latest.isReady ? 'right' : 'waiting'} label={words.version(latest.number, latest.isReady)} />
      {assessment.hasUnpublishedChanges ? (
        <Text span display="block" size="sm" c="dimmed">
          {words.unpublishedChanges}
        </Text>
      ) : null}
    </>
  );
}

function Row({ assessment }: { readonly assessment: ListedAssessment }) {
  const words = useAssessmentMessages().assessments.list;
  const { dates } = useMessages();
  const { slug } = useOrganization();
  const { id, title, updatedAt, updatedBy, counts } = assessment;
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
          {counts[name]}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** One row per assessment. In a narrow window its figures are in one line below the title. */
export function AssessmentTable({ assessments }: { readonly assessments: readonly ListedAssessment[] }) {
  const words = useAssessmentMessages().assessments;
  const { columns } = words.list;
  return (
    <Table aria-label={words.title} className={styles['table'] ?? ''} horizontalSpacing="md" stickyHeader={false}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{columns.title}</Table.Th>
          <Table.Th scope="col">{columns.version}</Table.Th>
          {(['invited', 'started', 'submitted'] as const).map((name) => (
            <Table.Th key={name} scope="col" ta="right">
              {columns[name]}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {assessments.map((assessment) => (
          <Row key={assessment.id} assessment={assessment} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
