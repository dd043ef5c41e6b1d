import { frameDocument } from './frame-document';

test('the policy comes first in the head, also before a style sheet of the message', () => {
  const html = frameDocument('<!DOCTYPE html><html lang="en"><head><style>p{}</style></head><body>Hi</body></html>');
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en"><head><meta http-equiv="Content-Security-Policy"/);
  expect(html.indexOf("default-src 'none'")).toBeLessThan(html.indexOf('<style>'));
});

test('a message without a head has the policy at its start', () => {
  expect(frameDocument('<img src="https://example.org/pixel">')).toMatch(/^<meta http-equiv="Content-Security-Policy"/);
});
