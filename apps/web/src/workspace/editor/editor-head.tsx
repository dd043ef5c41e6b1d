import { useAnnounce } from '@holdout/ui';
import { Button, Group, NativeSelect, Switch, Text } from '@mantine/core';
import type { Language } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import type { CodeContent } from '../code-item';
import styles from '../code.module.css';
import { useRuntimes } from '../../platform/use-runtimes';
import { ToolVersions } from './tool-versions';
import type { CodeState } from './use-code';

export type EditorHeadProps = {
  readonly code: CodeState;
  readonly content: CodeContent;
  readonly isFixed: boolean;
  readonly plain: { readonly isPlain: boolean; readonly choose: (isPlain: boolean) => void } | null;
};

function LanguageChoice({ code, content }: Pick<EditorHeadProps, 'code' | 'content'>) {
  const words = useMessages().question.code;
  const announce = useAnnounce();
  if (content.languages.length < 2) return null;
  const choose = (language: Language) => {
    code.choose(language);
    announce(words.switched(words.languages[language]));
  };
  return (
    <NativeSelect
      size="xs"
      aria-label={words.language}
      value={code.language}
      data={content.languages.map(({ language }) => ({ value: language, label: words.languages[language] }))}
      onChange={(event) => choose(event.currentTarget.value as Language)}
    />
  );
}

/** Above the editor: the file name, the installed versions, the plain field and the reset to the starter. */
export function EditorHead({ code, content, isFixed, plain }: EditorHeadProps) {
  const words = useMessages().question.code;
  const runtimes = useRuntimes();
  const runtime = code.spoken === null ? null : (runtimes.get(code.spoken.runtime) ?? null);
  const announce = useAnnounce();
  const reset = () => {
    code.replace(code.spoken?.starter ?? '');
    announce(words.resetDone);
  };
  return (
    <div className={styles['editorHead']}>
      <Group gap="sm">
        <Text size="sm" ff="monospace">
          {words.files[code.language]}
        </Text>
        <LanguageChoice code={code} content={content} />
        <ToolVersions runtime={runtime} namesGroups={content.groups.length > 0} />
      </Group>
      <Group gap="sm">
        {plain ? (
          <Switch
            size="sm"
            label={words.plain}
            aria-description={words.plainWhy}
            checked={plain.isPlain}
            onChange={(event) => plain.choose(event.currentTarget.checked)}
          />
        ) : null}
        {code.former === null ? (
          <Button variant="subtle" color="gray" size="compact-sm" disabled={isFixed} onClick={reset}>
            {words.reset}
          </Button>
        ) : (
          <Button variant="default" size="compact-sm" onClick={code.undo}>
            {words.undo}
          </Button>
        )}
      </Group>
    </div>
  );
}
