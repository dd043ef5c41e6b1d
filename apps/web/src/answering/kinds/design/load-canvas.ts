declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

/** Loads the canvas, once it knows that its fonts are on our own origin: it asks for that while it loads. */
export async function loadCanvas() {
  window.EXCALIDRAW_ASSET_PATH = '/excalidraw/';
  const { Canvas } = await import('./canvas');
  return { default: Canvas };
}
