import type { CSSProperties } from 'react';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const MONOSPACE = 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace';
const TEXT = { fontSize: '16px', lineHeight: '26px' } as const;

/** Inline, because many mail programs ignore style sheets. */
export const STYLE = {
  page: { margin: 0, padding: '24px 12px', backgroundColor: '#f6f7f9', color: '#1a1f29', fontFamily: FONT },
  card: {
    maxWidth: '560px',
    margin: '0 auto',
    padding: '32px 28px',
    backgroundColor: '#ffffff',
    border: '1px solid #e1e4ea',
    borderRadius: '8px',
  },
  heading: { margin: '0 0 16px', fontSize: '22px', lineHeight: '30px', fontWeight: 600 },
  text: { ...TEXT, margin: '0 0 16px' },
  section: { margin: '8px 0 8px' },
  button: {
    ...TEXT,
    padding: '10px 20px',
    borderRadius: '6px',
    backgroundColor: '#4a58d6',
    color: '#ffffff',
    fontWeight: 600,
    textDecoration: 'none',
  },
  faint: { margin: '12px 0', fontSize: '14px', lineHeight: '20px', color: '#566070' },
  link: { color: '#3f4bbd', wordBreak: 'break-all' },
  code: { margin: '8px 0 16px', fontFamily: MONOSPACE, fontSize: '28px', lineHeight: '36px', letterSpacing: '4px' },
  facts: { ...TEXT, margin: '0 0 16px' },
  factName: { padding: '4px 20px 4px 0', textAlign: 'left', verticalAlign: 'top', fontWeight: 400, color: '#566070' },
  factValue: { padding: '4px 0', verticalAlign: 'top' },
  rule: { margin: '24px 0 0', borderColor: '#e1e4ea' },
} as const satisfies Record<string, CSSProperties>;

/** Programs that know dark mode apply it; others that darken by themselves find colours that survive it. */
export const DARK_STYLE = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page td { background-color: #0f1216 !important; color: #e6e9ef !important; }
  .card, .card td { background-color: #1b1f27 !important; border-color: #363d4a !important; }
  .faint { color: #a3adbd !important; }
  .link { color: #a3adf1 !important; }
  .rule { border-color: #363d4a !important; }
}`;
