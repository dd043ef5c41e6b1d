import { useApolloClient } from '@apollo/client/react';
import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { useOrganization } from '../../platform/organization/organization-context';
import { PagePane } from '../../platform/page-pane';
import { usePageQuery } from '../../platform/use-page-query';
import { API_TOKENS } from './api-token-operations';
import { CreateTokenForm } from './create-token-form';
import { NewToken } from './new-token';
import { TokenList } from './token-list';

function Tokens() {
  const words = useOrganizationMessages().apiTokens;
  const { slug } = useOrganization();
  const client = useApolloClient();
  const { apiTokens } = usePageQuery(API_TOKENS, { slug }).data;
  const [token, setToken] = useState<string | null>(null);
  const show = (made: string) => {
    setToken(made);
    void client.refetchQueries({ include: [API_TOKENS] });
  };
  return (
    <Stack gap="xl">
      <Text maw="var(--ho-measure)">
        <span>{words.why}</span> <span>{words.docs}</span>
      </Text>
      {token === null ? (
        <CreateTokenForm slug={slug} onMade={show} />
      ) : (
        <NewToken token={token} onDone={() => setToken(null)} />
      )}
      <Stack component="section" gap="sm">
        <Title order={2} size="h3">
          {words.list.title}
        </Title>
        <TokenList slug={slug} tokens={apiTokens} />
      </Stack>
    </Stack>
  );
}

/** The API tokens of the organization: an administrator sees all, a manager their own. */
export function ApiTokensPage() {
  const { pages } = useMessages().organization;
  const words = useOrganizationMessages().apiTokens;
  const trail = [{ name: pages.settings, to: 'settings' }];
  return (
    <OrganizationPageBody title={words.title} trail={trail}>
      <PagePane>
        <Tokens />
      </PagePane>
    </OrganizationPageBody>
  );
}
