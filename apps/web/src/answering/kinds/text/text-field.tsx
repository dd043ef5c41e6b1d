import { ActButton, ActError, Markdown } from '@holdout/ui';
import { Group, List, Stack, Text, TextInput } from '@mantine/core';
import type { Messages } from '../../../messages/en';
import { useMessages } from '../../../messages/messages';
import { contentOf, type ContentOf, detailOf, type DetailOf, type FieldProps, type Item } from '../field';
import { useMarkMyself } from '../shared/use-mark-myself';
import styles from './text.module.css';

const NEAR_THE_END = 20;
/** The only criterion for grading a short text oneself when no accepted answer matches. */
const MEANING = 'meaning';

type Rules = Messages['kinds']['text']['ignores'];

function ruleOf({ ignoresCase, ignoresPunctuation }: ContentOf<'TextContent'>, rules: Rules): string {
  if (ignoresCase) return ignoresPunctuation ? rules.both : rules.caseOnly;
  return ignoresPunctuation ? rules.punctuationOnly : rules.none;
}

function OwnJudgement({ itemId }: { readonly itemId: string }) {
  const words = useMessages().kinds.text;
  const { mark, isRunning, failure } = useMarkMyself(itemId);
  return (
    <Stack gap="sm">
      <Text size="sm">{words.unknown}</Text>
      <Text size="sm">{words.compare}</Text>
      <ActError>{failure}</ActError>
      <Group gap="sm">
        <ActButton variant="default" isRunning={isRunning} onClick={() => void mark({ [MEANING]: 1 })}>
          {words.same}
        </ActButton>
        <ActButton variant="default" isRunning={isRunning} onClick={() => void mark({ [MEANING]: 0 })}>
          {words.different}
        </ActButton>
      </Group>
    </Stack>
  );
}

function Truth({ detail, item }: { readonly detail: DetailOf<'TextFeedback'>; readonly item: Item }) {
  const words = useMessages().kinds.text;
  const waits = (item.feedback?.pending ?? 0) > 0;
  return (
    <Stack gap="sm">
      {detail.why === null ? null : <Markdown size="meta">{detail.why}</Markdown>}
      {detail.misconception === null ? null : <Text size="sm">{words.suggests(detail.misconception)}</Text>}
      <div>
        <Text size="sm" fw={600}>
          {words.accepted}
        </Text>
        <List size="sm">
          {detail.accepted.map((one) => (
            <List.Item key={one}>{one}</List.Item>
          ))}
        </List>
      </div>
      {waits ? <OwnJudgement itemId={item.id} /> : null}
    </Stack>
  );
}

/** A single-line text answer with its format rule; after Check the accepted answers and the reasons. */
export function TextField({ item, draft, onEdit, onLeave, isOpen }: FieldProps) {
  const words = useMessages().kinds.text;
  const content = contentOf(item, 'TextContent');
  const detail = detailOf(item, 'TextFeedback');
  const text = draft?.kind === 'text' ? draft.text : '';
  const left = content.maxLength - text.length;
  return (
    <Stack gap="sm">
      <TextInput
        label={words.answer}
        description={`${words.limit(content.maxLength)} ${ruleOf(content, words.ignores)}`}
        value={text}
        readOnly={!isOpen}
        maxLength={content.maxLength}
        autoComplete="off"
        onChange={(event) => onEdit({ kind: 'text', text: event.currentTarget.value })}
        onBlur={onLeave}
      />
      {isOpen ? (
        <Text size="sm" c="dimmed" className={styles['left'] ?? ''}>
          {left <= NEAR_THE_END ? words.left(left) : null}
        </Text>
      ) : null}
      {detail === null ? null : <Truth detail={detail} item={item} />}
    </Stack>
  );
}
