/** Every state that is shown by icon, word and colour. */
export type StatusKind = 'right' | 'partly' | 'wrong' | 'attention' | 'waiting' | 'notGraded';
