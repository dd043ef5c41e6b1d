import { Button, Text } from '@mantine/core';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { useTakingMessages } from '../../messages/taking-messages';
import { InBar } from '../../platform/bar-slot';
import { SittingClock } from '../../sitting/sitting-clock';
import { itemOf, type ShownProps } from './attempt-above';
import { BarSave } from './bar-save';
import { MessagesStrip } from './messages/messages-strip';
import { PreviewBar } from './preview-bar';
import styles from './taking.module.css';
import { TrialBar } from './trial-bar';

type BarProps = ShownProps & Pick<ComponentProps<typeof SittingClock>, 'reading' | 'section' | 'onUp'>;

/** The title, when the answer was saved, the clocks, and the way to the end. */
export function Bar({ taken, rules, place, reading, section = null, onUp }: BarProps) {
  const words = useTakingMessages().attempt;
  const item = itemOf(place);
  const { startedAt, closesAt } = taken;
  return (
    <InBar>
      <div className={styles['attemptBar']} data-bar="attempt">
        <Text className={styles['title'] ?? ''}>{rules.title}</Text>
        {item === null ? null : <BarSave key={item.id} item={item} />}
        <SittingClock {...{ startedAt, closesAt, reading, section, onUp }} />
        <Button
          component={Link}
          to={`/attempts/${taken.id}/finish`}
          variant="default"
          className={styles['finish'] ?? ''}
        >
          {words.finish}
        </Button>
      </div>
    </InBar>
  );
}

/** Says that an attempt does not count, if it does not. */
export function Aside({ taken }: Pick<ShownProps, 'taken'>) {
  return taken.isTrial ? <TrialBar /> : <PreviewBar preview={taken.preview} />;
}

/** What members have written to the candidate. */
export function Messages({ taken, rules }: Pick<ShownProps, 'taken' | 'rules'>) {
  if (taken.preview !== null) return null;
  return <MessagesStrip attemptId={taken.id} organization={rules.organizationName} />;
}
