import { columnsOf, type Practiser } from '../attempts/holder';

/** Questions for practice: those of public banks, and of organizations that account `$1` is a member of. */
export const VISIBLE = `question q
  join bank b on b.id = q.bank_id and b.use in ('practice', 'both') and (b.organization_id is null or exists (
    select from member m where m.organization_id = b.organization_id and m.account_id = $1::uuid))
  join question_version v on v.id = q.current_version_id`;

/** The parameter `$1` of `VISIBLE`; null for a guest or a visitor, who see public banks only. */
export function accountOf(practiser: Practiser | null): string | null {
  return columnsOf(practiser).accountId;
}
