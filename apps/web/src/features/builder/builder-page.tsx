import { type BankIndex, checkDraft, resolveDraft } from '@holdout/assessment';
import { SkeletonLines, Status } from '@holdout/ui';
import { Stack } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useBank } from '../../platform/assessment/use-bank';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import styles from './builder.module.css';
import { BuilderBar } from './builder-bar';
import { type Builder, BuilderContext, type PaneName } from './builder-context';
import { BuilderPanes } from './builder-panes';
import { BUILDER } from './builder-query';
import { CheckPane } from './check-pane';
import { ConflictStrip } from './conflict-strip';
import { LeaveDialog } from './leave-dialog';
import { NO_WISH } from './use-bank-search';
import { useDraftActs } from './use-draft-acts';
import { useDraftSaver } from './use-draft-saver';
import { useTarget } from './use-target';
import { useUndoKeys } from './use-undo';
import { useWantedFocus } from './use-wanted-focus';

const DraftPane = lazy(async () => ({ default: (await import('./draft-pane')).DraftPane }));
const SearchPane = lazy(async () => ({ default: (await import('./search-pane')).SearchPane }));
const QuestionDrawer = lazy(async () => ({ default: (await import('./question-drawer')).QuestionDrawer }));

/** The check of the draft, a moment after it was changed if the browser is busy. */
function useCheck(shown: Builder['draft'], bank: BankIndex) {
  const draft = useDeferredValue(shown);
  return useMemo(() => {
    const options = new Map(resolveDraft(draft, bank).map(({ entry, options }) => [entry.id, options]));
    return { check: checkDraft(draft, bank), optionsOf: (entryId: string) => options.get(entryId) ?? [] };
  }, [draft, bank]);
}

/** A pane that is fetched on demand. A wanted control in it gets the focus when it is there. */
function Fetched({ children }: { readonly children: ReactNode }) {
  const fallback = (
    <div data-loading>
      <SkeletonLines count={5} />
    </div>
  );
  return (
    <PagePane>
      <Suspense fallback={fallback}>{children}</Suspense>
    </PagePane>
  );
}

/** Reads the builder's context, which the page provides. */
function UndoKeys() {
  useUndoKeys();
  return null;
}

function useBuilderState(assessmentId: string) {
  const { assessmentDraft: state } = usePageQuery(BUILDER, { id: assessmentId }, 'network-only').data;
  const isReadOnly = state.assessment.archivedAt !== null;
  const { bank, names } = useBank();
  const { saver, view } = useDraftSaver(assessmentId, state, isReadOnly);
  const draft = view.history.present;
  const box = useRef<HTMLDivElement>(null);
  const { want, settle } = useWantedFocus(box);
  const acts = useDraftActs({ saver, names, want });
  return {
    assessmentId,
    saver,
    view,
    draft,
    bank,
    names,
    acts,
    want,
    settle,
    isReadOnly,
    box,
    ...useCheck(draft, bank),
  };
}

/** The place in the address, as the publish page links to it: the focus goes there once. */
function useAddressedPlace(goTo: (...controls: readonly string[]) => void): void {
  const [search] = useSearchParams();
  const [at] = useState(search.get('at'));
  // Focus is outside React.
  useEffect(() => {
    if (at !== null) goTo(`edit:${at}`, at);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is opened
  }, [at]);
}

function LoadedBuilder({ id }: { readonly id: string }) {
  const words = useAssessmentMessages().builder.draft;
  const { box, ...state } = useBuilderState(id);
  const [pane, setPane] = useState<PaneName>('draft');
  const [wish, setWish] = useState(NO_WISH);
  const [opened, setOpened] = useState<string | null>(null);
  const [previewed, preview] = useState<string | null>(null);
  const goTo = (...controls: readonly string[]) => {
    setPane(controls[0] === 'search' ? 'search' : 'draft');
    state.want(...controls);
    // Another state object, so that the page is rendered although it may show the pane already.
    setJumps((jumps) => jumps + 1);
  };
  const [, setJumps] = useState(0);
  useAddressedPlace(goTo);
  const builder: Builder = { ...state, ...useTarget(state.draft), opened, setOpened, preview, goTo };
  return (
    <BuilderContext value={builder}>
      <Stack gap="md" align="stretch" ref={box} className={styles['page'] ?? ''}>
        {state.isReadOnly ? <Status kind="notGraded" label={words.archived} /> : null}
        <BuilderBar />
        <ConflictStrip />
        <BuilderPanes
          pane={pane}
          onPane={setPane}
          search={
            <Fetched>
              <SearchPane wish={wish} onWish={setWish} />
            </Fetched>
          }
          draft={
            <Fetched>
              <DraftPane />
            </Fetched>
          }
          check={<CheckPane />}
        />
        <Suspense fallback={null}>
          {previewed === null ? null : <QuestionDrawer questionId={previewed} onClose={() => preview(null)} />}
        </Suspense>
      </Stack>
      <UndoKeys />
      <LeaveDialog />
    </BuilderContext>
  );
}

/** The builder of an assessment: bank search, draft, and its check. */
export function BuilderPage() {
  const { id = '' } = useParams();
  return <LoadedBuilder key={id} id={id} />;
}
