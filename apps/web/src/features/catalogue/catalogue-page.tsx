import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../messages/messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import styles from './catalogue-page.module.css';
import { SKILL_TREE } from './catalogue-query';
import type { Domains } from './chip-name';
import { FilterChips } from './filter-chips';
import { FilterForm } from './filter-form';
import { QuestionList } from './question-list';
import { SearchField } from './search-field';
import { type CatalogueAddress, useCatalogueAddress } from './use-catalogue-address';
import { useQuestions } from './use-questions';

const FilterDrawer = lazy(async () => ({ default: (await import('./filter-drawer')).FilterDrawer }));

type SheetProps = { readonly domains: Domains; readonly address: CatalogueAddress; readonly totalCount: number };

/** On narrow screens the filters are in a drawer. */
function FilterSheet(props: SheetProps) {
  const words = useMessages().catalogue;
  const [isOpen, sheet] = useDisclosure(false);
  return (
    <div className={styles['narrow']}>
      <Button variant="default" fullWidth onClick={sheet.open}>
        {words.filters}
      </Button>
      <Suspense fallback={null}>{isOpen ? <FilterDrawer {...props} onClose={sheet.close} /> : null}</Suspense>
    </div>
  );
}

function Catalogue() {
  const words = useMessages().catalogue;
  const address = useCatalogueAddress();
  const { data } = usePageQuery(SKILL_TREE, {}, 'cache-first');
  const questions = useQuestions(address.filter);
  const domains = data.skillDomains;
  return (
    <div className={styles['columns']}>
      <Stack className={styles['rail'] ?? ''} gap="lg">
        <SearchField address={address} />
        <div className={styles['broad']}>
          <FilterForm domains={domains} address={address} />
        </div>
        <FilterSheet domains={domains} address={address} totalCount={questions.totalCount} />
      </Stack>
      <Stack gap="md" miw={0}>
        <Group gap="md" mih="var(--ho-chip-row)">
          <Text size="sm" fw={600}>
            {questions.questions ? words.count(questions.totalCount) : null}
          </Text>
          <FilterChips domains={domains} address={address} />
        </Group>
        <QuestionList questions={questions} domains={domains} address={address} />
      </Stack>
    </div>
  );
}

/** The catalogue: every question of the public bank, with search and filters. */
export function CataloguePage() {
  const words = useMessages().catalogue;
  return (
    <PageBody>
      <Stack gap="lg">
        <Group justify="space-between" align="baseline">
          <PageHeading title={words.title} />
          <Anchor component={Link} to="/coverage" size="sm">
            {words.coverage}
          </Anchor>
        </Group>
        <PagePane>
          <Catalogue />
        </PagePane>
      </Stack>
    </PageBody>
  );
}
