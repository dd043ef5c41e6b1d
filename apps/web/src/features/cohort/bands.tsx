import { Band } from '@holdout/ui';
import { Text } from '@mantine/core';
import { useCohortMessages } from '../../messages/cohort-messages';
import type { Entry } from './cohort-operations';

type Values = NonNullable<Entry['band']>;
type Props = { readonly label: string; readonly band: Values | null; readonly passLine: number | null };

/** A score with its error, in a drawing and in words; the words where there is none. */
export function ScoreCell({ label, band, passLine }: Props) {
  const { table: words } = useCohortMessages();
  if (band === null)
    return (
      <Text span size="sm" c="dimmed">
        {words.noScore}
      </Text>
    );
  const lines = passLine === null ? [] : [{ at: passLine, label: words.passLine(passLine) }];
  return (
    <div>
      <Band label={label} values={{ ...band, estimate: band.value }} lines={lines} />
      <Text span size="xs" c="dimmed">
        {words.items(band.items, band.isFewItems)}
      </Text>
    </div>
  );
}
