import { EmptyState, SkeletonLines } from '@holdout/ui';
import { Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useCohortMessages } from '../../messages/cohort-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { usePageQuery } from '../../platform/use-page-query';
import styles from './compare.module.css';
import { FigureCell, Flags } from './figures';
import { FormFigures } from './form-figures';
import { ItemOptions } from './item-options';
import { type Item, ITEM_STATISTICS } from './items-operations';

const COLUMNS = 6;

function ItemRows({ item, assessmentId }: { readonly item: Item; readonly assessmentId: string }) {
  const { items: words } = useCohortMessages();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row" className={styles['title'] ?? ''}>
          <UnstyledButton aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <span aria-hidden="true">{isOpen ? '▾ ' : '▸ '}</span>
            <span>{item.title}</span>
          </UnstyledButton>
        </Table.Th>
        <FigureCell label={words.facility} figure={item.facility} as="share" />
        <FigureCell label={words.itemRest} figure={item.itemRest} as="coefficient" />
        <FigureCell label={words.omitted} figure={item.omitted} as="share" />
        <FigureCell label={words.notReached} figure={item.notReached} as="share" />
        <Table.Td data-label={words.look}>
          <Flags flags={item.flags} />
        </Table.Td>
      </Table.Tr>
      {isOpen ? (
        <Table.Tr>
          <Table.Td colSpan={COLUMNS}>
            <Suspense fallback={<SkeletonLines count={4} />}>
              <ItemOptions item={item} assessmentId={assessmentId} />
            </Suspense>
          </Table.Td>
        </Table.Tr>
      ) : null}
    </>
  );
}

/** How the questions of the assessment of the page work. */
export function ItemsPage() {
  const { items: words } = useCohortMessages();
  const { id: assessmentId } = useAssessment();
  const { itemStatistics: statistics } = usePageQuery(ITEM_STATISTICS, { assessmentId }, 'cache-and-network').data;
  return (
    <Stack gap="lg">
      <Title order={2}>{words.title}</Title>
      {statistics.attempts === 0 ? (
        <EmptyState title={words.none} detail={words.noneDetail} />
      ) : (
        <>
          <FormFigures statistics={statistics} />
          <Stack gap="sm">
            <Title order={3}>{words.list}</Title>
            <Text size="sm" c="dimmed" maw="var(--ho-reading)">
              {words.note}
            </Text>
            <Table className={styles['table'] ?? ''} aria-label={words.list}>
              <Table.Thead>
                <Table.Tr>
                  {[words.item, words.facility, words.itemRest, words.omitted, words.notReached, words.look].map(
                    (name) => (
                      <Table.Th key={name} scope="col">
                        {name}
                      </Table.Th>
                    ),
                  )}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {statistics.items.map((item) => (
                  <ItemRows key={item.questionVersionId} item={item} assessmentId={assessmentId} />
                ))}
              </Table.Tbody>
            </Table>
          </Stack>
        </>
      )}
    </Stack>
  );
}
