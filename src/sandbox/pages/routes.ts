import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { stylesheet } from '../../site/assets/files.ts';
import { colourRules } from '../../site/body/colours.ts';
import type { Engine } from '../engine.ts';
import { isLocale, type LocaleCode } from '../locales.ts';
import { articlePath, centrePath, collectionPath } from '../paths.ts';
import type { HelpCentreRecord } from '../state/records.ts';
import { defaultHelpCentre } from '../state/sandbox-state.ts';
import { teammateStyles } from './files.ts';
import { articlePage, collectionPage, homePage, missingPage, type Reading } from './reader.ts';
import { workspaceRoutes } from './workspace-routes.ts';

type Env = { Bindings: HttpBindings };

const noSource = ["'none'"];

/** The pages for a person: the help centre as readers see it, and the workspace as teammates do. No scripts. */
export function pageRoutes(engine: Engine): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: noSource,
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: noSource,
        frameAncestors: noSource,
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
    }),
  );
  routes.use(csrf());
  const css = { 'content-type': 'text/css; charset=utf-8' };
  routes.get('/-/style.css', (c) => c.body(`${stylesheet}\n${teammateStyles}`, 200, css));
  routes.get('/-/colours.css', (c) => c.body(colourRules(bodiesIn(engine)), 200, css));
  routes.route('/workspace', workspaceRoutes(engine));
  routes.get('/', (c) => c.html(homePage(readingOf(engine, defaultHelpCentre(engine.world), null))));
  routes.get('/:centre/*', (c) => readerPage(engine, c));
  routes.get('/:centre', (c) => readerPage(engine, c));
  return routes;
}

function bodiesIn({ world }: Engine): readonly string[] {
  return [...world.articles.values()].flatMap(({ contents }) => Object.values(contents).map(({ body }) => body));
}

/** The answer where no page is. */
export function nothingHere(engine: Engine, c: Context): Response | Promise<Response> {
  return c.html(missingPage(readingOf(engine, defaultHelpCentre(engine.world), null)), 404);
}

/** `/<help centre>[/<locale>[/articles/<id>-<slug> | /collections/<id>-<slug>]]`, and whatever is redirected. */
function readerPage(engine: Engine, c: Context<Env>): Response | Promise<Response> {
  const [, identifier, locale, kind, target = ''] = c.req.path.split('/');
  const centre = [...engine.world.helpCentres.values()].find((other) => other.identifier === identifier);
  if (centre === undefined || !centre.isOn) return c.notFound();
  const reading = readingOf(engine, centre, locale ?? null);
  if (locale === undefined || locale === '') return c.redirect(centrePath(centre), 302);
  const known = isLocale(locale) && centre.locales.includes(locale);
  if (known && kind === undefined) return c.html(homePage(reading));
  const id = /^\d+/.exec(target)?.[0] ?? '';
  if (known && kind === 'articles') {
    const article = engine.world.articles.get(id);
    if (article?.contents[reading.locale]?.state === 'published') {
      return atPath(c, articlePath(centre, article, reading.locale), () => c.html(articlePage(reading, article)));
    }
  }
  const collection = known && kind === 'collections' ? engine.world.collections.get(id) : undefined;
  if (collection !== undefined) {
    return atPath(c, collectionPath(centre, collection, reading.locale), () =>
      c.html(collectionPage(reading, collection)),
    );
  }
  const elsewhere = redirected(engine, centre, c.req.url);
  return elsewhere === null ? c.html(missingPage(reading), 404) : c.redirect(elsewhere, 302);
}

/** Shows a page under its present path; from an old slug, or none, it leads there. */
function atPath(c: Context<Env>, path: string, show: () => Response | Promise<Response>): Response | Promise<Response> {
  return new URL(c.req.url).pathname === path ? show() : c.redirect(path, 301);
}

function redirected(engine: Engine, centre: HelpCentreRecord, address: string): string | null {
  const url = new URL(address);
  const from = url.pathname.slice(centre.identifier.length + 1) + url.search;
  const found = [...engine.world.redirects.values()].find(
    (redirect) => redirect.helpCentreId === centre.id && redirect.fromPath === from,
  );
  if (found === undefined) return null;
  if (found.targetType === 'article') {
    const article = engine.world.articles.get(found.targetId);
    return article === undefined ? null : articlePath(centre, article, found.locale);
  }
  const collection = engine.world.collections.get(found.targetId);
  return collection === undefined ? null : collectionPath(centre, collection, found.locale);
}

function readingOf(engine: Engine, centre: HelpCentreRecord, locale: string | null): Reading {
  const known = centre.locales.find((other): other is LocaleCode => other === locale);
  return { engine, centre, locale: known ?? centre.defaultLocale };
}
