import { gql, type TypedDocumentNode } from '@apollo/client';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { OrganizationQuery, OrganizationQueryVariables } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { PageBody } from '../../platform/page-body';
import { PageHeading } from '../../platform/page-heading';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';

export const ORGANIZATION: TypedDocumentNode<OrganizationQuery, OrganizationQueryVariables> = gql`
  query Organization($slug: String!) {
    organization(slug: $slug) {
      id
      name
      viewerRoles
    }
  }
`;

function Organization({ slug }: { readonly slug: string }) {
  const messages = useMessages();
  const words = messages.organization;
  const { organization } = usePageQuery(ORGANIZATION, { slug }).data;
  return (
    <Stack align="flex-start">
      <PageHeading title={organization.name} />
      <Text>{words.roles(organization.viewerRoles.map((role) => messages.names.roles[role]))}</Text>
      <Text maw="var(--ho-measure)">{words.coming}</Text>
      <Anchor component={Link} to="/questions">
        {words.practise}
      </Anchor>
    </Stack>
  );
}

/** An organization as the viewer sees it today: its name and the viewer's roles. */
export function OrganizationPage() {
  const { slug = '' } = useParams();
  return (
    <PageBody width="reading">
      <PagePane>
        <Organization slug={slug} />
      </PagePane>
    </PageBody>
  );
}
