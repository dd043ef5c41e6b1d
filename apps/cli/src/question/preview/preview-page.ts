/** The page with the site and the answers. Changes arrive as server-sent events. */
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
<main tabindex="0">
<p id="draws" hidden><span id="draw" role="status"></span> <button id="next" type="button">Next draw</button></p>
<div id="answers" aria-live="polite"><p>Reading the question …</p></div>
</main>
</body>
</html>
`;

export const PREVIEW_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template-columns: 3fr 2fr; height: 100vh; }
iframe { border: 0; width: 100%; height: 100%; }
main { overflow: auto; padding: 0 1.5rem 2rem; border-inline-start: 1px solid GrayText; }
#draws { margin-block-start: 1rem; }
button { font: inherit; min-height: 2.25rem; padding-inline: 1rem; margin-inline-start: 0.5rem; color: CanvasText; background: Canvas; border: 1px solid GrayText; border-radius: 6px; }
h1 { font-size: 1.25rem; }
h2 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
p { margin: 0 0 0.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
dt { opacity: 0.75; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
ol, ul { margin: 0; padding-inline-start: 1.5rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 0.5rem; font-size: 0.875rem; }
.issues { border-inline-start: 4px solid; padding-inline-start: 1rem; }
@media (max-width: 60rem) {
  body { grid-template-columns: 1fr; grid-template-rows: 70vh auto; height: auto; }
  dl { grid-template-columns: 1fr; }
  dd { padding-inline-start: 1rem; }
}
`;

export const PREVIEW_SCRIPT = `let candidate = document.getElementById('candidate');
const answers = document.getElementById('answers');
const draws = document.getElementById('draws');
const draw = document.getElementById('draw');
let question = null;
let shown = null;

const wanted = () => {
  const number = Number(new URLSearchParams(location.search).get('draw'));
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
};
// In a new element, whose pages are not part of the history: at Back, the browser would load the earlier page of the frame
// by itself, before its draw is selected.
const load = (address) => {
  const next = candidate.cloneNode();
  next.src = address;
  candidate.replaceWith(next);
  candidate = next;
};
// Selects the draw in the product before the site requests the question.
const show = async () => {
  const { address, hash } = question;
  const number = wanted();
  const frame = address + '?preview=' + hash + '&draw=' + number;
  if (hash === null || frame === shown) return;
  shown = frame;
  draw.textContent = 'Draw ' + number;
  const { ok, status } = await fetch('/draws/' + number, { method: 'POST' });
  if (!ok) draw.textContent = 'Draw ' + number + ' could not be shown (status ' + status + ')';
  else if (frame === shown) load(frame);
};
document.getElementById('next').onclick = () => {
  history.pushState(null, '', '?draw=' + (wanted() + 1));
  void show();
};
window.onpopstate = () => void show();
const events = new EventSource('/events');
events.onmessage = ({ data }) => {
  question = JSON.parse(data);
  document.title = 'Preview: ' + question.title;
  answers.innerHTML = question.html;
  draws.hidden = !question.hasDraws;
  void show();
};
events.onerror = () => { document.title = 'Preview (stopped)'; };
`;
