import { createContext, use } from 'react';
import { apiTokens } from './en/api-tokens';
import { audit } from './en/audit';
import { found, members, organizationSettings } from './en/members';
import { privacy } from './en/privacy';
import { organizationSignIn } from './en/organization-sign-in';

const en = { apiTokens, audit, found, members, organizationSettings, organizationSignIn, privacy };

export type OrganizationMessages = typeof en;

const Context = createContext<OrganizationMessages>(en);

/** The texts of an organization's settings. They are loaded with those pages only: a candidate does not wait for them. */
export function useOrganizationMessages(): OrganizationMessages {
  return use(Context);
}
