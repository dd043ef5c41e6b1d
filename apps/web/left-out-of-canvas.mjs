/** Stands in for the diagrams that the canvas could make of text elsewhere; its menu does not offer them. */
export function parseMermaidToExcalidraw() {
  return Promise.reject(new Error('The canvas makes no diagrams of text'));
}
