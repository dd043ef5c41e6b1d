import type { ItemResponse } from './item-sums';
import { ItemSums } from './item-sums';

/**
 * Answers to five items of two sections of the Law School Admission Test by 1000 persons each, as counts of right-and-wrong patterns:
 * R. D. Bock and M. Lieberman, Psychometrika 35 (1970), 179-197.
 */
export const LSAT6 =
  '00000:3 00001:6 00010:2 00011:11 00100:1 00101:1 00110:3 00111:4 01000:1 01001:8 01011:16 01101:3 01110:2 01111:15 10000:10 ' +
  '10001:29 10010:14 10011:81 10100:3 10101:28 10110:15 10111:80 11000:16 11001:56 11010:21 11011:173 11100:11 11101:61 11110:28 ' +
  '11111:298';
export const LSAT7 =
  '00000:12 00001:19 00010:1 00011:7 00100:3 00101:19 00110:3 00111:17 01000:10 01001:5 01010:3 01011:7 01100:7 01101:23 01110:8 ' +
  '01111:28 10000:7 10001:39 10010:11 10011:34 10100:14 10101:51 10110:15 10111:90 11000:6 11001:25 11010:7 11011:35 11100:18 ' +
  '11101:136 11110:32 11111:308';

/** One row of right (1) and wrong (0) per person. */
export function personsOf(patterns: string): readonly (readonly number[])[] {
  return patterns.split(' ').flatMap((entry) => {
    const [pattern = '', count = '0'] = entry.split(':');
    return Array.from({ length: Number(count) }, () => pattern.split('').map(Number));
  });
}

/** Responses of one person to items 0, 1, … of one point each. */
export function responsesOf(row: readonly number[]): ItemResponse[] {
  return row.map((earned, item) => ({ questionVersionId: String(item), earned, possible: 1, state: 'answered' }));
}

/** Sums over rows of points, with items of weight 1. */
export function sumsOf(rows: readonly (readonly number[])[]): ItemSums {
  const sums = new ItemSums((rows[0] ?? []).map((_, item) => ({ questionVersionId: String(item), weight: 1 })));
  for (const row of rows) sums.add(responsesOf(row));
  return sums;
}
