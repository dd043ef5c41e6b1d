import type { LoadedBank, Skill } from '@holdout/bank';

export type NamespacedBank = {
  readonly skills: readonly Skill[];
  readonly misconceptions: Readonly<Record<string, string>>;
  /** Stored id of a skill of the bank. */
  readonly skillId: (id: string) => string;
};

/**
 * Skills and misconceptions of a bank with their stored ids. Those of an organization are prefixed with the id of its bank,
 * so they cannot collide with the ids of other banks; so are those of a bank for trials, which measure nothing and are in no
 * list. Ids inside a version are stored as the author wrote them.
 */
export function namespaced({ bank, skills, misconceptions }: LoadedBank): NamespacedBank {
  if (bank === null || (bank.organization === null && bank.use !== 'trial'))
    return { skills, misconceptions, skillId: (id) => id };
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
