import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { QuestionKind } from '../../generated/operations';
import { useCoverageMessages } from '../../messages/coverage-messages';
import { useMessages } from '../../messages/messages';
import { CountCell } from './count-cell';
import { countOf, levelRange } from './count-questions';
import styles from './coverage.module.css';
import type { Coverage } from './coverage-query';

type Domain = Coverage['domains'][number];
type Skill = Domain['skills'][number];

const COLUMNS_BESIDE_KINDS = 3;

function useKinds(): readonly QuestionKind[] {
  return Object.keys(useMessages().names.kinds) as QuestionKind[];
}

/** Kinds as text below the skill, where the columns do not fit. */
function KindWords({ counts }: Pick<Skill, 'counts'>) {
  const { names } = useMessages();
  const present = useKinds().filter((kind) => countOf(counts, { kind }) > 0);
  if (present.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" className={styles['narrow'] ?? ''}>
      {present.map((kind) => `${names.kinds[kind]} ${countOf(counts, { kind })}`).join(' · ')}
    </Text>
  );
}

function Levels({ counts }: Pick<Skill, 'counts'>) {
  const words = useCoverageMessages();
  const range = levelRange(counts);
  return (
    <Table.Td ta="right" className={`${styles['levels']} ${range === null ? styles['none'] : ''}`}>
      {range === null ? words.none : words.levels(...range)}
    </Table.Td>
  );
}

function SkillRow({ skill, counts }: Skill) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {counts.length === 0 ? (
          <span>{skill.name}</span>
        ) : (
          <Anchor component={Link} to={`/questions?skill=${encodeURIComponent(skill.id)}`} size="sm">
            {skill.name}
          </Anchor>
        )}
        <KindWords counts={counts} />
      </Table.Th>
      <CountCell count={countOf(counts)} />
      <Levels counts={counts} />
      {useKinds().map((kind) => (
        <CountCell key={kind} count={countOf(counts, { kind })} isWide />
      ))}
    </Table.Tr>
  );
}

function DomainRows({ domain }: { readonly domain: Domain }) {
  const words = useCoverageMessages();
  const columns = useKinds().length + COLUMNS_BESIDE_KINDS;
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th scope="rowgroup" colSpan={columns}>
          {words.domain(domain.name, domain.questionCount)}
        </Table.Th>
      </Table.Tr>
      {domain.skills.map((covered) => (
        <SkillRow key={covered.skill.id} {...covered} />
      ))}
    </Table.Tbody>
  );
}

/** Every skill of the taxonomy with its questions by kind, including skills without questions. */
export function SkillTable({ domains }: Pick<Coverage, 'domains'>) {
  const words = useCoverageMessages();
  const { names } = useMessages();
  return (
    <Table aria-label={words.bySkill} className={styles['table'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.columns.skill}</Table.Th>
          <Table.Th scope="col" ta="right">
            {words.columns.questions}
          </Table.Th>
          <Table.Th scope="col" ta="right">
            {words.columns.levels}
          </Table.Th>
          {useKinds().map((kind) => (
            <Table.Th key={kind} scope="col" ta="right" className={styles['wide'] ?? ''}>
              {names.kinds[kind]}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      {domains.map((domain) => (
        <DomainRows key={domain.name} domain={domain} />
      ))}
    </Table>
  );
}
