import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function InvitationPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
