import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is, rule by rule: by all rules, or by those about colours. */
export async function found(page: Page, rules: 'all' | 'colours'): Promise<readonly string[]> {
  await page.evaluate(axe);
  const runOnly = rules === 'all' ? '' : ', runOnly: ["color-contrast", "link-in-text-block"]';
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"]${runOnly} })`,
  )) as AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, target }) => `${id}: ${help}: ${target.join(' ')} ${html.slice(0, 160)}`),
  );
}
