import { Band } from '@holdout/ui';
import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useReportMessages } from '../../messages/report-messages';
import styles from './report.module.css';
import type { ShownReport } from './report-query';

type Values = NonNullable<ShownReport['skills'][number]['band']>;

const valuesOf = ({ value, low, high, innerLow, innerHigh }: Values) => ({
  estimate: value,
  low,
  high,
  innerLow,
  innerHigh,
});

/** A score as text. */
const inWords = (band: Values | null, none: string): readonly [string, string] =>
  band === null ? [none, none] : [String(Math.round(band.value)), `${Math.round(band.low)}–${Math.round(band.high)}`];

type RowProps = { readonly name: string; readonly band: Values | null; readonly passLine?: number | null };

function FigureRow({ name, band, passLine = null }: RowProps) {
  const words = useReportMessages();
  const lines = passLine === null ? [] : [{ at: passLine, label: `${words.passLine} ${Math.round(passLine)}` }];
  return (
    <div className={styles['row']}>
      <Text>{name}</Text>
      {band === null ? (
        <Text size="sm">{words.noBand}</Text>
      ) : (
        <Band label={name} values={valuesOf(band)} lines={lines} />
      )}
      <Text size="sm" c="dimmed">
        {band === null ? '' : words.items(band.items)}
      </Text>
    </div>
  );
}

type Skills = ShownReport['skills'];

/** From this number of skills on, those with few questions are folded: each of their bands says very little. */
const MANY_SKILLS = 8;
const MANY_QUESTIONS = 3;

const SkillRows = ({ skills }: { readonly skills: Skills }) =>
  skills.map(({ skillId, name, band }) => <FigureRow key={skillId} name={name} band={band} />);

/** On paper nothing is folded. */
function FewRows({ skills }: { readonly skills: Skills }) {
  const words = useReportMessages();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <Group className={styles['noPrint'] ?? ''}>
        <Button variant="default" size="compact-sm" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {words.few(skills.length)}
        </Button>
      </Group>
      <Stack gap="sm" className={isShown ? '' : (styles['onPaper'] ?? '')}>
        <SkillRows skills={skills} />
      </Stack>
    </>
  );
}

function Figures({ total, skills, passLine }: Pick<ShownReport, 'total' | 'skills' | 'passLine'>) {
  const words = useReportMessages();
  const few = skills.length < MANY_SKILLS ? [] : skills.filter(({ band }) => (band?.items ?? 0) < MANY_QUESTIONS);
  return (
    <Stack gap="sm">
      <FigureRow name={words.total} band={total} passLine={passLine} />
      <Title order={2} size="h4">
        {words.skillsTitle}
      </Title>
      <SkillRows skills={skills.filter((skill) => !few.includes(skill))} />
      {few.length > 0 ? <FewRows skills={few} /> : null}
    </Stack>
  );
}

function FigureTable({ total, skills }: Pick<ShownReport, 'total' | 'skills'>) {
  const words = useReportMessages();
  const rows = [{ skillId: 'total', name: words.total, band: total }, ...skills];
  return (
    <Table stickyHeader={false}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.table.skill}</Table.Th>
          <Table.Th ta="right">{words.table.score}</Table.Th>
          <Table.Th ta="right">{words.table.interval}</Table.Th>
          <Table.Th ta="right">{words.table.questions}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ skillId, name, band }) => {
          const [score, interval] = inWords(band, words.noBand);
          return (
            <Table.Tr key={skillId}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td ta="right">{score}</Table.Td>
              <Table.Td ta="right">{interval}</Table.Td>
              <Table.Td ta="right">{band?.items ?? 0}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** The total and each skill with their errors, as bands or as a table, and what they say in words. */
export function ReportFigures({ report }: { readonly report: ShownReport }) {
  const words = useReportMessages();
  const [isTable, setIsTable] = useState(false);
  return (
    <Stack gap="md" component="section">
      {isTable ? <FigureTable {...report} /> : <Figures {...report} />}
      <Group className={styles['noPrint'] ?? ''}>
        <Button variant="default" size="compact-sm" onClick={() => setIsTable(!isTable)}>
          {isTable ? words.asChart : words.asTable}
        </Button>
      </Group>
      <Title order={2}>{words.summaryTitle}</Title>
      <ul className={styles['summary']}>
        {report.summary.map((message) => (
          <li key={message.code + message.skills.map(({ name }) => name).join()}>
            {words.summary[message.code](message)}
          </li>
        ))}
      </ul>
    </Stack>
  );
}
