import type { ReactNode } from 'react';

/** One look of a component, under a name that says when it looks like that. */
export type State = { readonly name: string; readonly show: () => ReactNode };

/** A component without a state would be a heading with nothing below it. */
export type States = readonly [State, ...State[]];
