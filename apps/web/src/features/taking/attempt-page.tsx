import { SkeletonLines } from '@holdout/ui';
import { Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { SavedInBar } from '../../answering/save-label';
import { SaversProvider, useSavers, useUnsent } from '../../answering/savers-provider';
import { useMessages } from '../../messages/messages';
import { useTakingMessages } from '../../messages/taking-messages';
import { isProgram } from '../../platform/kinds';
import { PageBody } from '../../platform/page-body';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { ItemActions } from '../../sitting/item-actions';
import { ItemView } from '../../sitting/item-view';
import { SittingFrame } from '../../sitting/sitting-frame';
import { answered } from '../../sitting/sitting-item';
import { useResumeUnsent } from '../../sitting/use-resume-unsent';
import { useEndByClock } from '../../sitting/use-end-by-clock';
import { useTimeUp } from '../../sitting/use-time-up';
import { Above, itemOf, type Rules, type ShownProps } from './attempt-above';
import { Aside, Bar } from './attempt-bar';
import { Messages } from './attempt-messages';
import { CallScope } from './messages/call-button';
import { AttemptFinish } from './attempt-finish';
import { OfflineStrip } from './offline-strip';
import { ReadOnlyStrip } from './read-only-strip';
import { useFetchAhead } from './use-fetch-ahead';
import { type PagePresence, usePresence } from './use-presence';
import { TimeGiven } from './time-given';
import { useRecording } from './use-recording';
import { TrialEnd } from './trial-bar';
import { TAKE, type TakenItem } from './attempt-query';
import { SectionEntry } from './section-entry';
import { SectionOver } from './sections/section-notes';
import {
  addressOf,
  type Place,
  placeOf,
  planOf,
  type Plan,
  positionAddress,
  sectionAt,
  sectionPlace,
} from './sections/section-plan';
import { SectionPage } from './section-page';
import { isOnOnePage, itemsOfPage } from './section-pages';
import { useSectionClock } from './sections/use-section-clock';

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
  readonly plan: Plan;
  readonly rules: Rules;
  readonly isLocked: boolean;
  readonly isReadOnly: boolean;
};

function Item({ item, plan, rules, isLocked, isReadOnly }: ItemProps) {
  const words = useTakingMessages().attempt;
  const { leave, problem } = useLeave(item.id);
  const { count } = plan;
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
              addressOf={positionAddress(plan)}
              isMain={isMain}
              leave={rules.mayGoBack ? null : leave}
            />
          </>
        )
      }
    />
  );
}

type StripsProps = Pick<PagePresence, 'elsewhere' | 'isOffline' | 'takeOver'>;

/** Below the bar: that the server cannot be reached, and why nothing can be written on this page. */
function Strips({ elsewhere, isOffline, takeOver }: StripsProps) {
  return (
    <div data-tells-offline>
      {isOffline ? <OfflineStrip /> : null}
      {elsewhere === null ? null : <ReadOnlyStrip elsewhere={elsewhere} takeOver={takeOver} />}
    </div>
  );
}

type BodyProps = ShownProps & {
  readonly presence: PagePresence;
  readonly section: ReturnType<typeof useSectionClock>;
  readonly isUp: boolean;
};

type OfItemProps = BodyProps & { readonly item: TakenItem };

/** The section of an item, and whether its time is just over. */
function ownSection({ plan, section, isUp }: BodyProps, { position }: TakenItem) {
  const own = sectionAt(plan, position);
  return { own, isClosing: !isUp && section.up !== null && own?.id === section.up.id };
}

/** Where a section is on a page: the items beside the named one. */
function ItemsOf(props: OfItemProps) {
  const { taken, item, rules, plan, presence, section, isUp } = props;
  const words = useTakingMessages();
  const { own, isClosing } = ownSection(props, item);
  const isStopped = isUp || isClosing || presence.elsewhere !== null;
  const items = itemsOfPage(taken.items, item);
  const title = words.attempt.tab(item.position, plan.count, rules.title);
  return (
    <SavedInBar value={false}>
      {isUp ? null : <SectionOver plan={plan} section={own} />}
      {isClosing ? <Text role="status">{words.sections.closing(section.unsent)}</Text> : null}
      <SectionPage
        key={items[0]?.id}
        {...{ items, plan, title }}
        here={item}
        isLocked={(one) => isStopped || one.isClosed}
      />
    </SavedInBar>
  );
}

