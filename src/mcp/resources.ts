import { readFile } from 'node:fs/promises';
import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { articleText, findArticle } from '../use-cases/assist/find-article.ts';
import { configurationFile } from '../use-cases/context.ts';
import { type Desk, readOnlyInputs } from './desk.ts';
import { dialectPage } from './dialect-page.ts';
import { errorSentence } from './error-answer.ts';
import { capped } from './note.ts';
import { check } from './tools/check.ts';
import { plan } from './tools/plan.ts';

/** Characters of one resource: more than any article that compiles. */
const mostOfOne = 400_000;
/** Paths that are offered for the beginning of one. */
const mostPaths = 100;

/** Where an article is found among the resources. */
export const articleAddress = (path: string): string => `helpcentre://article/${encodeURI(path)}`;

/** What can be read without calling a tool: articles, the dialect, the plan, the problems, the configuration. */
export function registerResources(server: McpServer, desk: Desk): void {
  const template = new ResourceTemplate('helpcentre://article/{+path}', {
    list: undefined,
    complete: { path: (begun) => pathsBeginning(desk, begun) },
  });
  const about = { description: 'The Markdown of an article or a snippet, by its path', mimeType: 'text/markdown' };
  server.registerResource('article', template, about, async (uri, { path = '' }, ctx) => {
    const name = decodeURIComponent(Array.isArray(path) ? path.join('/') : path);
    return one(desk, uri, about.mimeType, () => articleMarkdown(desk, name, ctx.mcpReq.signal));
  });
  const fixed: readonly Fixed[] = [
    { name: 'dialect', type: 'text/markdown', about: 'Every form that articles are written in', read: dialectPage },
    {
      ...{ name: 'plan', type: 'application/json', about: 'What publishing would do, as the tool plan says' },
      read: (signal) => asJson(desk, () => plan.call({}, desk, signal)),
    },
    {
      ...{ name: 'problems', type: 'application/json', about: 'Everything that is wrong, as the tool check says' },
      read: (signal) => asJson(desk, () => check.call({}, desk, signal)),
    },
    {
      ...{ name: 'configuration', type: 'application/yaml', about: 'The settings of this help centre' },
      read: (signal) => configurationText(desk, signal),
    },
  ];
  for (const { name, type, about: description, read } of fixed)
    server.registerResource(name, `helpcentre://${name}`, { description, mimeType: type }, (uri, ctx) =>
      one(desk, uri, type, () => read(ctx.mcpReq.signal)),
    );
}

interface Fixed {
  readonly name: string;
  readonly type: string;
  readonly about: string;
  read(signal: AbortSignal): Promise<string>;
}

async function one(desk: Desk, uri: URL, mimeType: string, read: () => Promise<string>) {
  try {
    const text = desk.secrets.clean(capped(await read(), mostOfOne));
    return { contents: [{ uri: uri.href, mimeType, text }] };
  } catch (error) {
    throw new Error(errorSentence(desk, error));
  }
}

/** The whole text of an article, as it is on disk. @throws UsageError, ProblemsError */
export function articleMarkdown(desk: Desk, name: string, signal: AbortSignal): Promise<string> {
  return desk.alone(async () => {
    const context = desk.context(signal);
    const inputs = await readOnlyInputs(desk, context);
    return (await articleText(await findArticle(context, inputs, name), inputs)).text;
  });
}

async function pathsBeginning(desk: Desk, begun: string): Promise<string[]> {
  const none = new AbortController().signal;
  const result = await desk.alone(() => desk.fresh.read(desk.context(none)));
  const paths = result.ok ? result.inputs.read.repository.sources.map(({ path }) => path) : [];
  return paths.filter((path) => path.startsWith(begun)).slice(0, mostPaths);
}

async function asJson(desk: Desk, result: () => Promise<unknown>): Promise<string> {
  return JSON.stringify(await desk.alone(result), null, 2);
}

async function configurationText(desk: Desk, signal: AbortSignal): Promise<string> {
  const context = desk.context(signal);
  return await readFile(configurationFile(context), 'utf8').catch(
    () => '# There is no helpcentre.yml here: "helpcentre init" writes one, with a first article.\n',
  );
}
