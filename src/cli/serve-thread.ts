export { serveThread } from '../use-cases/threads/serve-thread.ts';
