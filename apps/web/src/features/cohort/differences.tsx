import { Stack, Table, Text, Title } from '@mantine/core';
import { useCohortMessages } from '../../messages/cohort-messages';
import type { Comparison } from './cohort-operations';
import styles from './compare.module.css';

type Pair = Comparison['pairs'][number];
type Difference = NonNullable<Pair['total']>;
type Props = { readonly people: Comparison['people']; readonly pairs: Comparison['pairs'] };

/** The axis goes from -100 to 100. */
const onAxis = (points: number): string => `${(Math.min(100, Math.max(-100, points)) + 100) / 2}%`;

function Plot({ points, low, high }: Difference) {
  return (
    <svg className={styles['plot']} aria-hidden="true" focusable="false">
      <line className={styles['axis']} x1="0%" x2="100%" y1="50%" y2="50%" />
      <line className={styles['zero']} x1="50%" x2="50%" y1="0%" y2="100%" />
      <line className={styles['range']} x1={onAxis(low)} x2={onAxis(high)} y1="50%" y2="50%" />
      <circle className={styles['dot']} cx={onAxis(points)} cy="50%" r="5" />
    </svg>
  );
}

function useFinding() {
  const { compare: words } = useCohortMessages();
  return (pair: Pair, difference: Difference | null): string => {
    if (pair.hasOtherQuestions) return words.other;
    if (difference === null) return words.unknown;
    const { points, low, high, error, isDistinguishable } = difference;
    return isDistinguishable ? words.differs(points, low, high) : words.same(points, error);
  };
}

function Row({
  name,
  pair,
  difference,
}: {
  readonly name: string;
  readonly pair: Pair;
  readonly difference: Difference | null;
}) {
  const finding = useFinding();
  return (
    <div className={styles['people']}>
      <span className={styles['name']}>{name}</span>
      <div>
        <Text size="sm">{finding(pair, difference)}</Text>
        {difference === null ? null : <Plot {...difference} />}
      </div>
    </div>
  );
}

function AsTable({
  rows,
}: {
  readonly rows: readonly { readonly pair: string; readonly skill: string; readonly difference: Difference }[];
}) {
  const { compare: words } = useCohortMessages();
  const round = (value: number) => String(Math.round(value));
  return (
    <details>
      <summary>{words.asTable}</summary>
      <div className={styles['wide']}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {[
                words.table.pair,
                words.table.skill,
                words.table.difference,
                words.table.low,
                words.table.high,
                words.table.finding,
              ].map((heading) => (
                <Table.Th key={heading} scope="col">
                  {heading}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ pair, skill, difference }) => (
              <Table.Tr key={`${pair} ${skill}`}>
                <Table.Th scope="row">{pair}</Table.Th>
                <Table.Td>{skill}</Table.Td>
                <Table.Td>{round(difference.points)}</Table.Td>
                <Table.Td>{round(difference.low)}</Table.Td>
                <Table.Td>{round(difference.high)}</Table.Td>
                <Table.Td>{difference.isDistinguishable ? words.finding.differs : words.finding.same}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  );
}

/** Each pair with its differences, those that cannot be distinguished first; with a line at 0. */
export function Differences({ people, pairs }: Props) {
  const { compare: words } = useCohortMessages();
  const names = new Map(people.map(({ attemptId, candidate }) => [attemptId, candidate.name]));
  const titleOf = (pair: Pair) => words.between(names.get(pair.attemptId) ?? '', names.get(pair.otherAttemptId) ?? '');
  const sorted = pairs.toSorted((a, b) => Number(isDistinct(a)) - Number(isDistinct(b)));
  const rows = sorted.flatMap((pair) =>
    linesOf(pair, words.total).flatMap(({ name, difference }) =>
      difference === null ? [] : [{ pair: titleOf(pair), skill: name, difference }],
    ),
  );
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed">
        {words.axis}
      </Text>
      {sorted.map((pair) => (
        <section key={`${pair.attemptId} ${pair.otherAttemptId}`} aria-label={titleOf(pair)}>
          <Title order={4} className={styles['name'] ?? ''}>
            <bdi>{names.get(pair.attemptId)}</bdi> <span>−</span> <bdi>{names.get(pair.otherAttemptId)}</bdi>
          </Title>
          {linesOf(pair, words.total).map(({ name, difference }) => (
            <Row key={name} name={name} pair={pair} difference={difference} />
          ))}
        </section>
      ))}
      <AsTable rows={rows} />
    </Stack>
  );
}

const isDistinct = ({ total }: Pair): boolean => total?.isDistinguishable ?? true;

/** The total, then skills: those that cannot be distinguished first. One line if nothing can be compared. */
function linesOf(
  pair: Pair,
  total: string,
): readonly { readonly name: string; readonly difference: Difference | null }[] {
  const first = { name: total, difference: pair.total };
  if (pair.hasOtherQuestions) return [first];
  const skills = pair.skills
    .map(({ skill, difference }) => ({ name: skill.name, difference }))
    .toSorted(
      (a, b) => Number(a.difference?.isDistinguishable ?? true) - Number(b.difference?.isDistinguishable ?? true),
    );
  return [first, ...skills];
}
