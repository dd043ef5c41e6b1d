import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function QuestionPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
