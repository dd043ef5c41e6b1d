import { Checkbox, Stack } from '@mantine/core';
import { useMessages } from '../../messages/messages';
import { KINDS } from '../../platform/kinds';
import { LANGUAGES } from '../../platform/languages';
import { LEVELS, type ListName, STATES } from './catalogue-filter';
import type { Domains } from './chip-name';
import { SkillTree } from './skill-tree';
import type { CatalogueAddress } from './use-catalogue-address';

type Choice = { readonly value: string; readonly label: string };
type GroupProps = {
  readonly name: ListName;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly address: CatalogueAddress;
};

function ChoiceGroup({ name, legend, choices, address }: GroupProps) {
  return (
    <Checkbox.Group
      label={legend}
      value={address.search.getAll(name)}
      onChange={(values) => address.setList(name, values)}
    >
      <Stack gap="sm" pt="sm">
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} size="sm" />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

type Props = { readonly domains: Domains; readonly address: CatalogueAddress };

/** All filters except the search; changes apply immediately. */
export function FilterForm({ domains, address }: Props) {
  const messages = useMessages();
  const words = messages.catalogue;
  const { kinds, languages, states, levels } = messages.names;
  const kindChoices = KINDS.map((kind) => ({ value: kind.toLowerCase(), label: kinds[kind] }));
  const languageChoices = LANGUAGES.map((language) => ({ value: language.toLowerCase(), label: languages[language] }));
  const stateChoices = STATES.map((state) => ({ value: state.toLowerCase(), label: states[state] }));
  const levelChoices = LEVELS.map((level) => ({ value: String(level), label: levels[level] ?? String(level) }));
  return (
    <Stack gap="lg">
      <SkillTree domains={domains} address={address} />
      <ChoiceGroup name="kind" legend={words.kinds} choices={kindChoices} address={address} />
      <ChoiceGroup name="language" legend={words.languages} choices={languageChoices} address={address} />
      <ChoiceGroup name="level" legend={words.levels} choices={levelChoices} address={address} />
      <ChoiceGroup name="state" legend={words.states} choices={stateChoices} address={address} />
    </Stack>
  );
}
