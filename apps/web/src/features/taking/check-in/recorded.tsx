import { List, Text } from '@mantine/core';
import type { Recorded as What } from '../../../generated/operations';
import { useCandidateMessages } from '../../../messages/candidate-messages';

/** Exactly what the policy of the assessment records. */
export function Recorded({ recorded }: { readonly recorded: readonly What[] }) {
  const words = useCandidateMessages().recorded;
  return (
    <>
      <List>
        {recorded.map((each) => (
          <List.Item key={each}>{words.names[each]}</List.Item>
        ))}
      </List>
      <Text>{words.nothingElse}</Text>
    </>
  );
}
