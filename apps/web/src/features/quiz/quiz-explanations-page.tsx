import { NotFound } from '../../platform/not-found';
import { PageBody } from '../../platform/page-body';

export function QuizExplanationsPage() {
  return (
    <PageBody>
      <NotFound />
    </PageBody>
  );
}
