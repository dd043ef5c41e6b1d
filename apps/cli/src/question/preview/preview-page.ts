/** The page around the site and the answers. What changes comes to it as events. */
export const PREVIEW_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview.css">
<script src="/preview.js" defer></script>
</head>
<body>
<iframe id="candidate" title="As a candidate sees it"></iframe>
<main id="answers" aria-live="polite"><p>Reading the question …</p></main>
</body>
</html>
`;

export const PREVIEW_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: 3fr 2fr; height: 100vh; }
iframe { border: 0; width: 100%; height: 100%; }
main { overflow: auto; padding: 0 1.5rem 2rem; border-inline-start: 1px solid GrayText; }
h1 { font-size: 1.25rem; }
h2 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
p { margin: 0 0 0.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
dt { opacity: 0.75; }
dd { margin: 0; min-width: 0; }
ol, ul { margin: 0; padding-inline-start: 1.5rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 0.5rem; font-size: 0.875rem; }
.issues { border-inline-start: 4px solid; padding-inline-start: 1rem; }
@media (max-width: 60rem) { body { grid-template-columns: 1fr; grid-template-rows: 70vh auto; height: auto; } }
`;

export const PREVIEW_SCRIPT = `const candidate = document.getElementById('candidate');
const answers = document.getElementById('answers');
let shown = null;
const events = new EventSource('/events');
events.onmessage = ({ data }) => {
  const { html, title, address, hash } = JSON.parse(data);
  document.title = 'Preview: ' + title;
  answers.innerHTML = html;
  if (hash !== null && hash !== shown) {
    shown = hash;
    candidate.src = address + '?preview=' + hash;
  }
};
events.onerror = () => { document.title = 'Preview (stopped)'; };
`;
