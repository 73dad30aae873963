import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { fileOf, imageFile, movedPage, type Page, pageAt, relativeLink } from '../addresses.ts';
import { clientScript } from '../assets/client-script.ts';
import { siteIcon, stylesheet } from '../assets/files.ts';
import { coloursOf } from '../body/colours.ts';
import { renderPage } from '../render.ts';
import { searchScript } from '../search/script.ts';
import type { RenderSettings } from '../site.ts';
import { guard, imagePolicy, pagePolicy } from './guard.ts';
import { readContentFile } from './images.ts';
import type { LiveSite } from './live-site.ts';

/** What the server serves. */
export interface AppInput {
  readonly live: LiveSite;
  readonly settings: RenderSettings;
  /** Absolute content folder, for images. */
  readonly content: () => string;
  /** Asks Intercom anew what it has. */
  readonly ask: () => Promise<void>;
  /** Called before a page is shown: what it needs may not be compiled yet. */
  readonly prepare: (page: Page) => void;
  /** Port it listens on. */
  readonly port: () => number;
}

/** How often an idle connection for changes is written to, so that nothing between closes it. */
const heartbeat = 20_000;

/** Everything behind the preview's port: pages, their files, images, and word of changes. */
export function previewApp(input: AppInput): Hono {
  const { live, settings } = input;
  const app = new Hono();
  app.use(guard(input.port));
  app.get('/assets/preview.css', (c) => c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/assets/colours.css', (c) =>
    c.body(coloursOf(live.current).css, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/assets/icon.svg', (c) => c.body(siteIcon, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/assets/preview.js', async (c) => c.body(await clientScript(), 200, script));
  app.get('/assets/:name{search-[A-Za-z-]+\\.js}', (c) => {
    const locale = /^search-(.+)\.js$/.exec(c.req.param('name'))?.[1] ?? '';
    if (!live.current.locales.includes(locale)) return c.notFound();
    return c.body(searchScript(live.current, locale), 200, script);
  });
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const leave = live.watch((version) => void stream.writeSSE({ event: 'change', data: String(version) }));
      stream.onAbort(leave);
      await stream.writeSSE({ event: 'hello', data: String(live.version) });
      while (!stream.aborted) {
        await stream.sleep(heartbeat);
        await stream.writeSSE({ event: 'beat', data: '' });
      }
    }),
  );
  app.post('/changes/ask', async (c) => {
    await input.ask();
    return c.redirect('/changes/', 303);
  });
  app.get('/images/*', (c) => image(decodedPath(c.req.path), input));
  app.get('*', async (c) => {
    const path = decodedPath(c.req.path);
    const page = path === null ? null : pageAt(path, live.current);
    if (page !== null) input.prepare(page);
    const site = live.current;
    const headers = { 'content-security-policy': pagePolicy };
    if (page !== null) {
      const status = page.kind === 'missing' ? 404 : 200;
      return c.html(await renderPage(site, page, settings), status, headers);
    }
    const moved = path === null ? null : movedPage(path, site);
    if (path !== null && moved !== null) return c.redirect(`/${relativeLink('', fileOf(moved, site))}`, 302);
    return c.html(await renderPage(site, { kind: 'missing' }, settings, path ?? ''), 404, headers);
  });
  app.all('*', (c) => c.text('This server is read-only.\n', 405));
  return app;
}

const script = { 'content-type': 'text/javascript; charset=utf-8' } as const;

/** The path of a request without its leading slash; null for one that is not encoded as it should be. */
function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return null;
  }
}

/** Only what the site shows is served: an address is looked up, never joined to a folder. */
async function image(path: string | null, { live, content }: AppInput): Promise<Response> {
  for (const [sha256, known] of live.current.images) {
    if (imageFile(sha256, known) !== path) continue;
    const bytes = await readContentFile(content(), known.path);
    if (bytes === null) break;
    return new Response(new Uint8Array(bytes), {
      headers: { ...imageHeaders, 'content-type': known.mediaType },
    });
  }
  return new Response('There is no such image.\n', { status: 404, headers: plain });
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' } as const;
const imageHeaders = {
  'content-security-policy': imagePolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;
