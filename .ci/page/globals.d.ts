// What the page's script uses and the checker's own declarations lack, or what it makes itself.
declare const DecompressionStream: { new (format: "gzip"): ReadableWritablePair<Uint8Array, BufferSource> };

interface Window {
  /** For the checks. */
  wegwijzer: { ask: Function; restart: Function; ready: Promise<void> };
}
