import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function ProgressPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
