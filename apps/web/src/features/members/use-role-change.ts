import { useState } from 'react';
import type { ChangeMemberRolesMutation, MemberRole, MembersQuery } from '../../generated/operations';
import { useOrganizationMessages } from '../../messages/organization-messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { useAct } from '../../platform/use-act';
import { CHANGE_ROLES } from './members-operations';

export type ShownMember = MembersQuery['members']['edges'][number]['node'];

type Answer = ChangeMemberRolesMutation['changeMemberRoles'];

/** Saves roles at once. The boxes show the new roles while they are being saved, and the old ones again if that fails. */
export function useRoleChange({ id, displayName, roles }: ShownMember) {
  const words = useOrganizationMessages().members;
  const { slug } = useOrganization();
  const { act, failure } = useAct(CHANGE_ROLES);
  const [saving, setSaving] = useState<readonly MemberRole[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const refusalOf = (answer: Answer | undefined): string | null => {
    if (answer?.__typename === 'LastAdministratorProblem') return words.lastAdministrator(displayName);
    return answer?.__typename === 'InvalidInputProblem' ? words.oneRole(displayName) : null;
  };
  /** True if they were saved. */
  const change = async (next: readonly MemberRole[]): Promise<boolean> => {
    setRefusal(null);
    setSaving(next);
    const answer = (await act({ input: { slug, memberId: id, roles: [...next] } }))?.changeMemberRoles;
    setSaving(null);
    setRefusal(refusalOf(answer));
    return answer?.__typename === 'ChangeMemberRolesSuccess';
  };
  return { shown: saving ?? roles, change, failure: refusal ?? failure };
}
