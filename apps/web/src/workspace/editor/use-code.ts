import type { EditorHandle } from '@holdout/code-editor';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../generated/operations';
import { type DraftState, useDraft } from '../../answering/use-draft';
import type { CodeContent, CodeItem } from '../code-item';

type Draft = ReturnType<typeof useDraft>['draft'];

type Spoken = CodeContent['languages'][number] | null;

const codeIn = (draft: Draft) => (draft?.kind === 'code' ? draft : null);

function spokenOf({ languages }: CodeContent, language: Language | undefined): Spoken {
  return languages.find((one) => one.language === language) ?? languages[0] ?? null;
}

/** The initial language and text: as saved, else the starter of the first language. */
function opened(content: CodeContent, draft: Draft) {
  const saved = codeIn(draft);
  const spoken = spokenOf(content, saved?.language);
  return { spoken, language: spoken?.language ?? 'PYTHON', source: saved?.source ?? starterOf(spoken) };
}

const starterOf = (spoken: Spoken): string => spoken?.starter ?? '';

/** Keeps the text of each language, so that switching language loses nothing. */
function useKept({ codeDrafts }: CodeItem, content: CodeContent, draft: Draft) {
  // Initialized from the server's drafts, overridden by newer ones on this device.
  const [kept] = useState(() => {
    const shown = codeIn(draft);
    const unsent = Object.entries(shown?.others ?? {}) as [Language, string][];
    const all = [
      ...codeDrafts,
      ...unsent.map(([language, source]) => ({ language, source })),
      ...(shown ? [shown] : []),
    ];
    return new Map(all.map(({ language, source }) => [language, source]));
  });
  const draftOf = (language: Language, source: string) => {
    kept.set(language, source);
    const others = Object.fromEntries([...kept].filter(([name]) => name !== language));
    return { kind: 'code' as const, language, source, others };
  };
  const sourceIn = (language: Language) => kept.get(language) ?? starterOf(spokenOf(content, language));
  const learn = (language: Language, source: string) => void kept.set(language, source);
  return { draftOf, sourceIn, learn };
}

/** Calls `act` when an answer came from elsewhere, from another page or an earlier version: the editor keeps its own text. */
function useReplaced(replaced: number, act: () => void): void {
  const shown = useRef(replaced);
  useEffect(() => {
    if (shown.current === replaced) return;
    shown.current = replaced;
    act();
  });
}

type Languages = {
  readonly state: DraftState;
  readonly language: Language;
  readonly learn: (language: Language, source: string) => void;
};

/** Learns the drafts of the other languages when they are read again, unless something here is not saved yet. */
function useOtherLanguages({ state, language, learn }: Languages, { codeDrafts }: CodeItem): void {
  const known = useRef(codeDrafts);
  useEffect(() => {
    if (known.current === codeDrafts || state.isTyped || state.mine !== null) return;
    known.current = codeDrafts;
    for (const each of codeDrafts) if (each.language !== language) learn(each.language, each.source);
  });
}

/** The editor, and replacing its text: it reports every change, including ours. */
function useEditor() {
  const editor = useRef<EditorHandle>(null);
  const isReplacing = useRef(false);
  const replaceAll = (next: string) => {
    isReplacing.current = true;
    editor.current?.replaceAll(next);
    isReplacing.current = false;
  };
  return { editor, isReplacing, replaceAll };
}

/** The code of one item: the editor's text, its saving, and replacing it with Undo. */
export function useCode(item: CodeItem, content: CodeContent) {
  const state = useDraft(item);
  const { draft, edit, saver } = state;
  const { editor, isReplacing, replaceAll } = useEditor();
  const [former, setFormer] = useState<string | null>(null);
  const { language, spoken, source } = opened(content, draft);
  const { draftOf, sourceIn, learn } = useKept(item, content, draft);
  useReplaced(state.replaced, () => {
    learn(language, source);
    replaceAll(source);
  });
  useOtherLanguages({ state, language, learn }, item);
  const put = (next: string, before: string | null) => {
    replaceAll(next);
    setFormer(before);
    edit(draftOf(language, next));
  };
  return {
    editor,
    language,
    runtime: spoken?.runtime ?? 'PYTHON',
    spoken,
    source,
    saver,
    state,
    type: (next: string) => {
      if (isReplacing.current || next === source) return;
      setFormer(null);
      edit(draftOf(language, next));
    },
    /** Replaces the code in the editor; `undo` restores the previous text. */
    replace: (next: string) => put(next, source),
    former,
    undo: () => (former === null ? undefined : put(former, null)),
    /** Switches to another language's draft and keeps the current one. */
    choose: (next: Language) => {
      saver.saveNow();
      setFormer(null);
      edit(draftOf(next, sourceIn(next)));
    },
  };
}

export type CodeState = ReturnType<typeof useCode>;
