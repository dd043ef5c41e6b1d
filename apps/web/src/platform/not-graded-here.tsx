import { Text } from '@mantine/core';
import type { Language, Runtime } from '../generated/operations';
import { useMessages } from '../messages/messages';
import { useRuntimes } from './use-runtimes';

type Offered = { readonly languages: readonly Language[]; readonly runtimes: readonly Runtime[] };

/** The languages of a question that this installation cannot grade now; empty while unknown. */
export function useNotGraded({ languages, runtimes }: Offered): readonly Language[] {
  const known = useRuntimes();
  return languages.filter((_, index) => {
    const runtime = runtimes[index];
    return runtime !== undefined && known.get(runtime)?.isUsable === false;
  });
}

/** A small note of the question's languages that are not graded here; nothing if all are. */
export function NotGradedHere(offered: Offered) {
  const { names } = useMessages();
  const languages = useNotGraded(offered).map((language) => names.languages[language]);
  if (languages.length === 0) return null;
  return (
    <Text span display="block" size="xs" c="dimmed">
      {names.notGradedHere(languages.join(', '))}
    </Text>
  );
}
