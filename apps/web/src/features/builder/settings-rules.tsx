import { type AssessmentPage, type AssessmentRules, pageOf } from '@holdout/assessment';
import { Checkbox, Group, Radio, Stack } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { LANGUAGES } from '../../platform/languages';
import { useBuilder } from './builder-context';

const COUNTED: readonly AssessmentRules['countedSubmission'][] = ['last', 'best'];
const AFTERWARDS: readonly AssessmentRules['afterRelease'][] = ['nothing', 'score', 'answers'];

function Languages() {
  const words = useAssessmentMessages().builder.settings;
  const { languages: names } = useMessages().names;
  const { draft, acts, bank, isReadOnly } = useBuilder();
  const offered = LANGUAGES.filter((each) => {
    const language = each.toLowerCase();
    return bank.languages.includes(language) || draft.languages.includes(language);
  });
  const label = (language: (typeof LANGUAGES)[number]): string =>
    bank.languages.includes(language.toLowerCase()) ? names[language] : words.notHere(names[language]);
  return (
    <Checkbox.Group
      label={words.languages}
      description={words.languagesHint}
      value={[...draft.languages]}
      readOnly={isReadOnly}
      onChange={(languages) => acts.set({ languages })}
    >
      <Group gap="md" pt="xs">
        {offered.map((language, index) => (
          <Checkbox
            key={language}
            value={language.toLowerCase()}
            label={label(language)}
            {...(index === 0 ? { 'data-control': 'setting:languages' } : {})}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

const PAGES: readonly AssessmentPage[] = ['item', 'section'];

/** What a page shows: a choice only where people may go back. */
function Pages() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, isReadOnly } = useBuilder();
  const { rules } = draft;
  return (
    <Radio.Group
      label={words.page}
      description={rules.mayGoBack ? undefined : words.pageNeedsWayBack}
      value={pageOf(rules)}
      readOnly={isReadOnly || !rules.mayGoBack}
      onChange={(value) => acts.set({ rules: { ...rules, page: value === 'section' ? 'section' : 'item' } })}
    >
      <Stack gap="sm" pt="xs">
        {PAGES.map((each) => (
          <Radio key={each} value={each} label={words.pages[each]} disabled={!rules.mayGoBack} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Choices() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, isReadOnly } = useBuilder();
  const { rules } = draft;
  const change = (next: Partial<AssessmentRules>) => acts.set({ rules: { ...rules, ...next } });
  return (
    <>
      <Radio.Group
        label={words.counted}
        value={rules.countedSubmission}
        readOnly={isReadOnly}
        onChange={(value) => change({ countedSubmission: value === 'best' ? 'best' : 'last' })}
      >
        <Stack gap="sm" pt="xs">
          {COUNTED.map((each) => (
            <Radio key={each} value={each} label={words.countedBy[each]} />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={words.after}
        value={rules.afterRelease}
        readOnly={isReadOnly}
        onChange={(value) => change({ afterRelease: AFTERWARDS.find((each) => each === value) ?? 'nothing' })}
      >
        <Stack gap="sm" pt="xs">
          {AFTERWARDS.map((each) => (
            <Radio key={each} value={each} label={words.afterRelease[each]} />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}

/** What candidates may use and do, and what counts. */
export function SettingsRules() {
  const words = useAssessmentMessages().builder.settings;
  const { draft, acts, isReadOnly } = useBuilder();
  return (
    <Stack gap="md" align="stretch">
      <Languages />
      <Checkbox
        label={words.calculator}
        checked={draft.hasCalculator}
        disabled={isReadOnly}
        onChange={(event) => acts.set({ hasCalculator: event.currentTarget.checked })}
      />
      <Checkbox
        label={words.goBack}
        checked={draft.rules.mayGoBack}
        disabled={isReadOnly}
        onChange={(event) => acts.set({ rules: { ...draft.rules, mayGoBack: event.currentTarget.checked } })}
      />
      <Pages />
      <Choices />
    </Stack>
  );
}
