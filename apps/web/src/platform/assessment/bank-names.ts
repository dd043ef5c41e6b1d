import type { BlueprintFactsQuery } from '../../generated/operations';

type Facts = Pick<BlueprintFactsQuery['blueprintFacts'], 'questions' | 'skills'>;
type Option = { readonly value: string; readonly label: string };

/** Names of the questions and topics that the organization may use. */
export type BankNames = {
  /** Null if the bank does not have the question. */
  readonly titleOf: (questionId: string) => string | null;
  /** The name of a skill or domain; its id if there is none. */
  readonly topic: (id: string) => string;
  /** By domain, the domain itself and its skills. */
  readonly topics: readonly { readonly group: string; readonly items: Option[] }[];
};

export function bankNames({ questions, skills }: Facts): BankNames {
  const titles = new Map(questions.map(({ id, title }) => [id, title]));
  const names = new Map(
    skills.flatMap(({ id, name, domainId, domain }) => [[id, name] as const, [domainId, domain] as const]),
  );
  const groups = new Map<string, { group: string; items: Option[] }>();
  for (const { id, name, domainId, domain } of skills) {
    const known = groups.get(domainId) ?? { group: domain, items: [{ value: domainId, label: domain }] };
    if (id !== domainId) known.items.push({ value: id, label: name });
    groups.set(domainId, known);
  }
  return {
    titleOf: (id) => titles.get(id) ?? null,
    topic: (id) => names.get(id) ?? id,
    topics: [...groups.values()],
  };
}
