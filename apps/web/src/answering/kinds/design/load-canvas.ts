declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

/** Loads the canvas after setting the font path to our own origin, because Excalidraw reads the path while it loads. */
export async function loadCanvas() {
  window.EXCALIDRAW_ASSET_PATH = '/excalidraw/';
  const { Canvas } = await import('./canvas');
  return { default: Canvas };
}
