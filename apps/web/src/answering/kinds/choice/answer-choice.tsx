import { Markdown, Status, useSingleKeys } from '@holdout/ui';
import { Group, Stack, Text } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useMessages } from '../../../messages/messages';
import styles from './answer-choice.module.css';

type Option = { readonly id: string; readonly text: string };
export type OptionReason = {
  readonly id: string;
  readonly isKey: boolean;
  readonly why: string;
  readonly misconception: string | null;
};

type Props = {
  readonly choose: 'ONE' | 'MANY';
  readonly options: readonly Option[];
  readonly picked: readonly string[];
  readonly onPick: (picked: readonly string[]) => void;
  /** After Check: every option with its reason. The marks no longer change. */
  readonly reasons: readonly OptionReason[] | null;
  readonly isLocked?: boolean;
  /** False on a page with several choices, where a number key would be ambiguous. */
  readonly hasKeys?: boolean;
};

const MOST_KEYS = 9;

function toggled(choose: 'ONE' | 'MANY', picked: readonly string[], id: string): readonly string[] {
  if (choose === 'ONE') return [id];
  return picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id];
}

function Reason({ reason, isPicked }: { readonly reason: OptionReason; readonly isPicked: boolean }) {
  const words = useMessages().question.choice;
  return (
    <Stack gap="xs" className={styles['reason'] ?? ''}>
      <Group gap="sm">
        {reason.isKey ? <Status kind="right" label={words.key} /> : null}
        {isPicked && !reason.isKey ? <Status kind="wrong" /> : null}
        <Text size="sm" c="dimmed">
          {isPicked ? words.yours : words.notYours}
        </Text>
      </Group>
      <Markdown size="meta">{reason.why}</Markdown>
      {isPicked && reason.misconception !== null ? <Text size="sm">{words.suggests(reason.misconception)}</Text> : null}
    </Stack>
  );
}

type RowProps = Props & {
  readonly option: Option;
  readonly name: string;
  readonly place: number;
  readonly isOpen: boolean;
};

const keyOf = (place: number): string | undefined => (place <= MOST_KEYS ? String(place) : undefined);

function OptionRow({ option, name, place, choose, picked, onPick, reasons, isOpen, hasKeys = true }: RowProps) {
  const isPicked = picked.includes(option.id);
  const reason = reasons?.find((one) => one.id === option.id);
  const reasonId = `${name}-${place}`;
  return (
    <div className={styles['option']} data-picked={isPicked || undefined}>
      <label className={styles['row']}>
        <input
          type={choose === 'ONE' ? 'radio' : 'checkbox'}
          name={name}
          className={styles['mark']}
          checked={isPicked}
          disabled={!isOpen}
          aria-describedby={reason ? reasonId : undefined}
          aria-keyshortcuts={hasKeys ? keyOf(place) : undefined}
          onChange={() => onPick(toggled(choose, picked, option.id))}
        />
        <Markdown>{option.text}</Markdown>
      </label>
      {reason ? (
        <div id={reasonId}>
          <Reason reason={reason} isPicked={isPicked} />
        </div>
      ) : null}
    </div>
  );
}

/** The answer to a choice question, in practice and in quizzes. The whole row is the label; keys 1 to 9 choose. */
export function AnswerChoice(props: Props) {
  const { choose, options, picked, onPick, reasons, isLocked = false, hasKeys = true } = props;
  const words = useMessages().question.choice;
  const name = useId();
  const isOpen = reasons === null && !isLocked;
  const keys = useMemo(() => {
    if (!isOpen || !hasKeys) return {};
    const acts = options
      .slice(0, MOST_KEYS)
      .map(({ id }, index) => [String(index + 1), () => onPick(toggled(choose, picked, id))]);
    return Object.fromEntries(acts) as Readonly<Record<string, () => void>>;
  }, [isOpen, hasKeys, options, onPick, choose, picked]);
  useSingleKeys(keys);
  return (
    <fieldset className={styles['options']}>
      <legend className={styles['rule']}>{choose === 'ONE' ? words.one : words.many}</legend>
      {options.map((option, index) => (
        <OptionRow key={option.id} {...props} option={option} name={name} place={index + 1} isOpen={isOpen} />
      ))}
    </fieldset>
  );
}
