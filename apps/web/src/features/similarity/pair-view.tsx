import { Anchor, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { useSimilarityMessages } from '../../messages/similarity-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { usePageQuery } from '../../platform/use-page-query';
import { type Piece, piecesOf, type Span } from './marked-source';
import styles from './similarity.module.css';
import { type PairShown, SIMILAR_PAIR } from './similarity-query';

function Marked({ text, part }: Piece) {
  const words = useSimilarityMessages();
  if (part === null) return text;
  return (
    <mark className={styles['part']}>
      <VisuallyHidden>{words.part(part)}</VisuallyHidden>
      <span className={styles['number']} aria-hidden="true">
        {part}
      </span>
      <span>{text}</span>
      <VisuallyHidden>{words.partEnd(part)}</VisuallyHidden>
    </mark>
  );
}

type SideProps = { readonly program: PairShown['left']; readonly spans: readonly Span[] };

function Side({ program: { name, source }, spans }: SideProps) {
  const words = useSimilarityMessages();
  const who = name ?? words.nameless;
  return (
    <Stack gap="xs" miw={0}>
      <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
        {who}
      </Title>
      <pre className={styles['source']} tabIndex={0} role="group" aria-label={words.program(who)} dir="ltr">
        {piecesOf(source, spans).map((piece, index) => (
          <Marked key={index} {...piece} />
        ))}
      </pre>
    </Stack>
  );
}

function Facts({ pair }: { readonly pair: PairShown }) {
  const words = useSimilarityMessages();
  const facts = [
    pair.title,
    `${words.alike}: ${words.percent(pair.similarity)}`,
    `${words.aboveOthers} ${words.aboveHow(pair.above)}`,
    `${words.longest}: ${words.tokens(pair.longest)}`,
  ];
  return <Text>{facts.join(' · ')}</Text>;
}

/** Two programs side by side, with the parts that both share. */
export function PairView({ pairId }: { readonly pairId: string }) {
  const words = useSimilarityMessages();
  const { id: assessmentId } = useAssessment();
  const { similarPair: pair } = usePageQuery(SIMILAR_PAIR, { assessmentId, pairId }).data;
  const back = (
    <Anchor component={Link} to="?">
      {words.back}
    </Anchor>
  );
  if (pair === null) {
    return (
      <Stack>
        <Text>{words.gone}</Text>
        {back}
      </Stack>
    );
  }
  return (
    <Stack>
      {back}
      <Facts pair={pair} />
      <Text c="dimmed" className={styles['about'] ?? ''}>
        {words.parts(pair.matches.length)}
      </Text>
      <div className={styles['sources']}>
        <Side program={pair.left} spans={pair.matches.map(({ left }) => left)} />
        <Side program={pair.right} spans={pair.matches.map(({ right }) => right)} />
      </div>
    </Stack>
  );
}
