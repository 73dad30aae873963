import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod';
import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import { isLocale, type LocaleCode } from '../locales.ts';
import type { ArticleRecord } from '../state/records.ts';
import { articleDriver } from '../test-driver/article-driver.ts';
import { editPage } from './edit.ts';
import { workspacePage } from './workspace.ts';

const form = z.object({
  locale: z.string(),
  title: z.string(),
  // Browsers send CRLF, and rows in the field are no part of the body.
  body: z.string().transform((text) => text.replaceAll('\r\n', '\n')),
  state: z.enum(['published', 'draft']),
  by: z.string(),
  action: z.enum(['save', 'stage', 'delete']),
});

/** `/workspace`: what teammates see, and the form in which they change an article. */
export function workspaceRoutes(engine: Engine): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const driver = articleDriver(engine);

  routes.get('/', (c) => c.html(workspacePage(engine)));

  routes.get('/articles/:id', (c) => {
    const article = driver.article(c.req.param('id'));
    if (article === null) return c.notFound();
    return c.html(editPage(engine, article, localeOf(article, c.req.query('locale')), null));
  });

  routes.post('/articles/:id', async (c) => {
    const article = driver.article(c.req.param('id'));
    if (article === null) return c.notFound();
    const parsed = form.safeParse(await c.req.parseBody());
    if (!parsed.success) return c.text('The form is incomplete.\n', 400);
    const { action, by, state, title, body } = parsed.data;
    const locale = localeOf(article, parsed.data.locale);
    const edit = { locale, title, body, by };
    try {
      if (action === 'delete') await driver.removeArticle(article.id);
      else if (action === 'stage') await driver.stageDraft(article.id, edit);
      else await driver.editArticle(article.id, { ...edit, state });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return c.html(editPage(engine, article, locale, { message: error.message, title, body }), 400);
    }
    return c.redirect('/workspace', 303);
  });

  return routes;
}

function localeOf(article: ArticleRecord, asked: string | undefined): LocaleCode {
  return asked !== undefined && isLocale(asked) && asked in article.contents ? asked : article.defaultLocale;
}
