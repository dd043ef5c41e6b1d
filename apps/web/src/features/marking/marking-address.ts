import type { Queue } from './marking-query';

/** The page of the answer after those that the reviewer has marked. */
export const addressOfMarking = (slug: string, { id, doneCount }: Pick<Queue, 'id' | 'doneCount'>): string =>
  `/o/${slug}/marking/${id}/${doneCount + 1}`;

export const isWaiting = ({ toMark, secondMarks }: Queue): boolean => toMark + secondMarks > 0;
