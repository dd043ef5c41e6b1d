import { Anchor, Button, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useSimilarityMessages } from '../../messages/similarity-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { usePageQuery } from '../../platform/use-page-query';
import styles from './similarity.module.css';
import { type Pair, SIMILAR_PAIRS } from './similarity-query';

function Row({ pair }: { readonly pair: Pair }) {
  const words = useSimilarityMessages();
  const [left, right] = [pair.left.name ?? words.nameless, pair.right.name ?? words.nameless];
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Anchor component={Link} to={`?pair=${pair.id}`} aria-label={words.lookAt(left, right)}>
          {words.of(left, right)}
        </Anchor>
      </Table.Th>
      <Table.Td data-label={words.question}>{pair.title}</Table.Td>
      <Table.Td data-label={words.alike} ta={{ sm: 'right' }}>
        {words.percent(pair.similarity)}
      </Table.Td>
      <Table.Td data-label={words.aboveOthers} ta={{ sm: 'right' }}>
        {words.aboveHow(pair.above)}
      </Table.Td>
      <Table.Td data-label={words.longest} ta={{ sm: 'right' }}>
        {words.tokens(pair.longest)}
      </Table.Td>
    </Table.Tr>
  );
}

/** The pairs that the last completed comparison found. */
export function PairList() {
  const words = useSimilarityMessages();
  const { id: assessmentId } = useAssessment();
  const { data, fetchMore } = usePageQuery(SIMILAR_PAIRS, { assessmentId });
  const { edges, pageInfo } = data.similarPairs;
  if (edges.length === 0) return <Text>{words.noPairs}</Text>;
  return (
    <Stack>
      <Table className={styles['table'] ?? ''} aria-label={words.pairs(edges.length)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.pair}</Table.Th>
            <Table.Th scope="col">{words.question}</Table.Th>
            {[words.alike, words.aboveOthers, words.longest].map((name) => (
              <Table.Th key={name} scope="col" ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {edges.map(({ node }) => (
            <Row key={node.id} pair={node} />
          ))}
        </Table.Tbody>
      </Table>
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>
          {words.more}
        </Button>
      ) : null}
    </Stack>
  );
}
