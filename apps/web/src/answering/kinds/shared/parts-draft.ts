/** The picked options of each choice part. */
export type Choices = Readonly<Record<string, readonly string[]>>;

type ChoicePartAnswer = { readonly part: string; readonly picked: readonly string[] };

export type ChoicesAnswer = { readonly choices: readonly ChoicePartAnswer[] };

export const choicesOf = ({ choices }: ChoicesAnswer): Choices =>
  Object.fromEntries(choices.map(({ part, picked }) => [part, picked]));

export const choicesInput = (choices: Choices) =>
  Object.entries(choices).map(([part, picked]) => ({ part, picked: [...picked] }));

/** Whether the list of every part is empty. */
export const isNothing = (parts: Readonly<Record<string, readonly unknown[]>>): boolean =>
  Object.values(parts).every((list) => list.length === 0);
