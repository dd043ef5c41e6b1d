import { Button, Stack } from '@mantine/core';
import { EmptyState } from '@holdout/ui';
import { useSearchParams } from 'react-router';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { PagePane } from '../../platform/page-pane';
import { SearchBox } from '../../platform/search-box';
import { usePageQuery } from '../../platform/use-page-query';
import { filterOf, withText } from './assessment-filter';
import { ASSESSMENTS } from './assessment-operations';
import { AssessmentTable } from './assessment-table';

const PAGE = 50;

function Assessments() {
  const words = useAssessmentMessages().assessments.list;
  const { slug } = useOrganization();
  const [search] = useSearchParams();
  const { data, fetchMore } = usePageQuery(ASSESSMENTS, {
    organization: slug,
    filter: filterOf(search),
    first: PAGE,
  });
  const { edges, pageInfo } = data.assessments;
  if (edges.length === 0) return <EmptyState title={words.none} />;
  return (
    <Stack>
      <AssessmentTable assessments={edges.map(({ node }) => node)} />
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>
          {words.more(PAGE)}
        </Button>
      ) : null}
    </Stack>
  );
}

/** The assessments of an organization. */
export function AssessmentsPage() {
  const words = useAssessmentMessages().assessments;
  const [search, setSearch] = useSearchParams();
  return (
    <OrganizationPageBody title={words.title}>
      <SearchBox
        label={words.list.search}
        text={search.get('q') ?? ''}
        onText={(text) => setSearch((now) => withText(now, text), { replace: true, preventScrollReset: true })}
      />
      <PagePane>
        <Assessments />
      </PagePane>
    </OrganizationPageBody>
  );
}
