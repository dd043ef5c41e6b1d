import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function CataloguePage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
