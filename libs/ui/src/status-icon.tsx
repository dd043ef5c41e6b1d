/** Every state that is shown as icon, word and colour. */
export type StatusKind = 'right' | 'partly' | 'wrong' | 'attention' | 'waiting' | 'notGraded';

const SHAPES: Readonly<Record<StatusKind, React.ReactNode>> = {
  right: <path d="M3 8.5 6.5 12 13 4.5" fill="none" strokeWidth="2" />,
  partly: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" strokeWidth="1.5" />
      <path d="M8 2.5a5.5 5.5 0 0 0 0 11Z" fill="currentColor" stroke="none" />
    </>
  ),
  wrong: <path d="M4 4l8 8M12 4l-8 8" fill="none" strokeWidth="2" />,
  attention: <path d="M8 2.5 14 13H2Z" fill="currentColor" strokeWidth="1" strokeLinejoin="round" />,
  waiting: (
    <g fill="currentColor" stroke="none">
      <circle cx="3" cy="8" r="1.4" />
      <circle cx="8" cy="8" r="1.4" />
      <circle cx="13" cy="8" r="1.4" />
    </g>
  ),
  notGraded: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" strokeWidth="1.5" />
      <path d="M4 12 12 4" fill="none" strokeWidth="1.5" />
    </>
  ),
};

/** The icon of a status; always shown with its word. */
export function StatusIcon({ kind }: { readonly kind: StatusKind }) {
  return (
    <svg viewBox="0 0 16 16" width={16} height={16} stroke="currentColor" aria-hidden="true" focusable="false">
      {SHAPES[kind]}
    </svg>
  );
}
