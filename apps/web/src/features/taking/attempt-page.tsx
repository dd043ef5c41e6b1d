import { SkeletonLines } from '@holdout/ui';
import { Button, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type ComponentProps, lazy, Suspense, useCallback, useState } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { SavedInBar } from '../../answering/save-label';
import { SaversProvider, useSavers } from '../../answering/savers-provider';
import { useTakingMessages } from '../../messages/taking-messages';
import { InBar } from '../../platform/bar-slot';
import { isProgram } from '../../platform/kinds';
import { PageBody } from '../../platform/page-body';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { ItemActions } from '../../sitting/item-actions';
import { ItemStrip } from '../../sitting/item-strip';
import { ItemView } from '../../sitting/item-view';
import { SittingClock } from '../../sitting/sitting-clock';
import { SittingFrame } from '../../sitting/sitting-frame';
import frame from '../../sitting/sitting-frame.module.css';
import { answered } from '../../sitting/sitting-item';
import { useResumeUnsent } from '../../sitting/use-resume-unsent';
import { useTimeUp } from '../../sitting/use-time-up';
import { Aids } from './aids';
import { AttemptFinish } from './attempt-finish';
import { itemAddress, placeOf, sectionOf } from './attempt-address';
import { BarSave } from './bar-save';
import { type PagePresence, usePresence } from './use-presence';
import { CallButton } from './messages/call-button';
import { MessagesStrip } from './messages/messages-strip';
import { PreviewBar } from './preview-bar';
import styles from './taking.module.css';
import { TrialBar, TrialEnd } from './trial-bar';
import { TAKE, type Taken, type TakenItem } from './attempt-query';

const ReadOnlyStrip = lazy(async () => ({ default: (await import('./read-only-strip')).ReadOnlyStrip }));
const OfflineStrip = lazy(async () => ({ default: (await import('./offline-strip')).OfflineStrip }));
const ItemsSheet = lazy(async () => ({ default: (await import('./items-sheet')).ItemsSheet }));

type Rules = NonNullable<Taken['assessment']>;

/** Goes on to another item once the answer of this one is saved: afterwards it is closed. */
function useLeave(itemId: string) {
  const words = useTakingMessages().attempt;
  const savers = useSavers();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const leave = useCallback(
    (address: string) => {
      void savers.settle(itemId).then((outcome) => {
        setProblem(outcome === 'unreachable' ? words.unsaved : null);
        if (outcome !== 'unreachable') void navigate(address);
      });
    },
    [savers, itemId, navigate, words],
  );
  return { leave, problem };
}

type ItemProps = {
  readonly item: TakenItem;
  readonly taken: Taken;
  readonly rules: Rules;
  readonly isLocked: boolean;
  readonly isReadOnly: boolean;
};

function Item({ item, taken, rules, isLocked, isReadOnly }: ItemProps) {
  const words = useTakingMessages().attempt;
  const { leave, problem } = useLeave(item.id);
  const count = taken.items.length;
  const addressOf = itemAddress(taken.id, count);
  return (
    <ItemView
      item={item}
      count={count}
      isLocked={isLocked || isReadOnly}
      title={words.tab(item.position, count, rules.title)}
      actions={(isMain) =>
        // Going on would close this item on the live page, too.
        isReadOnly && !rules.mayGoBack ? null : (
          <>
            {problem === null ? null : <Text role="status">{problem}</Text>}
            <ItemActions
              item={item}
              count={count}
              addressOf={addressOf}
              isMain={isMain}
              leave={rules.mayGoBack ? null : leave}
            />
          </>
        )
      }
    />
  );
}

/** Every item with its state; on a narrow screen in a sheet behind `3 of 12`. */
function Items({ taken, here }: { readonly taken: Taken; readonly here: number | null }) {
  const { attempt: words } = useTakingMessages();
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false;
  const [isOpen, sheet] = useDisclosure(false);
  const strip = <ItemStrip items={taken.items} here={here} addressOf={itemAddress(taken.id, taken.items.length)} />;
  if (!isNarrow) return strip;
  return (
    <>
      <Button variant="default" onClick={sheet.open}>
        {here === null ? words.allItems : words.items(here, taken.items.length)}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <ItemsSheet title={words.allItems} onClose={sheet.close}>
            {strip}
          </ItemsSheet>
        </Suspense>
      ) : null}
    </>
  );
}

type ShownProps = { readonly taken: Taken; readonly rules: Rules; readonly item: TakenItem | null };

/** Above the item: where it is among the others, and what may be used. */
function Above({ taken, rules, item }: ShownProps) {
  const words = useTakingMessages().attempt;
  const section = item === null ? null : sectionOf(rules.sections, item.sectionId);
  return (
    <div className={frame['top']}>
      {rules.mayGoBack ? (
        <Items taken={taken} here={item?.position ?? null} />
      ) : (
        <Text size="sm">{words.forwardOnly}</Text>
      )}
      {section === null ? null : (
        <Text size="sm" c="dimmed">
          {words.section(section.position, rules.sections.length, section.title)}
        </Text>
      )}
      <Aids hasCalculator={rules.hasCalculator} documentation={rules.documentation} />
      {taken.preview === null ? <CallButton attemptId={taken.id} organization={rules.organizationName} /> : null}
    </div>
  );
}

