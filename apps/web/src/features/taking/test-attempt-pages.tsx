import { useState } from 'react';
import { Outlet } from 'react-router';
import { BarSlot } from '../../platform/bar-slot';
import { AttemptPage } from './attempt-page';
import { ReceiptPage } from './receipt-page';

/** For tests: the pages of an attempt. */
export const routes = [
  { path: '/attempts/:id/items/:n', element: <AttemptPage /> },
  { path: '/attempts/:id/sections/:section', element: <AttemptPage /> },
  { path: '/attempts/:id/finish', element: <AttemptPage /> },
  { path: '/attempts/:id/receipt', element: <ReceiptPage /> },
];

/** For tests: as the layout of a candidate's pages. */
export function WithBar() {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <>
      <header ref={setSlot} />
      <BarSlot value={slot}>
        <Outlet />
      </BarSlot>
    </>
  );
}
