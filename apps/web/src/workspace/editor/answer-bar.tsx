import { ActButton, ActError } from '@holdout/ui';
import { Group, Switch, Text, Textarea } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useMessages } from '../../messages/messages';
import { SaveLabel } from '../../answering/save-label';
import { HistoryButton } from '../../answering/versions/history-button';
import styles from '../code.module.css';
import { useRuntimes } from '../../platform/use-runtimes';
import type { SentCode } from '../runs/sent-code';
import { showCode } from './code-version';
import type { CodeState } from './use-code';
import type { OwnInput } from './use-own-input';

export type AnswerBarProps = {
  readonly itemId: string;
  readonly code: CodeState;
  /** The last submission, if no verdict is shown; else null. */
  readonly received: Pick<SentCode, 'sentAt' | 'source'> | null;
  /** Null if the kind has no arguments: queries and models. */
  readonly ownInput: OwnInput | null;
  readonly onRun: () => void;
  readonly onSubmit: () => void;
  readonly isRunning: boolean;
  readonly isSubmitting: boolean;
  readonly failure: string | null;
};

function OwnInputField({ ownInput }: { readonly ownInput: OwnInput | null }) {
  const words = useMessages().question.code;
  if (!ownInput?.isOn) return null;
  return (
    <Textarea
      label={words.ownInputLabel}
      description={words.ownInputHint}
      autosize
      minRows={2}
      maxRows={6}
      value={ownInput.text}
      spellCheck={false}
      classNames={{ input: styles['mono'] ?? '' }}
      onChange={(event) => ownInput.type(event.currentTarget.value)}
    />
  );
}

/** Below the editor: save status, Run, Submit, and why either failed. */
export function AnswerBar(props: AnswerBarProps) {
  const { itemId, code, received, ownInput, onRun, onSubmit, isRunning, isSubmitting, failure } = props;
  const words = useMessages().question.code;
  const { online } = useNetwork();
  const runtimes = useRuntimes();
  const runtime = code.spoken === null ? undefined : runtimes.get(code.spoken.runtime);
  return (
    <div className={styles['bar']}>
      <OwnInputField ownInput={ownInput} />
      {runtime?.isUsable === false ? (
        <Text size="sm">{words.unusable(words.languages[code.language], runtime.reason)}</Text>
      ) : null}
      {online ? null : <Text size="sm">{words.offline}</Text>}
      <ActError>{failure}</ActError>
      <Group gap="sm" justify="space-between">
        <Group gap="md">
          <SaveLabel saver={code.saver} />
          <HistoryButton itemId={itemId} state={code.state} show={showCode} />
        </Group>
        {received === null ? null : (
          <Text size="sm" c="dimmed">
            {words.received(received.sentAt, received.source !== code.source)}
          </Text>
        )}
        <Group gap="sm" ml="auto">
          {ownInput ? (
            <Switch
              size="sm"
              label={words.ownInput}
              checked={ownInput.isOn}
              onChange={(event) => ownInput.turn(event.currentTarget.checked)}
            />
          ) : null}
          <ActButton
            variant="default"
            onClick={onRun}
            isRunning={isRunning}
            disabled={!online}
            aria-keyshortcuts="Control+Enter"
          >
            {words.run}
          </ActButton>
          <ActButton
            onClick={onSubmit}
            isRunning={isSubmitting}
            disabled={!online}
            aria-keyshortcuts="Control+Shift+Enter"
          >
            {words.submit}
          </ActButton>
        </Group>
      </Group>
    </div>
  );
}