type StripsProps = Pick<PagePresence, 'elsewhere' | 'isOffline' | 'takeOver'>;

/** Below the bar: that the server cannot be reached, and why nothing can be written on this page. */
function Strips({ elsewhere, isOffline, takeOver }: StripsProps) {
  return (
    <Suspense fallback={null}>
      {isOffline ? <OfflineStrip /> : null}
      {elsewhere === null ? null : <ReadOnlyStrip elsewhere={elsewhere} takeOver={takeOver} />}
    </Suspense>
  );
}

type BarProps = ShownProps & Pick<ComponentProps<typeof SittingClock>, 'reading' | 'onUp'>;

function Bar({ taken, rules, item, reading, onUp }: BarProps) {
  const words = useTakingMessages().attempt;
  return (
    <InBar>
      <div className={styles['attemptBar']} data-bar="attempt">
        <Text className={styles['title'] ?? ''}>{rules.title}</Text>
        {item === null ? null : <BarSave key={item.id} item={item} />}
        <SittingClock startedAt={taken.startedAt} closesAt={taken.closesAt} reading={reading} onUp={onUp} />
        <Button
          component={Link}
          to={`/attempts/${taken.id}/finish`}
          variant="default"
          className={styles['finish'] ?? ''}
        >
          {words.finish}
        </Button>
      </div>
    </InBar>
  );
}

/** Says that an attempt does not count, if it does not. */
function Aside({ taken }: Pick<ShownProps, 'taken'>) {
  return taken.isTrial ? <TrialBar /> : <PreviewBar preview={taken.preview} />;
}

/** After the last item. */
function End(props: Omit<ShownProps, 'item'> & { readonly isReadOnly: boolean }) {
  return props.taken.isTrial ? <TrialEnd /> : <AttemptFinish {...props} />;
}

function OpenAttempt({ taken, rules, item }: ShownProps) {
  const words = useTakingMessages().attempt;
  const presence = usePresence(taken.id, item?.id ?? null);
  const { reading, ask } = presence;
  const isReadOnly = presence.elsewhere !== null;
  const { onUp, isUp, unsent } = useTimeUp(ask);
  useResumeUnsent(taken.items);
  return (
    <>
      <Bar taken={taken} rules={rules} item={item} reading={reading} onUp={onUp} />
      <Aside taken={taken} />
      <Strips {...presence} />
      {taken.preview === null ? <MessagesStrip attemptId={taken.id} organization={rules.organizationName} /> : null}
      <SittingFrame isWide={item !== null && isProgram(item)}>
        <Above taken={taken} rules={rules} item={item} />
        {isUp ? <Text role="status">{words.closing(unsent)}</Text> : null}
        {item === null ? (
          <End taken={taken} rules={rules} isReadOnly={isReadOnly} />
        ) : (
          <SavedInBar value>
            <Item key={item.id} item={item} taken={taken} rules={rules} isLocked={isUp} isReadOnly={isReadOnly} />
          </SavedInBar>
        )}
      </SittingFrame>
    </>
  );
}

type AskedProps = Omit<ShownProps, 'item'> & { readonly asked: string | undefined };

/** The item that the address names, or where it leads instead. */
function Asked({ taken, rules, asked }: AskedProps) {
  const item = asked === undefined ? null : placeOf(taken.items, asked, rules.mayGoBack);
  const shown = item === null ? undefined : String(item.position);
  if (shown === asked) return <OpenAttempt taken={taken} rules={rules} item={item} />;
  const to = shown === undefined ? 'finish' : `items/${shown}`;
  return <Navigate to={`/attempts/${taken.id}/${to}`} replace />;
}

function AttemptOf({ id, asked }: { readonly id: string; readonly asked: string | undefined }) {
  const { data } = usePageQuery(TAKE, { id }, 'cache-and-network');
  const { attempt } = data;
  if (attempt.endedAt !== null) return <Navigate to={`/attempts/${id}/receipt`} replace />;
  // A quiz has pages of its own.
  if (attempt.assessment === null) return <Navigate to={`/quiz/${id}`} replace />;
  const taken = { ...attempt, items: [...answered(attempt.items)] };
  return <Asked taken={taken} rules={attempt.assessment} asked={asked} />;
}

/** A running assessment: one item a page, or the page before submitting. */
export function AttemptPage() {
  const { id = '', n } = useParams();
  return (
    <SaversProvider>
      <PagePane
        skeleton={
          <PageBody width="reading">
            <SkeletonLines count={6} />
          </PageBody>
        }
      >
        <AttemptOf key={id} id={id} asked={n} />
      </PagePane>
    </SaversProvider>
  );
}
