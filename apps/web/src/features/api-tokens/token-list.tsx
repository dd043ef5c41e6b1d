import { useApolloClient } from '@apollo/client/react';
import { ActButton, ActError, EmptyState, useAnnounce } from '@holdout/ui';
import { Stack, Text } from '@mantine/core';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useMessages } from '../../messages/messages';
import { useAct } from '../../platform/use-act';
import { API_TOKENS, type ApiToken, REVOKE_API_TOKEN } from './api-token-operations';
import styles from '../../platform/row-list.module.css';

function useRevoke(slug: string) {
  const words = useOrganizationMessages().apiTokens.list;
  const client = useApolloClient();
  const announce = useAnnounce();
  const { act, isRunning, failure } = useAct(REVOKE_API_TOKEN);
  const revoke = async ({ id, name }: ApiToken): Promise<void> => {
    if (!(await act({ input: { slug, id } }))) return;
    announce(words.revoked(name));
    await client.refetchQueries({ include: [API_TOKENS] });
  };
  return { revoke, isRunning, failure };
}

function Facts({ token }: { readonly token: ApiToken }) {
  const { day, dateTime } = useMessages().dates;
  const { list: words, scopes: names } = useOrganizationMessages().apiTokens;
  const scopes = token.scopes.map((scope) => names[scope]).join(', ');
  const used = token.lastUsedAt === null ? words.never : dateTime(token.lastUsedAt);
  const expires = token.isExpired ? words.expired(day(token.expiresAt)) : `${words.expires} ${day(token.expiresAt)}`;
  return (
    <div>
      <Text fw={600}>{token.name}</Text>
      <Text size="sm">{`${words.may}: ${scopes}`}</Text>
      <Text size="sm">
        {[`${words.by} ${token.createdBy ?? words.erased}`, `${words.used}: ${used}`, expires].join(' · ')}
      </Text>
    </div>
  );
}

type Props = { readonly slug: string; readonly tokens: readonly ApiToken[] };

/** The tokens that are not revoked, newest first. */
export function TokenList({ slug, tokens }: Props) {
  const words = useOrganizationMessages().apiTokens.list;
  const { revoke, isRunning, failure } = useRevoke(slug);
  if (tokens.length === 0) return <EmptyState title={words.none} detail={words.noneDetail} />;
  return (
    <Stack gap="sm">
      <ul className={styles['list']}>
        {tokens.map((token) => (
          <li key={token.id} className={styles['row']}>
            <Facts token={token} />
            <ActButton
              variant="default"
              isRunning={isRunning}
              aria-label={words.revokeNamed(token.name)}
              onClick={() => void revoke(token)}
            >
              {words.revoke}
            </ActButton>
          </li>
        ))}
      </ul>
      <ActError>{failure}</ActError>
    </Stack>
  );
}
