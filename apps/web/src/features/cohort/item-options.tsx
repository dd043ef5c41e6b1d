import { Status } from '@holdout/ui';
import { Stack, Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@apollo/client/react';
import { useCohortMessages } from '../../messages/cohort-messages';
import styles from './compare.module.css';
import { FigureCell, Flags } from './figures';
import { type Item, ITEM_OPTIONS } from './items-operations';

/** Who chose which option of a question, by score fifth. */
export function ItemOptions({ item, assessmentId }: { readonly item: Item; readonly assessmentId: string }) {
  const { items: words } = useCohortMessages();
  const { questionVersionId } = item;
  const { itemOptions } = useSuspenseQuery(ITEM_OPTIONS, { variables: { assessmentId, questionVersionId } }).data;
  if (itemOptions === null) return <Text size="sm">{words.noOptions}</Text>;
  if (itemOptions.needed !== null) return <Text size="sm">{words.needed(itemOptions.n, itemOptions.needed)}</Text>;
  return (
    <Stack gap="xs">
      <Flags flags={itemOptions.flags} />
      <div className={styles['wide']}>
        <Table aria-label={words.open(item.title)}>
          <Table.Thead>
            <Table.Tr>
              {[words.option, words.chosen, words.optionRest, ...words.fifths].map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {itemOptions.options.map((option) => (
              <Table.Tr key={option.id}>
                <Table.Th scope="row" className={styles['title'] ?? ''}>
                  <span>{option.text}</span> {option.isKey ? <Status kind="right" label={words.key} /> : null}
                </Table.Th>
                <FigureCell label={words.chosen} figure={option.share} as="share" />
                <FigureCell label={words.optionRest} figure={option.optionRest} as="coefficient" />
                {option.byFifth.map((share, fifth) => (
                  <Table.Td key={words.fifths[fifth]} data-label={words.fifths[fifth]}>
                    {share === null ? words.nobody : words.percent(share)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}
