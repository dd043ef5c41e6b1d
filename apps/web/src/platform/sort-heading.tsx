import { Table, UnstyledButton } from '@mantine/core';
import { useAssessmentMessages } from '../messages/assessment-messages';
import styles from './sort-heading.module.css';

export type Direction = 'ascending' | 'descending';

type Props = {
  readonly children: string;
  /** How the rows are sorted by this column; null if they are not. */
  readonly direction: Direction | null;
  /** Called with what the next press asks for: ascending, then descending, then the list's own order. */
  readonly onSort: (direction: Direction | null) => void;
  /** The side of the column that its values are at. */
  readonly ta?: 'right';
};

const NEXT: Readonly<Record<Direction | 'none', Direction | null>> = {
  none: 'ascending',
  ascending: 'descending',
  descending: null,
};
const SIGNS: Readonly<Record<Direction | 'none', string>> = { none: '↕', ascending: '↑', descending: '↓' };

/** The heading of a column by which a table can be sorted. */
export function SortHeading({ children, direction, onSort, ta }: Props) {
  const { sorting: words } = useAssessmentMessages().assessments;
  const now = direction ?? 'none';
  return (
    <Table.Th scope="col" aria-sort={now} {...(ta === undefined ? {} : { ta })}>
      <UnstyledButton className={styles['button'] ?? ''} title={words[now]} onClick={() => onSort(NEXT[now])}>
        <span>{children}</span> <span aria-hidden="true">{SIGNS[now]}</span>
      </UnstyledButton>
    </Table.Th>
  );
}
