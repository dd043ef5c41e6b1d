type Answer = { readonly __typename: string };
type Handlers<T extends Answer> = {
  readonly [Name in T['__typename']]?: (answer: Extract<T, { readonly __typename: Name }>) => void | Promise<void>;
};

/** Runs the handler for the outcome of a mutation; without an answer `useAct` shows the failure. */
export async function onAnswer<T extends Answer>(answer: T | undefined, handlers: Handlers<T>): Promise<void> {
  if (answer === undefined) return;
  const handler = handlers[answer.__typename as T['__typename']];
  await handler?.(answer as Extract<T, { readonly __typename: T['__typename'] }>);
}
