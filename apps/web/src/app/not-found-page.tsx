import { NotFound } from '../platform/not-found';
import { PageBody } from '../platform/page-body';

export function NotFoundPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
