import { type AssessmentDraft, pageOf } from '@holdout/assessment';
import { Markdown } from '@holdout/ui';
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { languageView } from '../../platform/assessment/draft-view';
import styles from './assessments.module.css';

type Row = readonly [name: string, value: ReactNode];

function Links({ links }: { readonly links: AssessmentDraft['documentation'] }) {
  return links.map(({ title, url }) => (
    <div key={url}>
      <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
        {title}
      </Anchor>
    </div>
  ));
}

function usePosition({ level, role }: AssessmentDraft): string {
  const words = useAssessmentMessages().builder.settings;
  const named = [level && words.levels[level], role && (words.roles[role] ?? role)].filter(Boolean);
  return named.length === 0 ? words.none : named.join(', ');
}

function useLanguages({ languages }: AssessmentDraft): string {
  const { anyLanguage } = useAssessmentMessages().assessments.contents;
  const names = useMessages().names.languages;
  return languages.length === 0 ? anyLanguage : languages.map((one) => names[languageView(one)]).join(', ');
}

function useRules(draft: AssessmentDraft): readonly Row[] {
  const words = useAssessmentMessages().builder.settings;
  const contents = useAssessmentMessages().assessments.contents;
  const { passLine, rules, documentation, introduction } = draft;
  const yesNo = (is: boolean) => (is ? words.yes : words.no);
  return [
    [contents.position, usePosition(draft)],
    [words.minutes, draft.minutes],
    [words.passLine, passLine === null ? words.none : Math.round(passLine * 100)],
    [words.languages, useLanguages(draft)],
    [words.calculator, yesNo(draft.hasCalculator)],
    [words.goBack, yesNo(rules.mayGoBack)],
    [words.page, words.pages[pageOf(rules)]],
    [words.counted, words.countedBy[rules.countedSubmission]],
    [words.after, words.afterRelease[rules.afterRelease]],
    [words.links, documentation.length === 0 ? words.noLinks : <Links links={documentation} />],
    [words.introduction, introduction.trim() === '' ? words.none : <Markdown>{introduction}</Markdown>],
  ];
}

/** The rules of a draft or a version, as its settings call them. */
export function DraftRules({ draft }: { readonly draft: AssessmentDraft }) {
  return (
    <dl className={styles['facts']}>
      {useRules(draft).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
