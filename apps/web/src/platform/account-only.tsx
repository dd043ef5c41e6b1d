import type { ReactNode } from 'react';
import { SignInFirst } from './sign-in-first';
import { useViewer } from './viewer';

/** What belongs to an account: guests and visitors are asked to sign in, and nothing is shown until it is known who asks. */
export function AccountOnly({ children }: { readonly children: ReactNode }) {
  const viewer = useViewer();
  if (viewer === null) return null;
  return viewer.account === null ? <SignInFirst /> : children;
}
