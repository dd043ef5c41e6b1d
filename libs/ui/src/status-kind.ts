/** Every state that is shown as icon, word and colour. */
export type StatusKind = 'right' | 'partly' | 'wrong' | 'attention' | 'waiting' | 'notGraded';
