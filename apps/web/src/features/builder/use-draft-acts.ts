import {
  addEntry,
  addSection,
  type AssessmentDraft,
  changeEntry,
  changeSection,
  type DraftEntry,
  type DraftSection,
  type EntryPlace,
  moveEntry,
  moveSection,
  neighbourPlace,
  type PoolEntry,
  removeEntry,
  removeSection,
} from '@holdout/assessment';
import { useAnnounce } from '@holdout/ui';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import type { BankNames } from '../../platform/assessment/bank-names';
import type { DraftSaver } from './draft-saver';
import { entryName } from '../../platform/assessment/entry-name';
import { focusedControl } from './use-wanted-focus';

/** An id for a new section or entry. */
const newId = (): string => crypto.randomUUID();

const A_POOL: Omit<PoolEntry, 'id'> = {
  kind: 'pool',
  draw: 1,
  skills: [],
  kinds: [],
  levels: [],
  unseenOnly: true,
  excluded: [],
  weight: 1,
};

export type PoolRule = Partial<Pick<PoolEntry, 'skills' | 'kinds' | 'levels'>>;

type Within = {
  readonly saver: DraftSaver;
  readonly names: BankNames;
  readonly want: (...controls: readonly string[]) => void;
};

const entryIn = ({ sections }: AssessmentDraft, id: string): DraftEntry | undefined =>
  sections.flatMap(({ entries }) => entries).find((entry) => entry.id === id);

/** What comes after an entry, or else before it, or else the pool button: it gets the focus when the entry is removed. */
function besideEntry({ sections }: AssessmentDraft, id: string): readonly string[] {
  return sections.flatMap((section) => {
    const ids = section.entries.map((entry) => entry.id);
    const at = ids.indexOf(id);
    if (at === -1) return [];
    const beside = ids[at + 1] ?? ids[at - 1];
    return [...(beside === undefined ? [] : [`edit:${beside}`]), `pool:${section.id}`];
  });
}

function useWords() {
  const builder = useAssessmentMessages().builder;
  const { kinds } = useMessages().names;
  return { builder, kinds };
}

function useSectionActs({ saver, want }: Within) {
  const words = useAssessmentMessages().builder.draft;
  const announce = useAnnounce();
  const titleAt = (index: number): string => words.section(index + 1, saver.draft.sections[index]?.title ?? '');
  const indexOf = (id: string): number => saver.draft.sections.findIndex((section) => section.id === id);
  return {
    /** Its id. */
    addSection: (): string => {
      const section = {
        id: newId(),
        title: words.newTitle(saver.draft.sections.length + 1),
        minutes: null,
        entries: [],
      };
      saver.edit((draft) => addSection(draft, section));
      return section.id;
    },
    changeSection: (id: string, change: Partial<Pick<DraftSection, 'title' | 'minutes'>>) =>
      saver.edit((draft) => changeSection(draft, id, change), `${id} ${Object.keys(change).join()}`),
    moveSection: (id: string, by: 1 | -1) => {
      const [from, count] = [indexOf(id), saver.draft.sections.length];
      const [title, to] = [titleAt(from), from + by];
      if (to < 0) announce(words.isFirst(title));
      else if (to >= count) announce(words.isLast(title));
      else {
        saver.edit((draft) => moveSection(draft, id, to));
        want(focusedControl() ?? '');
        announce(words.sectionMoved(title, to + 1, count));
      }
    },
    removeSection: (id: string) => {
      const from = indexOf(id);
      const [title, entries] = [titleAt(from), saver.draft.sections[from]?.entries.length ?? 0];
      const beside = saver.draft.sections[from + 1] ?? saver.draft.sections[from - 1];
      saver.edit((draft) => removeSection(draft, id));
      want(beside?.id ?? 'add-section');
      announce(words.sectionRemoved(title, entries));
    },
  };
}

type SectionActs = ReturnType<typeof useSectionActs>;

function useAdding({ saver, want }: Within, { addSection }: SectionActs) {
  const words = useAssessmentMessages().builder;
  const announce = useAnnounce();
  /** The section to add to, made if there is none, and its title. */
  const into = (sectionId: string | null) => {
    const known = saver.draft.sections.some((section) => section.id === sectionId);
    const id = known && sectionId !== null ? sectionId : addSection();
    const at = saver.draft.sections.findIndex((section) => section.id === id);
    return { id, title: words.draft.section(at + 1, saver.draft.sections[at]?.title ?? '') };
  };
  return {
    addQuestion: (questionId: string, title: string, sectionId: string | null) => {
      const section = into(sectionId);
      saver.edit((draft) => addEntry(draft, section.id, { kind: 'question', id: newId(), questionId, weight: 1 }));
      announce(words.search.added(title, section.title));
    },
    /** Its id. */
    addPool: (rule: PoolRule, sectionId: string | null): string => {
      const section = into(sectionId);
      const pool = { ...A_POOL, ...rule, id: newId() };
      saver.edit((draft) => addEntry(draft, section.id, pool));
      want(`edit:${pool.id}`);
      announce(words.search.poolAdded(section.title));
      return pool.id;
    },
  };
}

function useEntryActs({ saver, names, want }: Within) {
  const words = useWords();
  const announce = useAnnounce();
  const nameOf = (id: string): string => {
    const entry = entryIn(saver.draft, id);
    return entry === undefined ? '' : entryName(entry, names, words);
  };
  const moveTo = (id: string, to: EntryPlace) => {
    const name = nameOf(id);
    saver.edit((draft) => moveEntry(draft, id, to));
    const at = saver.draft.sections.findIndex((section) => section.id === to.sectionId);
    const { title = '', entries = [] } = saver.draft.sections[at] ?? {};
    const place = entries.findIndex((entry) => entry.id === id) + 1;
    announce(words.builder.draft.moved(name, words.builder.draft.section(at + 1, title), place, entries.length));
  };
  return {
    moveTo,
    moveBy: (id: string, by: 1 | -1) => {
      const to = neighbourPlace(saver.draft, id, by);
      if (to === null) {
        announce(words.builder.draft[by === 1 ? 'isLast' : 'isFirst'](nameOf(id)));
        return;
      }
      want(focusedControl() ?? '', `edit:${id}`);
      moveTo(id, to);
    },
    removeEntry: (id: string) => {
      const name = nameOf(id);
      want(...besideEntry(saver.draft, id));
      saver.edit((draft) => removeEntry(draft, id));
      announce(words.builder.draft.removed(name));
    },
  };
}

/** Changes of the draft, announced to screen readers, with the focus where a person expects it. */
export function useDraftActs(within: Within) {
  const { saver, want } = within;
  const sectionActs = useSectionActs(within);
  return {
    ...sectionActs,
    ...useAdding(within, sectionActs),
    ...useEntryActs(within),
    changeEntry: (id: string, change: Partial<PoolEntry>, isTyped = false) =>
      saver.edit(
        (draft) => changeEntry(draft, id, (entry) => ({ ...entry, ...change }) as DraftEntry),
        isTyped ? `${id} ${Object.keys(change).join()}` : null,
      ),
    /** Focuses a control once the page shows it. */
    focus: (control: string) => want(control),
    /** Changes settings; `editing` names a field that is typed in. */
    set: (change: Partial<AssessmentDraft>, editing: string | null = null) =>
      saver.edit((draft) => ({ ...draft, ...change }), editing),
  };
}

export type DraftActs = ReturnType<typeof useDraftActs>;
