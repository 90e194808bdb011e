import type { Port } from './peer';

/** The worker's own end of the channel to the thread that started it. */
export function parent(): Port {
  return {
    post: (message) => self.postMessage(message),
    onMessage: (listener) => self.addEventListener('message', (event: MessageEvent) => listener(event.data)),
  };
}
