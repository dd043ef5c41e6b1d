import type {
  AssessmentDraft,
  DraftChange,
  DraftEntry,
  DraftField,
  IssuePlace,
  MergeConflict,
  Side,
} from '@holdout/assessment';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useBuilder } from './builder-context';
import { kindView, languageView } from '../../platform/assessment/draft-view';
import { entryName } from '../../platform/assessment/entry-name';

type Say = (value: never) => string;

const ofList =
  (say: (value: string) => string, none: string) =>
  (values: readonly (string | number)[]): string =>
    values.length === 0 ? none : values.map((value) => say(String(value))).join(', ');

/** How a value of each field is written; fields that are missing here are written as they are. */
function useValueWords(): (field: DraftField, value: unknown) => string {
  const { settings, search } = useAssessmentMessages().builder;
  const { kinds, languages } = useMessages().names;
  const { names } = useBuilder();
  const yesOrNo = (value: boolean): string => (value ? settings.yes : settings.no);
  const title = (id: string): string => names.titleOf(id) ?? id;
  const says: Readonly<Partial<Record<DraftField, Say>>> = {
    role: (role: string) => settings.roles[role] ?? role,
    level: (level: keyof typeof settings.levels) => settings.levels[level],
    passLine: (share: number) => String(Math.round(share * 10_000) / 100),
    languages: ofList((id) => languages[languageView(id)], settings.none),
    hasCalculator: yesOrNo,
    mayGoBack: yesOrNo,
    page: (page: keyof typeof settings.pages) => settings.pages[page],
    unseenOnly: yesOrNo,
    countedSubmission: (by: keyof typeof settings.countedBy) => settings.countedBy[by],
    afterRelease: (what: keyof typeof settings.afterRelease) => settings.afterRelease[what],
    documentation: (links: AssessmentDraft['documentation']) =>
      ofList((text) => text, settings.none)(links.map(({ title, url }) => `${title} (${url})`)),
    skill: ({ skillId, weight }: { skillId: string; weight: number }) => `${names.topic(skillId)} ${weight}`,
    skills: ofList(names.topic, search.any),
    kinds: ofList((kind) => kinds[kindView(kind)], search.any),
    levels: ofList((level) => level, search.any),
    excluded: ofList(title, settings.none),
    questionId: title,
  };
  return (field, value) => {
    if (value === null || value === undefined || value === '') return settings.none;
    const say = says[field];
    if (say !== undefined) return say(value as never);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
}

/** Names places of any of these drafts, and says changes and conflicts between them. */
export function useChangeWords(drafts: readonly AssessmentDraft[]) {
  const builder = useAssessmentMessages().builder;
  const { kinds } = useMessages().names;
  const { names } = useBuilder();
  const sayValue = useValueWords();
  const words = builder.conflict;
  const sectionName = (id: unknown): string => {
    for (const { sections } of drafts) {
      const at = sections.findIndex((section) => section.id === id);
      if (at !== -1) return builder.draft.section(at + 1, sections[at]?.title ?? '');
    }
    return words.isRemoved;
  };
  const nameOf = (entry: DraftEntry): string => entryName(entry, names, { builder, kinds });
  const placeName = ({ sectionId, entryId }: IssuePlace): string | null => {
    if (sectionId === null) return null;
    const entry = drafts
      .flatMap(({ sections }) => sections.flatMap(({ entries }) => entries))
      .find(({ id }) => id === entryId);
    return entry ? nameOf(entry) : sectionName(sectionId);
  };
  const say = (field: DraftField, value: unknown): string =>
    field === 'place' ? sectionName(value) : sayValue(field, value);
  const sayChange = ({ where, field, before, after }: DraftChange): string => {
    const place = placeName(where);
    if (field === 'section' || field === 'entry') return words[before === undefined ? 'added' : 'removed'](place ?? '');
    if (field === 'order') return words.change(place, builder.fields.order, words.reordered);
    return words.change(place, builder.fields[field], words.was(say(field, before), say(field, after)));
  };
  const sayConflict = ({ where, field }: MergeConflict): string => words.place(placeName(where), builder.fields[field]);
  const saySide = (conflict: MergeConflict, side: Side): string => {
    const { field, [side]: value } = conflict;
    if (field === 'section' || field === 'entry') return value === undefined ? words.isRemoved : words.isChanged;
    return field === 'order' ? words.reordered : say(field, value);
  };
  return { sayChange, sayConflict, saySide };
}
