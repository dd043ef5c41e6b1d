import { Button, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useMarkingMessages } from '../../messages/marking-messages';
import { useAct } from '../../platform/use-act';
import { MarkingForm, useTitles } from './marking-form';
import { CALIBRATE, type Compared } from './deciding-query';
import type { Calibration } from './marking-query';
import { EMPTY, levelsInput, type Mark } from './use-mark';

type ComparedProps = {
  readonly calibration: Calibration;
  readonly compared: Compared;
  readonly onNext: () => void;
};

/** The reviewer's levels beside those that were agreed on. */
function Comparison({ calibration, compared, onNext }: ComparedProps) {
  const words = useMarkingMessages().calibration;
  const titles = useTitles(calibration.rubric);
  const levelIn = (levels: Compared['levels'], id: string) => levels.find(({ criterion }) => criterion === id)?.level;
  const { agreement, levels, agreed, reason, left } = compared;
  return (
    <Stack gap="md" maw="var(--ho-reading)" role="status">
      <Table>
        <Table.Thead>
          <Table.Tr>
            {[words.criterion, words.yours, words.agreed].map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calibration.rubric.map(({ id }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">{titles(id)}</Table.Th>
              <Table.Td>{levelIn(levels, id)}</Table.Td>
              <Table.Td fw={levelIn(levels, id) === levelIn(agreed, id) ? 400 : 600}>{levelIn(agreed, id)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {reason === '' ? null : <Text>{reason}</Text>}
      <Text>{words.agreement(agreement.exact, agreement.adjacent, agreement.n)}</Text>
      <Button onClick={onNext} autoFocus style={{ alignSelf: 'flex-start' }}>
        {words.next(left)}
      </Button>
    </Stack>
  );
}

type Props = { readonly queueId: string; readonly calibration: Calibration; readonly onNext: () => void };

/** An answer whose levels were agreed on: it is marked, and then compared. */
export function CalibrationForm({ queueId, calibration, onNext }: Props) {
  const words = useMarkingMessages();
  const { act, isRunning, failure } = useAct(CALIBRATE);
  const [compared, setCompared] = useState<Compared | null>(null);
  const save = async ({ levels }: Mark) => {
    const input = { queueId, answerId: calibration.id, levels: levelsInput(levels) };
    const answer = (await act({ input }))?.markCalibration;
    if (answer?.__typename === 'MarkCalibrationSuccess') setCompared(answer);
  };
  if (compared !== null) return <Comparison calibration={calibration} compared={compared} onNext={onNext} />;
  return (
    <Stack gap="md">
      <Text size="sm">{words.marking.calibrationHint}</Text>
      <MarkingForm
        shown={{ ...calibration, samples: [] }}
        start={EMPTY}
        isReview={false}
        saveLabel={words.calibration.compare}
        isRunning={isRunning}
        failure={failure}
        onSave={(mark) => void save(mark)}
      />
    </Stack>
  );
}
