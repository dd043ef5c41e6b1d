import type { SkillTreeQuery } from '../../generated/operations';
import type { Messages } from '../../messages/en';
import type { Chip } from './catalogue-filter';

export type Domains = SkillTreeQuery['skillDomains'];

function skillName(domains: Domains, id: string): string | undefined {
  const domain = domains.find((one) => one.id === id);
  return domain?.name ?? domains.flatMap((one) => one.skills).find(({ skill }) => skill.id === id)?.skill.name;
}

const named = (record: Readonly<Record<string, string>>, value: string) => record[value.toUpperCase()];

/** The label of a filter value; an unknown one is shown as written in the URL. */
export function chipName(messages: Messages, domains: Domains, { name, value }: Chip): string {
  const byName: Readonly<Record<Chip['name'], (value: string) => string | undefined>> = {
    q: messages.catalogue.searchChip,
    skill: (id) => skillName(domains, id),
    kind: (kind) => named(messages.names.kinds, kind),
    language: (language) => named(messages.names.languages, language),
    state: (state) => named(messages.names.states, state),
    level: (level) => messages.names.level(Number(level)),
  };
  return byName[name](value) ?? value;
}
