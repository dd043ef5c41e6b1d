import { SkeletonLines } from '@holdout/ui';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { SaversProvider } from '../answering/savers-provider';
import { NotReady } from '../features/question/not-ready';
import { PracticeItem } from '../features/question/practice-item';
import { usePractice } from '../features/question/use-practice';
import { useHomeMessages } from '../messages/home-messages';

function Practised({ slug }: { readonly slug: string }) {
  const words = useHomeMessages();
  const { practice, start, isRestarting } = usePractice(slug);
  switch (practice.kind) {
    case 'starting':
      return <SkeletonLines count={6} />;
    case 'failed':
      // The surrounding pane shows the error.
      throw practice.error;
    case 'notReady':
      return <NotReady isOnItsWay={practice.isOnItsWay} onRetry={() => void start(false)} />;
    case 'started':
      return (
        <PracticeItem
          key={practice.item.id}
          item={practice.item}
          onwards={
            <Button component={Link} to="/questions">
              {words.practise.act}
            </Button>
          }
          onAgain={() => void start(true)}
          isRestarting={isRestarting}
        />
      );
  }
}

/** A question answered on the home page, with the same components as on its own page. */
export function LiveItem({ slug }: { readonly slug: string }) {
  return (
    <SaversProvider>
      <Practised slug={slug} />
    </SaversProvider>
  );
}
