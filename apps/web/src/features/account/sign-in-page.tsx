import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function SignInPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