/** An item, locked when its time is up or its section has closed. */
function ItemOf(props: OfItemProps) {
  const { item, rules, plan, presence, section, isUp } = props;
  const words = useTakingMessages().sections;
  const { own, isClosing } = ownSection(props, item);
  const isLocked = isUp || isClosing || item.isClosed;
  const isReadOnly = presence.elsewhere !== null;
  return (
    <SavedInBar value>
      {isUp ? null : <SectionOver plan={plan} section={own} />}
      {isClosing ? <Text role="status">{words.closing(section.unsent)}</Text> : null}
      <Item key={item.id} {...{ item, plan, rules, isLocked, isReadOnly }} />
    </SavedInBar>
  );
}

/** The item, the page of a section, or the page before submitting. */
function Body(props: BodyProps) {
  const { taken, rules, plan, place, presence } = props;
  const isReadOnly = presence.elsewhere !== null;
  switch (place.kind) {
    case 'finish':
      return taken.isTrial ? (
        <TrialEnd />
      ) : (
        <AttemptFinish taken={taken} plan={plan} isReadOnly={isReadOnly} reading={presence.reading} />
      );
    case 'section': {
      const { reading, ask } = presence;
      const shown = { taken, plan, section: place.section, reading, ask, isReadOnly };
      return <SectionEntry key={place.section.id} {...shown} />;
    }
    case 'item': {
      const One = isOnOnePage(rules.page, taken.items, place.item) ? ItemsOf : ItemOf;
      return <One {...props} item={place.item} />;
    }
  }
}

function OpenAttempt(shown: ShownProps) {
  const { taken, plan, place } = shown;
  const words = useTakingMessages().attempt;
  const item = itemOf(place);
  const presence = usePresence(taken.id, item?.id ?? null);
  const { reading, ask } = presence;
  const { onUp, isUp, unsent } = useTimeUp(ask, {
    said: useMessages().sitting.timeUp,
    end: useEndByClock(taken.id, ask),
  });
  const section = useSectionClock(plan, ask);
  useResumeUnsent(taken.items);
  useRecording(taken);
  useFetchAhead(taken.items);
  return (
    <CallScope attemptId={taken.id} organization={shown.rules.organizationName}>
      <Bar {...shown} reading={reading} section={section.clock} onUp={onUp} />
      <Aside taken={taken} />
      <Strips {...presence} />
      <TimeGiven taken={taken} />
      <Messages {...shown} />
      <SittingFrame isWide={item !== null && isProgram(item)}>
        <Above {...shown} />
        {isUp ? <Text role="status">{words.closing(unsent)}</Text> : null}
        <Body {...shown} presence={presence} section={section} isUp={isUp} />
      </SittingFrame>
    </CallScope>
  );
}

/** What the address names. */
type Asked = { readonly item: string | undefined; readonly section: string | undefined };

function placeAsked(plan: Plan, items: readonly TakenItem[], { item, section }: Asked): Place<TakenItem> {
  if (section !== undefined) return sectionPlace(plan, items, section);
  return item === undefined ? { kind: 'finish' } : placeOf(plan, items, item);
}

function AttemptOf({ id, asked }: { readonly id: string; readonly asked: Asked }) {
  const { data } = usePageQuery(TAKE, { id }, 'cache-and-network');
  const { pathname } = useLocation();
  const unsent = useUnsent();
  const { attempt } = data;
  if (attempt.endedAt !== null) return <Navigate to={`/attempts/${id}/receipt`} replace />;
  // A quiz has pages of its own.
  if (attempt.assessment === null) return <Navigate to={`/quiz/${id}`} replace />;
  const plan = planOf(attempt, attempt.assessment.mayGoBack);
  const items = answered(attempt.items, unsent).map((item) => ({
    ...item,
    isClosed: item.isClosed || (sectionAt(plan, item.position)?.isClosed ?? false),
  }));
  const place = placeAsked(plan, items, asked);
  // Where the address leads instead.
  const address = addressOf(plan, place);
  if (address !== pathname) return <Navigate to={address} replace />;
  return <OpenAttempt taken={{ ...attempt, items }} rules={attempt.assessment} plan={plan} place={place} />;
}

/** A running assessment: one item a page, the page before a timed section, or the page before submitting. */
export function AttemptPage() {
  const { id = '', n, section } = useParams();
  return (
    <SaversProvider>
      <PagePane
        skeleton={
          <PageBody width="reading">
            <SkeletonLines count={6} />
          </PageBody>
        }
      >
        <AttemptOf key={id} id={id} asked={{ item: n, section }} />
      </PagePane>
    </SaversProvider>
  );
}
