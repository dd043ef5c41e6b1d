import { Text, Title } from '@mantine/core';
import { type Draft, draftOf, isEmptyDraft } from '../../answering/draft';
import { KindField } from '../../answering/kinds/kind-field';
import { showCode } from '../../workspace/editor/code-version';
import { useLateMessages } from '../../messages/late-messages';
import styles from './late.module.css';
import type { Late } from './late-query';

const nothing = () => undefined;

type ShownProps = { readonly late: Late; readonly draft: Draft; readonly against: Draft | null };

/** The answer as its field shows it, not editable. */
function ShownAnswer({ late: { id, content }, draft, against }: ShownProps) {
  if (draft.kind === 'code') return showCode(draft, against);
  return (
    <KindField
      item={{ __typename: 'AttemptItem', id, content, response: null, feedback: null }}
      draft={draft}
      onEdit={nothing}
      onLeave={nothing}
      isOpen={false}
      isVersion
      settle={() => Promise.resolve(null)}
    />
  );
}

type SideProps = {
  readonly late: Late;
  readonly title: string;
  readonly none: string;
  readonly draft: Draft | null;
  readonly against: Draft | null;
};

function Side({ title, none, draft, ...shown }: SideProps) {
  return (
    <section className={styles['side']} aria-label={title}>
      <Title order={3} size="h5">
        {title}
      </Title>
      {draft === null || isEmptyDraft(draft) ? <Text size="sm">{none}</Text> : <ShownAnswer {...shown} draft={draft} />}
    </section>
  );
}

/** The answer that counts and the late one, side by side. */
export function LateAnswers({ late }: { readonly late: Late }) {
  const words = useLateMessages();
  const { counted, answer } = late;
  const now = counted === null ? null : draftOf(counted);
  const then = draftOf({ answer, revision: 0, savedAt: '' });
  return (
    <div className={styles['sides']}>
      <Side late={late} title={words.counts} none={words.countsNothing} draft={now} against={then} />
      <Side late={late} title={words.late} none={words.empty} draft={then} against={now} />
    </div>
  );
}
