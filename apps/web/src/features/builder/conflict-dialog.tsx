import {
  type AssessmentDraft,
  changesBetween,
  type MergeChoices,
  type MergeConflict,
  mergeDrafts,
  type Side,
} from '@holdout/assessment';
import { useAnnounce } from '@holdout/ui';
import { Button, Group, Modal, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { ChangeList } from './change-list';
import type { SaveConflict } from './draft-saver';
import { useReturnFocus } from './use-return-focus';
import { useChangeWords } from './use-change-words';

type ListProps = { readonly title: string; readonly before: AssessmentDraft; readonly after: AssessmentDraft };

function Changes({ title, before, after }: ListProps) {
  return (
    <section aria-label={title}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <ChangeList label={title} changes={changesBetween(before, after)} drafts={[after, before]} />
    </section>
  );
}

type Choosing = { readonly choices: MergeChoices; readonly choose: (key: string, side: Side) => void };
type ConflictProps = Choosing & { readonly conflict: MergeConflict; readonly drafts: readonly AssessmentDraft[] };

/** Both have changed the same: one of the two is taken. */
function Choice({ conflict, drafts, choose }: ConflictProps) {
  const words = useAssessmentMessages().builder.conflict;
  const { sayConflict, saySide } = useChangeWords(drafts);
  return (
    <Radio.Group
      label={sayConflict(conflict)}
      value={conflict.chosen}
      onChange={(value) => choose(conflict.key, value === 'theirs' ? 'theirs' : 'mine')}
    >
      <Stack gap="xs" pt="xs">
        <Radio value="mine" label={words.yours(saySide(conflict, 'mine'))} />
        <Radio value="theirs" label={words.other(saySide(conflict, 'theirs'))} />
      </Stack>
    </Radio.Group>
  );
}

type MergeProps = {
  readonly base: AssessmentDraft;
  readonly theirs: AssessmentDraft;
  readonly onMerge: (draft: AssessmentDraft) => void;
};

function Merging({ base, theirs, onMerge }: MergeProps) {
  const words = useAssessmentMessages().builder.conflict;
  const { draft: mine } = useBuilder();
  const [choices, setChoices] = useState<MergeChoices>({});
  const merged = mergeDrafts({ base, mine, theirs }, choices);
  const choose = (key: string, side: Side) => setChoices({ ...choices, [key]: side });
  return (
    <Stack gap="md" align="stretch">
      <Text size="sm">{merged.conflicts.length === 0 ? words.mergeClean : words.mergeHow}</Text>
      {merged.conflicts.map((conflict) => (
        <Choice key={conflict.key} {...{ conflict, choices, choose }} drafts={[mine, theirs, base]} />
      ))}
      <Group>
        <Button onClick={() => onMerge(merged.draft)}>{words.merge}</Button>
      </Group>
    </Stack>
  );
}

type Props = { readonly onClose: () => void };
type ChoosingProps = Props & { readonly conflict: SaveConflict };

/** What differs, and the three ways out. */
function Ways({ conflict: { current, base }, onClose }: ChoosingProps) {
  const words = useAssessmentMessages().builder.conflict;
  const { draft: mine, saver, want } = useBuilder();
  const announce = useAnnounce();
  const done = (says: string, act: () => void) => () => {
    act();
    onClose();
    // The button that opened the dialog goes with the conflict.
    want('undo');
    announce(says);
  };
  const theirsTitle = words.theirs(current.savedBy, current.savedAt);
  return (
    <Stack gap="md" align="stretch">
      <Text size="sm">{words.stays}</Text>
      {base === null ? (
        <Changes title={words.differs} before={mine} after={current.draft} />
      ) : (
        <div className={styles['sides']}>
          <Changes title={words.mine} before={base} after={mine} />
          <Changes title={theirsTitle} before={base} after={current.draft} />
        </div>
      )}
      {base === null ? (
        <Text size="sm">{words.noBase}</Text>
      ) : (
        <Merging
          base={base}
          theirs={current.draft}
          onMerge={(draft) => done(words.merged, () => saver.settleConflict(draft))()}
        />
      )}
      <Group gap="sm">
        <Button variant="default" onClick={done(words.kept, () => saver.settleConflict(mine))}>
          {words.keepMine}
        </Button>
        <Button variant="default" onClick={done(words.took, () => saver.take(current))}>
          {words.takeTheirs}
        </Button>
      </Group>
    </Stack>
  );
}

/** The version on the page and the one that another person or tab has saved. */
export function ConflictDialog({ onClose }: Props) {
  const messages = useMessages();
  const words = useAssessmentMessages().builder.conflict;
  const { conflict } = useBuilder().view;
  useReturnFocus();
  if (conflict === null) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(60rem, 100%)"
      title={words.title}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <Ways conflict={conflict} onClose={onClose} />
    </Modal>
  );
}
