import { counted } from '../counted';

export const parts = {
  part: (n: number, of: number) => `Part ${n} of ${of}`,
  points: (earned: string, possible: string) => `${earned} of ${possible} points`,
  worth: (points: number) => counted(points, 'point'),
};
