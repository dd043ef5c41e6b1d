import type { AssessmentDraft, DraftEntry, DraftSection } from '../draft';

/** A place among the entries of a section, counted from 0. */
export type EntryPlace = { readonly sectionId: string; readonly index: number };

/** The draft with each section replaced by what `change` returns. */
function withSections(draft: AssessmentDraft, change: (section: DraftSection) => DraftSection): AssessmentDraft {
  return { ...draft, sections: draft.sections.map(change) };
}

/** `items` with `item` at this place; a place beyond the ends is the end. */
function insertedAt<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return [...items.slice(0, Math.max(0, index)), item, ...items.slice(Math.max(0, index))];
}

/** Adds a section at the end. */
export function addSection(draft: AssessmentDraft, section: DraftSection): AssessmentDraft {
  return { ...draft, sections: [...draft.sections, section] };
}

/** Changes the title or the time limit of a section. */
export function changeSection(
  draft: AssessmentDraft,
  id: string,
  change: Partial<Pick<DraftSection, 'title' | 'minutes'>>,
): AssessmentDraft {
  return withSections(draft, (section) => (section.id === id ? { ...section, ...change } : section));
}

/** Removes a section with its entries. */
export function removeSection(draft: AssessmentDraft, id: string): AssessmentDraft {
  return { ...draft, sections: draft.sections.filter((section) => section.id !== id) };
}

/** Moves a section to this place, counted from 0. */
export function moveSection(draft: AssessmentDraft, id: string, index: number): AssessmentDraft {
  const section = draft.sections.find((each) => each.id === id);
  if (section === undefined) return draft;
  return { ...draft, sections: insertedAt(removeSection(draft, id).sections, index, section) };
}

/** Adds an entry at the end of a section. */
export function addEntry(draft: AssessmentDraft, sectionId: string, entry: DraftEntry): AssessmentDraft {
  return withSections(draft, (section) =>
    section.id === sectionId ? { ...section, entries: [...section.entries, entry] } : section,
  );
}

/** Replaces an entry by what `change` makes of it. */
export function changeEntry(
  draft: AssessmentDraft,
  id: string,
  change: (entry: DraftEntry) => DraftEntry,
): AssessmentDraft {
  return withSections(draft, (section) => ({
    ...section,
    entries: section.entries.map((entry) => (entry.id === id ? change(entry) : entry)),
  }));
}

export function removeEntry(draft: AssessmentDraft, id: string): AssessmentDraft {
  return withSections(draft, (section) => ({ ...section, entries: section.entries.filter((each) => each.id !== id) }));
}

/** Where an entry is; null if the draft does not have it. */
export function placeOfEntry({ sections }: AssessmentDraft, id: string): EntryPlace | null {
  for (const { id: sectionId, entries } of sections) {
    const index = entries.findIndex((entry) => entry.id === id);
    if (index >= 0) return { sectionId, index };
  }
  return null;
}

/** Moves an entry to a place, which is counted without it. */
export function moveEntry(draft: AssessmentDraft, id: string, to: EntryPlace): AssessmentDraft {
  const entry = draft.sections.flatMap(({ entries }) => entries).find((each) => each.id === id);
  if (entry === undefined || !draft.sections.some((section) => section.id === to.sectionId)) return draft;
  return withSections(removeEntry(draft, id), (section) =>
    section.id === to.sectionId ? { ...section, entries: insertedAt(section.entries, to.index, entry) } : section,
  );
}

/** The next place up or down, also into the neighbouring section; null at the ends of the draft. */
export function neighbourPlace(draft: AssessmentDraft, id: string, by: 1 | -1): EntryPlace | null {
  const place = placeOfEntry(draft, id);
  if (place === null) return null;
  const at = draft.sections.findIndex((section) => section.id === place.sectionId);
  const count = draft.sections[at]?.entries.length ?? 0;
  const index = place.index + by;
  if (index >= 0 && index < count) return { ...place, index };
  const next = draft.sections[at + by];
  if (next === undefined) return null;
  return { sectionId: next.id, index: by === 1 ? 0 : next.entries.length };
}
