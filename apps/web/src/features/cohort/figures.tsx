import { Status } from '@holdout/ui';
import { Table, Text } from '@mantine/core';
import type { ItemFlag } from '../../generated/operations';
import { useCohortMessages } from '../../messages/cohort-messages';
import type { Numbers } from './items-operations';

type As = 'share' | 'coefficient';

/** A statistic in words: with its interval, or why there is none. */
export function useFigureWords() {
  const { items: words } = useCohortMessages();
  return ({ kind, value, low, high, n, needed }: Numbers, as: As): string => {
    if (kind === 'NO_VARIANCE') return words.noVariance(n);
    if (value === null || low === null || high === null) return words.needed(n, needed ?? n);
    return words[as](value, low, high);
  };
}

/** A cell with a statistic and its n. */
export function FigureCell({
  label,
  figure,
  as,
}: {
  readonly label: string;
  readonly figure: Numbers;
  readonly as: As;
}) {
  const { items: words } = useCohortMessages();
  const inWords = useFigureWords();
  return (
    <Table.Td data-label={label}>
      <Text span size="sm">
        {inWords(figure, as)}
      </Text>{' '}
      {figure.kind === 'ESTIMATE' ? (
        <Text span size="xs" c="dimmed">
          {words.ofPeople(figure.n)}
        </Text>
      ) : null}
    </Table.Td>
  );
}

/** What to look at in an item. */
export function Flags({ flags }: { readonly flags: readonly ItemFlag[] }) {
  const { items: words } = useCohortMessages();
  if (flags.length === 0)
    return (
      <Text span size="sm" c="dimmed">
        {words.nothing}
      </Text>
    );
  return flags.map((flag) => (
    <div key={flag}>
      <Status kind="attention" label={words.flags[flag]} />
    </div>
  ));
}
