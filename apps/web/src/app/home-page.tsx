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
  if (data.viewer.account ?? data.viewer.isGuest) return <PractisedHome data={data} />;
  return <VisitorHome data={data}>{example ? <LiveQuestion question={example} /> : null}</VisitorHome>;
}

/** The first page: for visitors what this is, for others what to go on with. */
export function HomePage() {
  return (
    <PageBody width="reading">
      <PagePane>
        <Home />
      </PagePane>
    </PageBody>
  );
}
