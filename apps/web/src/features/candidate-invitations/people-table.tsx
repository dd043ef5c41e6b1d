import { Stack, Table } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { changePerson, editPerson, type InviteList, removePerson, type Shown } from './invite-list';
import { MoreRows } from './more-rows';
import { FIELDS, PersonRow } from './person-row';
import styles from './people-table.module.css';

const SHOWN = 50;

type Props = {
  readonly shown: readonly Shown[];
  readonly onTop: ReadonlySet<number>;
  readonly isFixed: boolean;
  readonly onChange: (how: (now: InviteList) => InviteList) => void;
};

/** The people of the list, those to correct first. Long lists are shown part by part, so that the page stays quick. */
export function PeopleTable({ shown, onTop, isFixed, onChange }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const [most, setMost] = useState(SHOWN);
  const hidden = Math.max(0, shown.length - most);
  return (
    <Stack gap="sm">
      <Table aria-label={words.people} className={styles['table'] ?? ''} stickyHeader={false} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" ta="right">
              {words.columns.line}
            </Table.Th>
            {FIELDS.map((field) => (
              <Table.Th key={field} scope="col">
                {words[field]}
              </Table.Th>
            ))}
            <Table.Th scope="col">{words.columns.state}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.slice(0, most).map((each) => (
            <PersonRow
              key={each.row.key}
              shown={each}
              isEdited={!isFixed && onTop.has(each.row.key) && each.state !== 'sent'}
              onChange={(person) => onChange((now) => changePerson(now, each.row.key, person))}
              onEdit={() => onChange((now) => editPerson(now, each.row.key))}
              onRemove={() => onChange((now) => removePerson(now, each.row.key))}
            />
          ))}
        </Table.Tbody>
      </Table>
      <MoreRows hidden={hidden} step={SHOWN} onMore={() => setMost(most + SHOWN)} />
    </Stack>
  );
}
