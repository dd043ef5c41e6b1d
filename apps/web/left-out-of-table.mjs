/** Replaces `Table.ScrollContainer`, which no page uses: it would load the scroll area, 5 kB, with every table. */
export const TableScrollContainer = undefined;
