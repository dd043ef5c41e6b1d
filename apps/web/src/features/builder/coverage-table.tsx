import type { CoverageRow, CoverageState } from '@holdout/assessment';
import { Status, type StatusKind } from '@holdout/ui';
import { Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';

const KIND: Readonly<Record<CoverageState, StatusKind>> = {
  missing: 'wrong',
  otherLevels: 'attention',
  thin: 'partly',
  covered: 'right',
};

function Row({ row }: { readonly row: CoverageRow }) {
  const words = useAssessmentMessages().builder.check;
  const { names } = useBuilder();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <div>{names.topic(row.skillId)}</div>
        <Status kind={KIND[row.state]} label={words.coverageState[row.state]} />
        <Text size="xs" c="dimmed">
          {words.shareValue(row.expected, row.wanted)}
        </Text>
      </Table.Th>
      {row.levels.map((count, index) => (
        <Table.Td key={index} ta="right">
          {words.cell(count)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Head({ levels }: { readonly levels: number }) {
  const words = useAssessmentMessages().builder.check;
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{words.skill}</Table.Th>
        {Array.from({ length: levels }, (_, index) => (
          <Table.Th key={index} scope="col" ta="right">
            <span aria-hidden="true">{words.levelShort(index + 1)}</span>
            <VisuallyHidden>{words.levelLong(index + 1)}</VisuallyHidden>
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

/** Expected questions by skill and level, what is missing first. */
export function CoverageTable() {
  const words = useAssessmentMessages().builder.check;
  const { coverage } = useBuilder().check.figures;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Title order={3} size="h4" id={titleId}>
        {words.coverage}
      </Title>
      {coverage.length === 0 ? (
        <Text size="sm">{words.coverageNone}</Text>
      ) : (
        <>
          <Text size="xs" c="dimmed">
            {words.coverageHow}
          </Text>
          <Table
            className={styles['coverage'] ?? ''}
            aria-labelledby={titleId}
            stickyHeader={false}
            verticalSpacing="xs"
          >
            <Head levels={5} />
            <Table.Tbody>
              {coverage.map((row) => (
                <Row key={row.skillId} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </section>
  );
}
