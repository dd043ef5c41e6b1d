import { useOrganization } from '../../platform/organization/organization-context';
import { usePageQuery } from '../../platform/use-page-query';
import { ZONE } from './invitations-operations';

/** The time zone of the organization, in which deadlines are shown and written. */
export function useZone(): string {
  const { slug } = useOrganization();
  return usePageQuery(ZONE, { slug }, 'cache-first').data.organization.timeZone;
}
