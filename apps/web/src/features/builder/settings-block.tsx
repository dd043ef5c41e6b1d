import { pageOf } from '@holdout/assessment';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { SettingsGoals } from './settings-goals';
import { SettingsIntroduction } from './settings-introduction';
import { SettingsLinks } from './settings-links';
import { SettingsPosition } from './settings-position';
import { SettingsRules } from './settings-rules';
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { languageView } from '../../platform/assessment/draft-view';

/** More skills are counted, not named, in the summary. */
const MOST_NAMED = 3;

type FoldProps = { readonly title: string; readonly facts: readonly string[]; readonly children: ReactNode };

/** A part of the settings, folded, with what is set in its summary. */
function Fold({ title, facts, children }: FoldProps) {
  const words = useAssessmentMessages().builder.settings;
  return (
    <details className={styles['fold']}>
      <summary className={styles['summary']}>
        <Text component="span" fw={600}>
          {title}
        </Text>{' '}
        <Text component="span" size="sm" c="dimmed">
          {words.summary(facts)}
        </Text>
      </summary>
      <div className={styles['folded']}>{children}</div>
    </details>
  );
}

function useRuleFacts(): readonly string[] {
  const words = useAssessmentMessages().builder;
  const { languages: names } = useMessages().names;
  const { languages, hasCalculator, rules } = useBuilder().draft;
  return [
    ...(languages.length === 0 ? [] : [languages.map((each) => names[languageView(each)]).join(', ')]),
    ...(hasCalculator ? [words.fields.hasCalculator] : []),
    ...(rules.mayGoBack ? [words.fields.mayGoBack] : []),
    words.settings.pages[pageOf(rules)],
    words.settings.countedBy[rules.countedSubmission],
  ];
}

function useGoalFacts(): readonly string[] {
  const words = useAssessmentMessages().builder.settings;
  const { names, check } = useBuilder();
  const goals = check.figures.coverage.map(({ skillId }) => names.topic(skillId));
  if (goals.length > MOST_NAMED) return [words.goalCount(goals.length)];
  return goals.length === 0 ? [words.none] : goals;
}

/** Everything that holds for the whole assessment. */
export function SettingsBlock() {
  const words = useAssessmentMessages().builder.settings;
  const { draft } = useBuilder();
  const line = draft.introduction.trim().split('\n')[0] ?? '';
  return (
    <section aria-label={words.title}>
      <Title order={3} size="h4">
        {words.position}
      </Title>
      <SettingsPosition />
      <Fold title={words.goals} facts={useGoalFacts()}>
        <SettingsGoals />
      </Fold>
      <Fold title={words.rules} facts={useRuleFacts()}>
        <SettingsRules />
      </Fold>
      <Fold title={words.links} facts={[String(draft.documentation.length)]}>
        <SettingsLinks />
      </Fold>
      <Fold title={words.introduction} facts={[line === '' ? words.none : line]}>
        <SettingsIntroduction />
      </Fold>
    </section>
  );
}
