import { PaneError } from '@holdout/ui';
import { PageBody } from '../platform/page-body';
import { PageHeading } from '../platform/page-heading';
import { useMessages } from '../messages/messages';

/** When not even the page's own code could be fetched or run. */
export function RouteFailure() {
  const words = useMessages().ui.pane;
  return (
    <PageBody>
      <PageHeading title={words.title} isHidden />
      <PaneError onRetry={() => window.location.reload()} />
    </PageBody>
  );
}
