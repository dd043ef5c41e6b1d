import { useQuery } from '@apollo/client/react';
import { ActError, Flyout } from '@holdout/ui';
import { Link } from 'react-router';
import { useMessages } from '../messages/messages';
import { FOUNDING } from '../platform/organization/founding-query';
import { useSignOut } from '../platform/use-sign-out';
import type { Viewer } from '../platform/viewer';
import styles from './account-menu.module.css';

const item = styles['item'] ?? '';

function Organizations({ viewer }: { readonly viewer: Viewer }) {
  const words = useMessages().shell;
  if (viewer.memberships.length === 0) return null;
  return (
    <>
      <li className={styles['label']}>{words.organizations}</li>
      {viewer.memberships.map(({ organization }) => (
        <li key={organization.id}>
          <Link className={item} to={`/o/${organization.slug}`}>
            {organization.name}
          </Link>
        </li>
      ))}
    </>
  );
}

function NewOrganization() {
  const words = useMessages().shell;
  const { data } = useQuery(FOUNDING);
  if (data?.foundingRefusal !== null) return null;
  return (
    <li>
      <Link className={item} to="/organizations/new">
        {words.newOrganization}
      </Link>
    </li>
  );
}

function Security() {
  const words = useMessages().shell;
  return (
    <li>
      <Link className={item} to="/account/security">
        {words.security}
      </Link>
    </li>
  );
}

function SignOut() {
  const words = useMessages().shell;
  const { signOut, failure } = useSignOut();
  return (
    <li>
      <button type="button" className={item} onClick={() => void signOut(false)}>
        {words.signOut}
      </button>
      <button type="button" className={item} onClick={() => void signOut(true)}>
        {words.signOutEverywhere}
      </button>
      <ActError>{failure}</ActError>
    </li>
  );
}

function Own() {
  const words = useMessages().shell;
  return (
    <>
      <li>
        <Link className={item} to="/account">
          {words.yourAccount}
        </Link>
      </li>
      <Security />
      <SignOut />
    </>
  );
}

function KeepWork() {
  const words = useMessages().shell;
  return (
    <>
      <li>
        <Link className={item} to="/sign-in?new">
          {words.keepWork}
        </Link>
      </li>
      <li>
        <Link className={item} to="/sign-in">
          {words.signIn}
        </Link>
      </li>
    </>
  );
}

/** Who is signed in, their organizations, and sign-out. */
export function AccountMenu({ viewer }: { readonly viewer: Viewer }) {
  const words = useMessages().shell;
  const name = viewer.account?.displayName ?? words.guest;
  return (
    <Flyout label={words.account(name)} face={<span className={styles['name']}>{name}</span>}>
      <ul className={styles['list']}>
        <li className={styles['label']}>{viewer.account?.email ?? words.guestDetail}</li>
        <Organizations viewer={viewer} />
        {viewer.account ? <NewOrganization /> : null}
        {viewer.account ? <Own /> : <KeepWork />}
      </ul>
    </Flyout>
  );
}
