import { SkeletonLines } from '@holdout/ui';
import { Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import type { QuestionHeadQuery } from '../../generated/operations';
import { SaversProvider } from '../../answering/savers-provider';
import { isProgram } from '../../platform/kinds';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { Subtitle } from '../../platform/subtitle';
import { usePageQuery } from '../../platform/use-page-query';
import { PracticeItem } from './practice-item';
import { QUESTION_HEAD } from './practice-query';
import { QuestionFacts, QuestionOrigin } from './question-facts';
import styles from './question-page.module.css';
import { usePractice } from './use-practice';

// Neither is needed when a question opens.
const NextQuestion = lazy(async () => ({ default: (await import('./next-question')).NextQuestion }));
const NotReady = lazy(async () => ({ default: (await import('./not-ready')).NotReady }));
const CodePractice = lazy(async () => ({ default: (await import('./code-practice')).CodePractice }));

type Question = QuestionHeadQuery['question'];

function Practised({ question }: { readonly question: Question }) {
  const { practice, start, isRestarting } = usePractice(question.slug);
  switch (practice.kind) {
    case 'starting':
      return <SkeletonLines count={6} />;
    case 'failed':
      // The surrounding pane shows the error.
      throw practice.error;
    case 'notReady':
      return <NotReady isOnItsWay={practice.isOnItsWay} onRetry={() => void start(false)} />;
    case 'started': {
      const parts = {
        item: practice.item,
        onwards: (
          <Suspense fallback={null}>
            <NextQuestion slug={question.slug} skills={question.skills.map(({ id }) => id)} />
          </Suspense>
        ),
        onAgain: () => void start(true),
        isRestarting,
      };
      return isProgram(question) ? (
        <CodePractice key={practice.item.id} {...parts} question={question} attempt={practice.attempt} />
      ) : (
        <>
          <PracticeItem key={practice.item.id} {...parts} />
          <QuestionOrigin question={question} itemId={practice.item.id} />
        </>
      );
    }
  }
}

function Question({ slug }: { readonly slug: string }) {
  const { data } = usePageQuery(QUESTION_HEAD, { slug }, 'cache-first');
  const { question } = data;
  const practised = (
    <PagePane skeleton={<SkeletonLines count={6} />}>
      <Practised key={question.slug} question={question} />
    </PagePane>
  );
  if (isProgram(question)) {
    return (
      <div className={styles['page']} data-width="window">
        <div className={styles['head']}>
          <PageHeading title={question.title} />
          <Subtitle text={question.subtitle} />
          <QuestionFacts question={question} />
        </div>
        {practised}
      </div>
    );
  }
  return (
    <PageBody width={question.kind === 'DESIGN' ? 'page' : 'reading'}>
      <Stack gap="lg">
        <Stack gap="xs">
          <QuestionFacts question={question} />
          <PageHeading title={question.title} />
          <Subtitle text={question.subtitle} />
        </Stack>
        {practised}
      </Stack>
    </PageBody>
  );
}

/** One question of the public bank, opened for practice. */
export function QuestionPage() {
  const { slug = '' } = useParams();
  return (
    <SaversProvider>
      <PagePane skeleton={<SkeletonLines count={8} />}>
        <Question slug={slug} />
      </PagePane>
    </SaversProvider>
  );
}
