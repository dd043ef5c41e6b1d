import { Status, type StatusKind } from '@holdout/ui';
import { Button, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { issuesOf, type RowState, type Shown } from './invite-list';
import type { Person, PersonField } from './people/person';
import styles from './people-table.module.css';
import { issueWordsOf } from './person-issue-words';

export const FIELDS: readonly PersonField[] = ['name', 'email', 'extraTime', 'breakMinutes'];

const KINDS: Readonly<Record<RowState, StatusKind>> = {
  toFix: 'attention',
  checking: 'waiting',
  repeated: 'notGraded',
  invited: 'notGraded',
  taken: 'notGraded',
  ready: 'right',
  sent: 'right',
};

type Props = {
  readonly shown: Shown;
  /** Whether the fields can be written in. */
  readonly isEdited: boolean;
  readonly onChange: (person: Person) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

function State({ shown: { state, first } }: Pick<Props, 'shown'>) {
  const words = useAssessmentMessages().candidateInvitations.inviting.state;
  const label = state === 'repeated' ? words.repeated(first?.person.line ?? null) : words[state];
  return <Status kind={KINDS[state]} label={label} />;
}

function Field({ shown, field, onChange }: Pick<Props, 'shown' | 'onChange'> & { readonly field: PersonField }) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const { person } = shown.row;
  const [typed, setTyped] = useState(person[field]);
  const issue = issuesOf(shown.row).find((each) => each.field === field);
  const commit = () => {
    if (typed !== person[field]) onChange({ ...person, [field]: typed });
  };
  return (
    <TextInput
      aria-label={words.fieldOf(words[field], person.line)}
      value={typed}
      error={issue && typed === person[field] ? issueWordsOf(words, person, issue) : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

/** A line of the list. Where something must be corrected its fields can be written in. */
export function PersonRow({ shown, isEdited, onChange, onEdit, onRemove }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const { person } = shown.row;
  const who = person.email || person.name;
  return (
    <Table.Tr>
      {person.line === null ? (
        <Table.Td />
      ) : (
        <Table.Th scope="row" data-label={words.columns.line} className={styles['line']}>
          {person.line}
        </Table.Th>
      )}
      {FIELDS.map((field) => (
        <Table.Td key={field} data-label={words[field]} className={styles[field]}>
          {isEdited ? <Field shown={shown} field={field} onChange={onChange} /> : person[field]}
        </Table.Td>
      ))}
      <Table.Td>
        <State shown={shown} />
      </Table.Td>
      <Table.Td className={styles['acts']}>
        {shown.state === 'sent' || isEdited ? null : (
          <Button size="compact-sm" variant="subtle" color="gray" aria-label={words.editOne(who)} onClick={onEdit}>
            {words.edit}
          </Button>
        )}
        {shown.state === 'sent' ? null : (
          <Button size="compact-sm" variant="subtle" color="gray" aria-label={words.removeOne(who)} onClick={onRemove}>
            {words.remove}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
