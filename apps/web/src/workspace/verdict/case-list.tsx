import { Group, Stack, Text, Title } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';
import type { CaseView } from '../runs/submission-query';
import { diffLines } from './text-diff';
import { VerdictDetail } from './verdict-detail';
import { VerdictStatus } from './verdict-status';
import { durationWords, sizeWords } from './verdict-words';

const SIGNS = { same: ' ', expected: '−', actual: '+' } as const;

function Block({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <pre className={styles['text']} tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </div>
  );
}

function Difference({ expected, actual }: { readonly expected: string; readonly actual: string }) {
  const words = useMessages().question.code.cases;
  const said = { same: '', expected: words.onlyExpected, actual: words.onlyActual };
  return (
    <div>
      <Text size="xs" c="dimmed">
        {words.differences}
      </Text>
      <div className={styles['text']} tabIndex={0} role="group" aria-label={words.differences}>
        <table className={styles['diff']}>
          <tbody>
            {diffLines(expected, actual).map((line, index) => (
              <tr key={index} data-kind={line.kind}>
                <th scope="row">
                  <span aria-hidden="true">{SIGNS[line.kind]}</span> <span>{said[line.kind]}</span>
                </th>
                <td>{line.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Answers({ one }: { readonly one: CaseView }) {
  const words = useMessages().question.code.cases;
  if (one.expected === null) return one.actual === null ? null : <Block title={words.actual} text={one.actual} />;
  if (one.actual === null) return <Block title={words.expected} text={one.expected} />;
  if (one.verdict.kind === 'PASSED') return <Block title={words.same} text={one.actual} />;
  return <Difference expected={one.expected} actual={one.actual} />;
}

type CaseProps = { readonly one: CaseView; readonly title: string; readonly onLine: (line: number) => void };

function Case({ one, title, onLine }: CaseProps) {
  const words = useMessages().question.code;
  const cost = words.cases.cost(
    durationWords(words.verdict, one.cpuMs ?? one.wallMs),
    one.memoryBytes === null ? null : sizeWords(words.verdict, one.memoryBytes),
  );
  return (
    <Stack gap="sm" component="section" className={styles['case'] ?? ''}>
      <Group gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <VerdictStatus verdict={one.verdict} />
        <Text size="xs" c="dimmed">
          {cost}
        </Text>
      </Group>
      <VerdictDetail verdict={one.verdict} onLine={onLine} />
      {one.table === null ? (
        <Block title={words.cases.input} text={one.input} />
      ) : (
        <details>
          <Text component="summary" size="xs" c="dimmed">
            {words.cases.input}
          </Text>
          <Block title={words.cases.input} text={one.input} />
        </details>
      )}
      <Answers one={one} />
    </Stack>
  );
}

type Props = { readonly cases: readonly CaseView[]; readonly onLine: (line: number) => void };

/** Every case of a run: input, expected output, actual output, and their diff. */
export function CaseList({ cases, onLine }: Props) {
  const words = useMessages().question.code.cases;
  return (
    <Stack gap="lg">
      {cases.map((one, index) => (
        <Case
          key={index}
          one={one}
          title={one.expected === null ? words.ownInput : words.case(index + 1)}
          onLine={onLine}
        />
      ))}
    </Stack>
  );
}
