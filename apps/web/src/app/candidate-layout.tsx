import { useState } from 'react';
import { Outlet } from 'react-router';
import { useAppliedTextSize } from '../features/taking/text-size';
import { BarSlot } from '../platform/bar-slot';
import { PagePane } from '../platform/page-pane';
import styles from './bar.module.css';
import { Frame } from './frame';
import { HelpButton } from './help-button';
import { ThemeMenu } from './theme-menu';

/** The layout of a candidate's pages: nothing of the site leads away. A page puts its clock and buttons into the bar. */
export function CandidateLayout() {
  useAppliedTextSize();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const bar = (onHelp: () => void) => (
    <header className={styles['bar']}>
      <div className={styles['inner']}>
        <div ref={setSlot} className={styles['slot']} />
        <div className={styles['tools']}>
          <ThemeMenu />
          <HelpButton onHelp={onHelp} />
        </div>
      </div>
    </header>
  );
  return (
    <Frame bar={bar}>
      <BarSlot value={slot}>
        <PagePane skeleton={null} isPage>
          <Outlet />
        </PagePane>
      </BarSlot>
    </Frame>
  );
}
