import { SkeletonLines } from '@holdout/ui';
import { Stack, Text } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { AnswerItem } from '../answering/answer-item';
import { ReportQuestion } from '../answering/report-question';
import { useMessages } from '../messages/messages';
import { isProgram } from '../platform/kinds';
import { PageHeading } from '../platform/page-heading';
import { stateWords } from './item-state';
import frame from './sitting-frame.module.css';
import type { OpenItem } from './sitting-item';
import { useShownItem } from './use-shown-item';

/** Loads the page of code before it is shown, while there is a network. */
export const fetchCodeView = () => import('./code-view');

const CodeView = lazy(async () => ({ default: (await fetchCodeView()).CodeView }));

type Props = {
  readonly item: OpenItem;
  readonly count: number;
  readonly isLocked: boolean;
  /** The title of the browser tab. */
  readonly title: string;
  /** Flag, previous and next; `isMain` says whether Next is the primary button. */
  readonly actions: (isMain: boolean) => ReactNode;
};

function Head({ item, count, title }: Pick<Props, 'item' | 'count' | 'title'>) {
  const { sitting, names } = useMessages();
  const kind = names.kinds[item.kind];
  return (
    <div>
      <Text size="sm" c="dimmed">
        {item.isFlagged ? `${kind} · ${stateWords(sitting.states, item)}` : kind}
      </Text>
      <PageHeading title={title}>{sitting.heading(item.position, count)}</PageHeading>
    </div>
  );
}

/** One item of a quiz or an assessment: the answer component of practice, without Check and verdicts. */
export function ItemView({ item, count, isLocked, title, actions }: Props) {
  useShownItem(item, count);
  const head = <Head item={item} count={count} title={title} />;
  if (isProgram(item)) {
    return (
      <>
        <div className={frame['head']}>{head}</div>
        <Suspense fallback={<SkeletonLines count={6} />}>
          <CodeView item={item} isLocked={isLocked} />
        </Suspense>
        {/* On code the primary button is Submit. */}
        <div className={frame['foot']}>{actions(false)}</div>
      </>
    );
  }
  return (
    <Stack gap="lg">
      {head}
      <AnswerItem item={item} isLocked={isLocked} />
      {actions(true)}
      <div>
        <ReportQuestion itemId={item.id} />
      </div>
    </Stack>
  );
}
