import { Anchor, Text } from '@mantine/core';
import { useBuilder } from './builder-context';

type Props = { readonly id: string; readonly title: string; readonly label: string; readonly facts: string };

/** A question in a list: its title, which opens its preview, and its facts. */
export function QuestionLine({ id, title, label, facts }: Props) {
  const { preview } = useBuilder();
  return (
    <div>
      <Anchor component="button" type="button" size="sm" ta="start" aria-label={label} onClick={() => preview(id)}>
        {title}
      </Anchor>
      <Text size="sm" c="dimmed">
        {facts}
      </Text>
    </div>
  );
}
