import { Text } from '@mantine/core';

/** Under the title of a question; nothing if it has none. */
export function Subtitle({ text, size = 'md' }: { readonly text: string | null; readonly size?: 'md' | 'sm' }) {
  if (text === null) return null;
  return (
    <Text span display="block" size={size} fw={400} c="dimmed">
      {text}
    </Text>
  );
}
