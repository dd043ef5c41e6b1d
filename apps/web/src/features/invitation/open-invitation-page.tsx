import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function OpenInvitationPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
