import type { AssessmentDraft } from '@holdout/assessment';
import { Markdown } from '@holdout/ui';
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { languageView } from '../../platform/assessment/draft-view';
import styles from './assessments.module.css';

type Row = readonly [name: string, value: ReactNode];

function useRules(draft: AssessmentDraft): readonly Row[] {
  const words = useAssessmentMessages().builder.settings;
  const contents = useAssessmentMessages().assessments.contents;
  const { languages } = useMessages().names;
  const { role, level, passLine, rules, documentation, introduction } = draft;
  const position = [level && words.levels[level], role && (words.roles[role] ?? role)].filter(Boolean).join(', ');
  return [
    [contents.position, position === '' ? words.none : position],
    [words.minutes, draft.minutes],
    [words.passLine, passLine === null ? words.none : Math.round(passLine * 100)],
    [
      words.languages,
      draft.languages.length === 0
        ? contents.anyLanguage
        : draft.languages.map((one) => languages[languageView(one)]).join(', '),
    ],
    [words.calculator, draft.hasCalculator ? words.yes : words.no],
    [words.goBack, rules.mayGoBack ? words.yes : words.no],
    [words.counted, words.countedBy[rules.countedSubmission]],
    [words.after, words.afterRelease[rules.afterRelease]],
    [
      words.links,
      documentation.length === 0
        ? words.noLinks
        : documentation.map(({ title, url }) => (
            <div key={url}>
              <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
                {title}
              </Anchor>
            </div>
          )),
    ],
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
