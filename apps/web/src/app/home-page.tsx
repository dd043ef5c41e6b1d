import { useState } from 'react';
import { HOME } from '../features/home/home-query';
import { PractisedHome } from '../features/home/practised-home';
import { VisitorHome } from '../features/home/visitor-home';
import { PageBody } from '../platform/page-body';
import { PagePane } from '../platform/page-pane';
import { usePageQuery } from '../platform/use-page-query';
import { LiveQuestion } from './live-question';

function Home() {
  const { data } = usePageQuery(HOME, {});
  const example = data.example.edges[0]?.node;
  // The first answer turns a visitor into a guest; the page must not switch to the other home during the answer.
  const [isTrying, setIsTrying] = useState(false);
  const isKnown = data.viewer.account !== null || data.viewer.isGuest;
  if (isKnown && !isTrying) return <PractisedHome data={data} />;
  return (
    <VisitorHome data={data}>
      {example ? <LiveQuestion question={example} isOpen={isTrying} onOpen={() => setIsTrying(true)} /> : null}
    </VisitorHome>
  );
}

/** The home page: an introduction for visitors, the next steps for everyone else. */
export function HomePage() {
  return (
    <PageBody width="reading">
      <PagePane>
        <Home />
      </PagePane>
    </PageBody>
  );
}
