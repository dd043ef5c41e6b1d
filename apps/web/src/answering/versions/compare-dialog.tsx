import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import { type Draft, draftOf } from '../draft';
import type { DraftState } from '../use-draft';
import type { ShowVersion } from './show-version';
import styles from './versions.module.css';

type Side = { readonly title: string; readonly draft: Draft | null };

function VersionPane({ side, against, show }: { side: Side; against: Side; show: ShowVersion }) {
  const words = useMessages().versions;
  return (
    <section className={styles['version']} aria-label={side.title}>
      <Title order={3} size="h5">
        {side.title}
      </Title>
      <div>{side.draft === null ? <Text size="sm">{words.empty}</Text> : show(side.draft, against.draft)}</div>
    </section>
  );
}

/** The two versions, and what each choice does; null once there is nothing to choose. */
function useSides({ other, setAside, draft, saver }: DraftState) {
  const words = useMessages().versions;
  if (other !== null) {
    return {
      mine: { title: words.mine, draft },
      theirs: { title: words.theirs(other.savedAt), draft: draftOf(other) },
      keep: words.keepMine,
      onKeep: () => saver.keepMine(),
      onUse: () => saver.useOther(),
    };
  }
  if (setAside === null) return null;
  return {
    mine: { title: words.shown, draft },
    theirs: { title: words.left(setAside.editedAt), draft: setAside.draft },
    keep: words.keepShown,
    onKeep: () => saver.dropSetAside(),
    onUse: () => saver.useSetAside(),
  };
}

type Props = { readonly state: DraftState; readonly show: ShowVersion; readonly onClose: () => void };

/** Both versions side by side. Whichever is chosen, the other stays among the earlier versions. */
export function CompareDialog({ state, show, onClose }: Props) {
  const messages = useMessages();
  const words = messages.versions;
  const sides = useSides(state);
  if (sides === null) return null;
  const { mine, theirs, keep, onKeep, onUse } = sides;
  const choose = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(75rem, 100%)"
      title={words.compareTitle}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <Stack gap="md">
        <Text size="sm">
          <span>{words.otherStays}</span> <span>{words.mayEdit}</span>
        </Text>
        <div className={styles['sides']}>
          <VersionPane side={mine} against={theirs} show={show} />
          <VersionPane side={theirs} against={mine} show={show} />
        </div>
        <Group gap="sm" className={styles['choices'] ?? ''}>
          <Button onClick={choose(onKeep)}>{keep}</Button>
          <Button variant="default" onClick={choose(onUse)}>
            {words.useOther}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
