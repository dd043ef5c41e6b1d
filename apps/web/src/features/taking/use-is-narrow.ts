import { useMediaQuery } from '@mantine/hooks';

/** Whether the list of items is in a sheet: a phone, or a page that is zoomed to 400 %. */
export const useIsNarrow = (): boolean => useMediaQuery('(max-width: 48em)') ?? false;
