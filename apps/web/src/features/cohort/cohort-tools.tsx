import { Box, Button, Group } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useCohortMessages } from '../../messages/cohort-messages';
import { SearchBox } from '../../platform/search-box';
import { withValue } from './cohort-address';

const ColumnsMenu = lazy(async () => ({ default: (await import('./columns-menu')).ColumnsMenu }));
const SavedViews = lazy(async () => ({ default: (await import('./saved-views')).SavedViews }));

/** The search, the columns that are shown, and the views of the table that the member saved. */
export function CohortTools({ assessmentId }: { readonly assessmentId: string }) {
  const words = useCohortMessages();
  const [search, setSearch] = useSearchParams();
  return (
    <Group gap="sm" align="flex-end">
      <Box maw="var(--ho-form)" flex={1}>
        <SearchBox
          label={words.search}
          hint={words.searchHint}
          text={search.get('q') ?? ''}
          onText={(text) => setSearch((now) => withValue(now, 'q', text), { replace: true, preventScrollReset: true })}
        />
      </Box>
      <Suspense fallback={<Button variant="default">{words.columns.menu}</Button>}>
        <ColumnsMenu />
      </Suspense>
      <Suspense fallback={null}>
        <SavedViews assessmentId={assessmentId} />
      </Suspense>
    </Group>
  );
}
