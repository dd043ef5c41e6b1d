import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function NewQuizPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
