import { Text, VisuallyHidden } from '@mantine/core';
import type { Draft } from '../../answering/draft';
import type { ShowVersion } from '../../answering/versions/show-version';
import styles from '../../answering/versions/versions.module.css';
import { useMessages } from '../../messages/messages';
import { diffLines } from '../verdict/text-diff';

type Code = Extract<Draft, { kind: 'code' }>;

/** The code of one version; lines that the version beside it does not have are marked. */
function CodeVersion({ code, against }: { readonly code: Code; readonly against: Code | null }) {
  const messages = useMessages();
  const lines = diffLines(code.source, against?.source ?? code.source).filter(({ kind }) => kind !== 'actual');
  const language = messages.question.code.languages[code.language];
  return (
    <>
      <Text size="sm" c="dimmed">
        {language}
      </Text>
      <pre className={styles['code']} tabIndex={0} aria-label={language}>
        {lines.map(({ kind, text }, index) => (
          <span key={index} className={styles['line']} data-changed={kind === 'expected' || undefined}>
            <span>{text}</span>
            {kind === 'expected' ? <VisuallyHidden>{` (${messages.versions.changed})`}</VisuallyHidden> : null}
          </span>
        ))}
      </pre>
    </>
  );
}

export const showCode: ShowVersion = (draft, against) =>
  draft.kind === 'code' ? <CodeVersion code={draft} against={against?.kind === 'code' ? against : null} /> : null;
