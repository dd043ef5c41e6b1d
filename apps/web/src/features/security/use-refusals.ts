import { useAccountMessages } from '../../messages/account-messages';

type Refusal = 'CredentialsRefusedProblem' | 'CodeRefusedProblem';

/** The sentence for a confirmation that was refused; null for any other outcome. */
export function useRefusals(hasPassword: boolean) {
  const words = useAccountMessages().security.form;
  const sentences: Readonly<Record<Refusal, string>> = {
    CredentialsRefusedProblem: hasPassword ? words.refused : words.refusedAge,
    CodeRefusedProblem: words.codeRefused,
  };
  return (typename: string): string | null => (typename in sentences ? sentences[typename as Refusal] : null);
}
