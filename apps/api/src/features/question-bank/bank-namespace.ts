import type { LoadedBank, Skill } from '@holdout/bank';

export type NamespacedBank = {
  readonly skills: readonly Skill[];
  readonly misconceptions: Readonly<Record<string, string>>;
  /** The id under which a skill of the bank is stored. */
  readonly skillId: (id: string) => string;
};

/**
 * The skills and misconceptions of a bank under the ids that they are stored by. An organization's begin with the id of
 * its bank, so that whatever it calls them it can neither change those of others nor be taken for one. Ids inside of a
 * version stay as its author wrote them.
 */
export function namespaced({ bank, skills, misconceptions }: LoadedBank): NamespacedBank {
  if (bank === null || bank.organization === null) return { skills, misconceptions, skillId: (id) => id };
  const stored = (id: string): string => `${bank.id}/${id}`;
  return {
    skills: skills.map((skill) => ({
      id: stored(skill.id),
      name: skill.name,
      domainId: stored(skill.domainId),
      domainName: `${bank.name}: ${skill.domainName}`,
      aliases: skill.aliases.map(stored),
    })),
    misconceptions: Object.fromEntries(Object.entries(misconceptions).map(([id, text]) => [stored(id), text])),
    skillId: stored,
  };
}
