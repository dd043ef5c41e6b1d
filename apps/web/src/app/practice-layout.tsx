import { Outlet } from 'react-router';
import { PagePane } from '../platform/page-pane';
import { Frame } from './frame';
import { TopBar } from './top-bar';

/** The layout of practice: top bar and page. */
export function PracticeLayout() {
  return (
    <Frame bar={(onHelp) => <TopBar onHelp={onHelp} />}>
      <PagePane skeleton={null} isPage>
        <Outlet />
      </PagePane>
    </Frame>
  );
}
