import { once } from 'node:events';
import path from 'node:path';
import { configurationName } from '../config/settings.ts';
import type { Host } from '../host.ts';
import { buildSite, type Editor, FolderTaken, liveSite, type Site, servePreview } from '../preview/index.ts';
import { count } from '../report/paint.ts';
import { problemsSummary } from '../report/problems-text.ts';
import { ProblemsError } from './connect.ts';
import { type CommonOptions, type Context, makeContext, shownPath } from './context.ts';
import { liveSources } from './live-sources.ts';
import { openAddress } from './open-address.ts';
import { sourcesOrThrow } from './planning.ts';
import { type ChangesOptions, openChanges } from './preview-changes.ts';
import { followChanges } from './preview-follow.ts';
import { renderSettings, siteOf } from './preview-site.ts';
import { isPortTaken } from './start-sandbox.ts';
import { UsageError } from './usage-error.ts';

/** Options of `preview`. */
export interface PreviewOptions extends CommonOptions, ChangesOptions {
  readonly port?: number;
  readonly open?: boolean;
  readonly editor: Editor;
  /** Folder to build the site into, instead of serving it. */
  readonly build?: string;
}

/** Port of the preview where none is named, so that a page that was open opens again. */
export const previewPort = 4111;

/**
 * `helpcentre preview`: the help centre as a site on this machine, live as files change, until it is asked to stop;
 * with `--build` as a folder.
 *
 * @throws ProblemsError when the repository cannot be read at all; UsageError when the port or the folder is taken
 */
export async function preview(host: Host, options: PreviewOptions): Promise<number> {
  const context = makeContext(host, options);
  return options.build === undefined ? serve(context, options) : build(context, options, options.build);
}

async function serve(context: Context, options: PreviewOptions): Promise<number> {
  const { host, cwd } = context;
  const configuration = path.resolve(cwd, options.config ?? configurationName);
  const sources = liveSources(context, configuration);
  const startedAt = host.now();
  const first = await sources.gather();
  if (!first.ok) throw new ProblemsError(first.problems);
  const { folder } = first.sources;
  let content = path.join(folder, first.sources.settings.content);
  const live = liveSite(siteOf(first.sources, null));
  const settings = renderSettings(context, 'live', options.editor);
  let ask: () => Promise<void> = () => Promise.resolve();
  const input = { live, settings, content: () => content, ask: () => ask() };
  const server = await listenOrSay(input, options.port ?? previewPort);
  const changes = openChanges(context, first.sources, options);
  const following = followChanges({
    live,
    sources,
    changes,
    configuration,
    startedAt,
    first: first.sources,
    content: (now) => {
      content = now;
    },
  });
  ask = following.ask;
  try {
    context.print(
      options.json === true
        ? `${JSON.stringify({ url: server.url }, null, 2)}\n`
        : greeting(server.url, live.current, shownPath(host.cwd, content)),
    );
    if (options.open === true) openAddress(server.url);
    if (!host.signal.aborted) await once(host.signal, 'abort');
    return 0;
  } finally {
    await following.close();
    await server.close();
  }
}

async function listenOrSay(...[input, port]: Parameters<typeof servePreview>): ReturnType<typeof servePreview> {
  try {
    return await servePreview(input, port);
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    const help = 'Another preview may be open. Stop it, or name another port with --port (0: any that is free).';
    throw new UsageError('port-in-use', `port ${port} of this machine is in use by another program`, help);
  }
}

function greeting(url: string, site: Site, content: string): string {
  return `The help centre is at ${url}
${count(site.articles.size, 'article')}, ${problemsSummary(site.problems.map(({ problem }) => problem))}. Watching ${content === '' ? 'this folder' : `${content}/`}: save a file, and its page follows.
Ctrl-C stops it.
`;
}

async function build(context: Context, options: PreviewOptions, target: string): Promise<number> {
  const sources = await sourcesOrThrow(context);
  const changes = openChanges(context, sources, options);
  await changes.ask(sources);
  const site = { ...siteOf(sources, null), changes: await changes.view(sources) };
  const folder = path.resolve(context.cwd, target);
  const built = await buildOrSay(
    site,
    renderSettings(context, 'static', 'none'),
    folder,
    path.join(sources.folder, sources.settings.content),
    target,
  );
  const problems = site.problems.map(({ problem }) => problem);
  context.print(
    options.json === true
      ? `${JSON.stringify({ folder, ...built, problems }, null, 2)}\n`
      : `${count(built.pages, 'page')} and ${count(built.images, 'image')} are in ${target}: open ${path.join(target, 'index.html')}\n${problemsSummary(problems)}\n`,
  );
  return 0;
}

async function buildOrSay(
  site: Site,
  settings: Parameters<typeof buildSite>[1],
  folder: string,
  content: string,
  target: string,
): ReturnType<typeof buildSite> {
  try {
    return await buildSite(site, settings, folder, content);
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    const help = 'Name a folder that is empty, absent, or was built by this command before.';
    throw new UsageError('folder-taken', `${target} holds something else already, which would be lost`, help);
  }
}
