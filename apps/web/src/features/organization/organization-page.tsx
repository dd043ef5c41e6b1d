import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function OrganizationPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
