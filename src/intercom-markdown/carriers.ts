import { carrierAttribute } from '../body/carried.ts';
import { isCarrierData } from '../model/carrier-data.ts';
import { directivesIn } from './directives.ts';

const sentence = /<p(?: class="no-margin")?>\s*<b>Could not display content<\/b>\s*<\/p>/g;
const carried = new RegExp(` ${carrierAttribute}="([^"]*)"`, 'g');

/**
 * A body in which every paragraph that stands for a block that HTML does not show has the data of its carrier.
 *
 * @param html as the API gave it
 * @param markdown the same body as `body_markdown`; null where there is none
 * @returns the body as it was where the two do not have as many, since then nobody knows which is which
 */
export function withCarriers(html: string, markdown: string | null): string {
  if (markdown === null) return html;
  const { directives } = directivesIn(markdown.split(/\r\n?|\n/));
  const data = directives.flatMap(({ name, attributes }) =>
    name === 'intercom-block' ? [attributes.get('data') ?? ''] : [],
  );
  if (data.length !== (html.match(sentence)?.length ?? 0) || !data.every(isCarrierData)) return html;
  let index = 0;
  return html.replace(sentence, (found) => {
    index += 1;
    return found.replace('<p', `<p ${carrierAttribute}="${data[index - 1]}"`);
  });
}

/** The data of the carriers of a body, in order. */
export function carriersIn(html: string): readonly string[] {
  return [...html.matchAll(carried)].map(([, data = '']) => data);
}

/** Whether an answer's Markdown has anything that its HTML does not. */
export function hasCarriers(markdown: string): boolean {
  return markdown.includes(':::intercom-block');
}
