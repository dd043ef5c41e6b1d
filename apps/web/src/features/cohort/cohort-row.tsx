import { Status } from '@holdout/ui';
import { Anchor, Checkbox, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { useCohortMessages } from '../../messages/cohort-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { ScoreCell } from './bands';
import type { Column } from './cohort-address';
import type { Entry } from './cohort-operations';
import styles from './cohort-table.module.css';
import type { Part } from './lanes';
import { hasEnoughItems } from './skill-items';

type Props = {
  readonly entry: Entry;
  readonly columns: readonly Column[];
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  /** Its parts of the brackets; null where rows are not in the order of scores. */
  readonly lanes: readonly Part[] | null;
  /** How many rows after it a bracket that begins here joins. */
  readonly joined: number;
};

function Person({ entry }: { readonly entry: Entry }) {
  const { slug } = useOrganization();
  const { name, email } = entry.candidate;
  return (
    <Table.Th scope="row" className={styles['person'] ?? ''}>
      <bdi className={styles['name']}>
        {entry.status === 'IN_PROGRESS' ? (
          name
        ) : (
          <Anchor component={Link} to={`/o/${slug}/reports/${entry.attemptId}`} inherit>
            {name}
          </Anchor>
        )}
      </bdi>
      <Text span size="xs" c="dimmed" className={styles['address'] ?? ''}>
        {email}
      </Text>
    </Table.Th>
  );
}

function DecisionCell({ decision }: Pick<Entry, 'decision'>) {
  const words = useCohortMessages();
  const { dates } = useMessages();
  if (decision === null)
    return (
      <Text span size="sm" c="dimmed">
        {words.noDecision}
      </Text>
    );
  return (
    <>
      <Text size="sm" fw={600}>
        {words.decisions[decision.kind]}
      </Text>
      <Text size="sm" className={styles['reason'] ?? ''}>
        {decision.reason}
      </Text>
      <Text size="xs" c="dimmed">
        {words.table.decidedBy(decision.decidedBy, dates.day(decision.decidedAt))}
      </Text>
    </>
  );
}

function Brackets({ lanes, joined }: { readonly lanes: readonly Part[]; readonly joined: number }) {
  const { table: words } = useCohortMessages();
  return (
    <Table.Td className={styles['brackets'] ?? ''}>
      {lanes.map((part, lane) => (
        // A lane is a place, which has no other name.
        <span key={`lane ${String(lane)}`} className={`${styles['lane']} ${styles[part] ?? ''}`} aria-hidden="true" />
      ))}
      {joined > 0 ? <VisuallyHidden>{words.bracket(joined)}</VisuallyHidden> : null}
    </Table.Td>
  );
}

function Skills({ entry }: { readonly entry: Entry }) {
  const { table: words } = useCohortMessages();
  const shown = entry.skills.filter(hasEnoughItems);
  if (shown.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.fewPerSkill}
      </Text>
    );
  return shown.map(({ skill, band }) => (
    <Text key={skill.id} size="sm">
      {words.skill(skill.name, band === null ? '–' : words.words(band.value, band.low, band.high))}
    </Text>
  ));
}

function More({ entry, column }: { readonly entry: Entry; readonly column: Column }) {
  const { table: words, version } = useCohortMessages();
  const { dates } = useMessages();
  switch (column) {
    case 'skills':
      return <Skills entry={entry} />;
    case 'certainty':
      return entry.certainty === null ? '–' : words.certainty(entry.certainty);
    case 'submitted':
      return entry.endedOn === null ? '–' : dates.day(entry.endedOn);
    case 'version':
      return version(entry.versionNumber);
  }
}

/** A person of the cohort. */
export function CohortRow({ entry, columns, isSelected, onToggle, lanes, joined }: Props) {
  const words = useCohortMessages();
  return (
    <Table.Tr>
      <Table.Td className={styles['tick'] ?? ''}>
        <Checkbox aria-label={words.table.select(entry.candidate.name)} checked={isSelected} onChange={onToggle} />
      </Table.Td>
      {lanes === null ? null : <Brackets lanes={lanes} joined={joined} />}
      <Person entry={entry} />
      <Table.Td className={styles['score'] ?? ''}>
        <ScoreCell label={entry.candidate.name} band={entry.band} passLine={entry.passLine} />
        {entry.isProvisional ? <Status kind="attention" label={words.provisional} /> : null}
      </Table.Td>
      <Table.Td className={styles['wide'] ?? ''}>{words.status[entry.status]}</Table.Td>
      {columns.map((column) => (
        <Table.Td key={column} className={styles['wide'] ?? ''}>
          <More entry={entry} column={column} />
        </Table.Td>
      ))}
      <Table.Td className={styles['decision'] ?? ''}>
        <DecisionCell decision={entry.decision} />
      </Table.Td>
    </Table.Tr>
  );
}
