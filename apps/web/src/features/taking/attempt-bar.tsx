import { Button, Text } from '@mantine/core';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { useTakingMessages } from '../../messages/taking-messages';
import { InBar } from '../../platform/bar-slot';
import { SittingClock } from '../../sitting/sitting-clock';
import { itemOf, type ShownProps } from './attempt-above';
import { ItemsButton } from './attempt-items';
import { Call } from './attempt-messages';
import { BarSave } from './bar-save';
import { PreviewBar } from './preview-bar';
import { isOnOnePage } from './section-pages';
import styles from './taking.module.css';
import { TrialBar } from './trial-bar';
import { useIsNarrow } from './use-is-narrow';

type BarProps = ShownProps & Pick<ComponentProps<typeof SittingClock>, 'reading' | 'section' | 'onUp'>;

/** The item whose save the bar shows. Where several answers are on a page, each says by itself when it was saved. */
const savedIn = (taken: ShownProps['taken'], rules: ShownProps['rules'], item: ReturnType<typeof itemOf>) =>
  item !== null && isOnOnePage(rules.page, taken.items, item) ? null : item;

/**
 * Title and save label, and beside them (below them on a narrow screen) the clocks and the ways on. Each has room for its longest
 * text, so that a change moves nothing.
 */
export function Bar({ taken, rules, plan, place, reading, section = null, onUp }: BarProps) {
  const words = useTakingMessages().attempt;
  const isNarrow = useIsNarrow();
  const item = itemOf(place);
  const saved = savedIn(taken, rules, item);
  const { startedAt, closesAt } = taken;
  return (
    <InBar>
      <div className={styles['attemptBar']} data-bar="attempt">
        <div className={styles['barHead']}>
          <Text className={styles['title'] ?? ''}>{rules.title}</Text>
          {saved === null ? null : <BarSave key={saved.id} item={saved} />}
        </div>
        <div className={styles['barRow']}>
          {isNarrow && rules.mayGoBack ? <ItemsButton taken={taken} plan={plan} here={item?.position ?? null} /> : null}
          <SittingClock {...{ startedAt, closesAt, reading, section, onUp }} />
          <Call within="bar" taken={taken} rules={rules} />
          <Button component={Link} to={`/attempts/${taken.id}/finish`} variant="default" px="sm">
            {words.finish}
          </Button>
        </div>
      </div>
    </InBar>
  );
}

/** Says that an attempt does not count, if it does not. */
export function Aside({ taken }: Pick<ShownProps, 'taken'>) {
  return taken.isTrial ? <TrialBar /> : <PreviewBar preview={taken.preview} running={taken} />;
}
