import { useHasRole } from '../../platform/organization/organization-context';

/** Whether the viewer may invite people; a recruiter sees the table alone. The API decides again. */
export const useMayInvite = (): boolean => useHasRole(['ADMIN', 'MANAGER']);
