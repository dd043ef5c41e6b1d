import { NotFound } from '../platform/not-found';
import { PageBody } from '../platform/page-body';

export function HomePage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
