import { Button, Menu } from '@mantine/core';
import { Link } from 'react-router';
import { useMessages } from '../messages/messages';
import { useSignOut } from '../platform/use-sign-out';
import type { Viewer } from '../platform/viewer';

function Organizations({ viewer }: { readonly viewer: Viewer }) {
  const words = useMessages().shell;
  if (viewer.memberships.length === 0) return null;
  return (
    <>
      <Menu.Label>{words.organizations}</Menu.Label>
      {viewer.memberships.map(({ organization }) => (
        <Menu.Item key={organization.id} component={Link} to={`/o/${organization.slug}`}>
          {organization.name}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}

/** Who is signed in, where they belong, and the way out. */
export function AccountMenu({ viewer }: { readonly viewer: Viewer }) {
  const words = useMessages().shell;
  const signOut = useSignOut();
  const name = viewer.account?.displayName ?? words.guest;
  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <Button variant="subtle" color="gray" px="sm" aria-label={words.account(name)} maw="var(--ho-name)">
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.account?.email ?? words.guestDetail}</Menu.Label>
        <Organizations viewer={viewer} />
        {viewer.account ? (
          <>
            <Menu.Item onClick={() => void signOut({ everywhere: false })}>{words.signOut}</Menu.Item>
            <Menu.Item onClick={() => void signOut({ everywhere: true })}>{words.signOutEverywhere}</Menu.Item>
          </>
        ) : (
          <>
            <Menu.Item component={Link} to="/sign-in?new">
              {words.keepWork}
            </Menu.Item>
            <Menu.Item component={Link} to="/sign-in">
              {words.signIn}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
