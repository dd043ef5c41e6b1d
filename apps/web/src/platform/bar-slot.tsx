import { createContext, type ReactNode, use } from 'react';
import { createPortal } from 'react-dom';

/** The element of the bar into which a page of a candidate puts its title, clock and buttons. */
export const BarSlot = createContext<HTMLElement | null>(null);

/** Shows its content in the bar above the page. */
export function InBar({ children }: { readonly children: ReactNode }) {
  const slot = use(BarSlot);
  return slot === null ? null : createPortal(children, slot);
}
