import { Markdown, Status } from '@holdout/ui';
import { Stack, Text, Title } from '@mantine/core';
import type { Messages } from '../../../messages/en';
import { useMessages } from '../../../messages/messages';
import styles from './ordering.module.css';
import { plainText } from './use-ordering';

export type Outcome = {
  readonly example: readonly string[];
  readonly pairs: readonly {
    readonly first: string;
    readonly then: string;
    readonly isKept: boolean;
    readonly why: string | null;
    readonly misconception: string | null;
  }[];
  readonly leftOut: readonly {
    readonly step: string;
    readonly isPutIn: boolean;
    readonly why: string;
    readonly misconception: string | null;
  }[];
};

type Reason = {
  readonly key: string;
  readonly isRight: boolean;
  readonly label: string;
  readonly says: string;
  readonly why: string | null;
  readonly misconception: string | null;
};

function ReasonRow({ reason }: { readonly reason: Reason }) {
  const words = useMessages().kinds.ordering;
  return (
    <li className={styles['outcome']}>
      <Status kind={reason.isRight ? 'right' : 'wrong'} label={reason.label} />
      <Text size="sm">{reason.says}</Text>
      {reason.why === null ? null : <Markdown size="meta">{reason.why}</Markdown>}
      {reason.misconception === null ? null : <Text size="sm">{words.suggests(reason.misconception)}</Text>}
    </li>
  );
}

type Props = { readonly shown: readonly { readonly id: string; readonly text: string }[]; readonly outcome: Outcome };

function reasonsOf({ shown, outcome }: Props, words: Messages['kinds']['ordering']): readonly Reason[] {
  const name = (id: string) => plainText(shown.find((step) => step.id === id)?.text ?? id);
  const pairs = outcome.pairs.map(({ first, then, isKept, why, misconception }) => ({
    key: `${first} ${then}`,
    isRight: isKept,
    label: isKept ? words.kept : words.broken,
    says: words.pair(name(first), name(then)),
    why,
    misconception,
  }));
  const others = outcome.leftOut.map(({ step, isPutIn, why, misconception }) => ({
    key: step,
    isRight: !isPutIn,
    label: isPutIn ? words.wrongIn : words.rightOut,
    says: isPutIn ? words.wronglyIn(name(step)) : words.rightlyOut(name(step)),
    why,
    misconception,
  }));
  const all = [...pairs, ...others];
  return [...all.filter(({ isRight }) => !isRight), ...all.filter(({ isRight }) => isRight)];
}

/** The order constraints, violated pairs first, each with its reason; then one order that earns full points. */
export function OrderingOutcome({ shown, outcome }: Props) {
  const words = useMessages().kinds.ordering;
  return (
    <Stack gap="md">
      <Title order={2} size="h4">
        {words.outcome}
      </Title>
      <ul role="list" className={styles['list']}>
        {reasonsOf({ shown, outcome }, words).map((reason) => (
          <ReasonRow key={reason.key} reason={reason} />
        ))}
      </ul>
      <div>
        <Text size="sm" fw={600}>
          {words.example}
        </Text>
        <ol className={styles['example']}>
          {outcome.example.map((id) => (
            <li key={id}>
              <Markdown size="meta">{shown.find((step) => step.id === id)?.text ?? id}</Markdown>
            </li>
          ))}
        </ol>
      </div>
    </Stack>
  );
}
