import { ActError, useAnnounce } from '@holdout/ui';
import { Button, FileButton, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type DragEvent, type SyntheticEvent, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { NOBODY, type Person } from './people/person';
import styles from './people-input.module.css';

const MOST_PEOPLE = 10_000;
const MOST_MB = 5;

type Props = {
  readonly count: number;
  readonly onPeople: (people: readonly Person[]) => void;
};

/** Reads lists and files, whose reader is fetched when the first one is read. */
function useReading({ count, onPeople }: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const announce = useAnnounce();
  const [failure, setFailure] = useState<string | null>(null);
  const add = (people: readonly Person[]): boolean => {
    const isTooMany = count + people.length > MOST_PEOPLE;
    setFailure(
      people.length === 0 ? words.nobodyFound : isTooMany ? words.tooMany(count + people.length, MOST_PEOPLE) : null,
    );
    if (people.length === 0 || isTooMany) return false;
    onPeople(people);
    announce(words.added(people.length));
    return true;
  };
  const readText = async (text: string): Promise<boolean> => {
    const { readPeople } = await import('./people/read-people');
    return add(readPeople(text));
  };
  const readFile = async (file: File): Promise<void> => {
    if (file.size > MOST_MB * 1_000_000) {
      setFailure(words.fileTooLarge(MOST_MB));
      return;
    }
    const { decodeText } = await import('./people/decode-text');
    await readText(decodeText(new Uint8Array(await file.arrayBuffer())));
  };
  return { failure, add, readText, readFile };
}

type Reading = ReturnType<typeof useReading>;

function OnePerson({ reading }: { readonly reading: Reading }) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isEmpty = email.trim() === '' && name.trim() === '';
    if (!reading.add(isEmpty ? [] : [{ ...NOBODY, name: name.trim(), email: email.trim() }])) return;
    setName('');
    setEmail('');
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group gap="sm" align="flex-end">
        <TextInput
          flex="1 1 12rem"
          label={words.name}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          flex="1 1 14rem"
          type="email"
          label={words.email}
          autoComplete="off"
          data-autofocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {words.addOne}
        </Button>
      </Group>
    </form>
  );
}

/** Adds people to the list: one, a pasted list, or a file. */
export function PeopleInput(props: Props) {
  const words = useAssessmentMessages().candidateInvitations.inviting;
  const reading = useReading(props);
  const [text, setText] = useState('');
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void reading.readFile(file);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const readList = async () => {
    if (await reading.readText(text)) setText('');
  };
  return (
    <Stack gap="sm">
      <OnePerson reading={reading} />
      <div
        className={styles['drop']}
        data-over={isOver || undefined}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Stack gap="sm">
          <Textarea
            label={words.list}
            description={words.listHow}
            rows={4}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group gap="sm">
            <Button variant="default" onClick={() => void readList()}>
              {words.addList}
            </Button>
            <FileButton
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              onChange={(file) => {
                if (file) void reading.readFile(file);
              }}
            >
              {(button) => (
                <Button variant="default" {...button}>
                  {words.file}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed">
              {words.drop}
            </Text>
          </Group>
        </Stack>
      </div>
      <ActError>{reading.failure}</ActError>
    </Stack>
  );
}
