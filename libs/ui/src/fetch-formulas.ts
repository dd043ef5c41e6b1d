/** Loads what draws formulas before one is shown, while there is a network. */
export const fetchFormulas = () => import('./formula');
