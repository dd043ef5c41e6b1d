import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function QuizPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
