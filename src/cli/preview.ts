import { once } from 'node:events';
import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';
import type { Host } from '../model/host.ts';
import type { Problem } from '../model/problem.ts';
import { UsageError } from '../model/usage-error.ts';
import { formatDocument } from '../output/format.ts';
import { count } from '../report/paint.ts';
import { problemsSummary } from '../report/problems-text.ts';
import {
  type BuildPlaces,
  buildSite,
  type Editor,
  FolderTaken,
  liveSite,
  publicSite,
  readersSite,
  type Site,
  servePreview,
} from '../site/index.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import { type CommonOptions, type Context, configurationFile, makeContext, shownPath } from '../use-cases/context.ts';
import { imageProblems } from '../use-cases/local-images.ts';
import { sourcesOrThrow } from '../use-cases/plan.ts';
import { type ChangesOptions, openChanges } from '../use-cases/preview/changes.ts';
import { followChanges } from '../use-cases/preview/follow.ts';
import { liveSources } from '../use-cases/preview/live-sources.ts';
import { openAddress } from '../use-cases/preview/open-address.ts';
import { outlineOf, preparePage } from '../use-cases/preview/outline.ts';
import { renderSettings, siteOf, suspectsIn, unlistedFoldersIn } from '../use-cases/preview/site.ts';
import type { Sources } from '../use-cases/sources.ts';
import { isPortTaken } from '../use-cases/start-sandbox.ts';

/** Options of `preview`. */
export interface PreviewOptions extends CommonOptions, ChangesOptions {
  readonly port?: number;
  readonly open?: boolean;
  readonly editor: Editor;
  /** Folder to build the site into, instead of serving it. */
  readonly build?: string;
  /** Whether internal articles and snippets are built too. */
  readonly internal?: boolean;
  /** Whether the built site is the one that readers have. */
  readonly readers?: boolean;
  /** What the site is called; without it, by the help centre. */
  readonly name?: string;
}

/** Port of the preview where none is named, so that a page that was open opens again. */
const previewPort = 4111;

/**
 * `helpcentre preview`: the help centre as a site on this machine, live as files change, until it is asked to stop;
 * with `--build` as a folder.
 *
 * @throws ProblemsError when the repository cannot be read at all; UsageError when the port or the folder is taken
 */
export async function preview(host: Host, options: PreviewOptions): Promise<number> {
  const context = makeContext(host, options);
  if (options.readers === true && options.build === undefined)
    throw new UsageError(
      'option-missing',
      '--readers is for a site that is built',
      'Add --build FOLDER, where the site is to be.',
      64,
    );
  return options.build === undefined ? serve(context, options) : build(context, options, options.build);
}

async function serve(context: Context, options: PreviewOptions): Promise<number> {
  const { host } = context;
  const configuration = configurationFile(context);
  const sources = liveSources(context, configuration);
  const startedAt = host.now();
  const read = await sources.read();
  if (!read.ok) throw new ProblemsError(read.problems);
  const first = read.inputs;
  const changes = openChanges(context, first, options);
  await changes.demandWorkspace();
  let content = path.join(first.folder, first.settings.content);
  const live = liveSite(outlineOf(first));
  let ask: () => Promise<void> = () => Promise.resolve();
  const server = await listenOrSay(
    {
      live,
      settings: renderSettings(context, 'live', options.editor, first.settings),
      content: () => content,
      ask: () => ask(),
      prepare: (page) => preparePage(page, live, (key) => sources.prepare(key, first)),
    },
    options.port ?? previewPort,
  );
  const moved = (folder: string): void => {
    content = folder;
  };
  const images = (gathered: Sources) => imageProblems(gathered, context, 'warning');
  const following = followChanges({ live, sources, changes, configuration, startedAt, first, images, content: moved });
  ask = following.ask;
  try {
    const { url } = server;
    context.print(
      options.json === true ? formatDocument('preview', { url }) : greeting(url, shownPath(host.cwd, content)),
    );
    if (options.open === true) openAddress(url, host.env, context.cwd);
    void following.whole.then(() => context.say(found(live.current)));
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
    const help = 'Another preview may be open. Stop it, or choose another port with --port (0: any free port).';
    throw new UsageError('port-in-use', `port ${port} of this machine is in use by another program`, help);
  }
}

function greeting(url: string, content: string): string {
  return `The help centre is at ${url}
It follows ${content === '' ? 'this folder' : `${content}/`}: save a file, and its page changes. Ctrl-C stops it.
`;
}

function found({ articles, problems }: Site): string {
  return `${count(articles.size, 'article')}, ${problemsSummary(problems.map(({ problem }) => problem))}\n`;
}

async function build(context: Context, options: PreviewOptions, target: string): Promise<number> {
  const sources = await sourcesOrThrow(context);
  const images = await imageProblems(sources, context, 'warning');
  const site =
    options.readers === true
      ? forReaders(sources, images, options.name)
      : await forWriters(context, sources, images, options);
  const folder = path.resolve(context.host.cwd, target);
  const built = await buildOrSay(
    site,
    renderSettings(context, 'static', 'none', sources.settings),
    folder,
    {
      content: path.join(sources.folder, sources.settings.content),
      root: context.cwd,
      own: path.join(sources.folder, ownFolderName),
    },
    target,
  );
  const problems = site.problems.map(({ problem }) => problem);
  context.print(
    options.json === true
      ? formatDocument('preview', { folder, ...built, problems })
      : `${count(built.pages, 'page')} and ${count(built.images, 'image')} are in ${target}: open ${path.join(target, 'index.html')}\n${problemsSummary(problems)}\n`,
  );
  return 0;
}

/** @throws ProblemsError when something has an error: a page of it would be wrong, or missing */
function forReaders(sources: Sources, images: readonly Problem[], name: string | undefined): Site {
  const errors = [...sources.problems, ...images].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ProblemsError(errors);
  const whole = siteOf(sources, null, images);
  return readersSite(whole, name ?? whole.name);
}

/** With what would change, and without what no help centre has unless that is asked for. */
async function forWriters(
  context: Context,
  sources: Sources,
  images: readonly Problem[],
  options: PreviewOptions,
): Promise<Site> {
  const changes = openChanges(context, sources, options);
  await changes.ask(sources);
  await changes.demandWorkspace();
  const found = siteOf(sources, null, images);
  const whole = { ...found, name: options.name ?? found.name, changes: await changes.view(sources) };
  return options.internal === true
    ? whole
    : publicSite(whole, suspectsIn(sources), unlistedFoldersIn(sources.settings));
}

async function buildOrSay(
  site: Site,
  settings: Parameters<typeof buildSite>[1],
  folder: string,
  places: BuildPlaces,
  target: string,
): ReturnType<typeof buildSite> {
  try {
    return await buildSite(site, settings, folder, places);
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    const help = 'Choose a folder that is new, empty, or was built by this command.';
    throw new UsageError('folder-taken', `${target} has other files in it, which would be lost`, help);
  }
}
