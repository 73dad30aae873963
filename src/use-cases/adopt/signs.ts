import type { FlavourName } from '../../model/flavour-name.ts';
import { type Tree, textOf, textsIn } from './tree.ts';

/** What only one tool's texts have. */
const signs: readonly (readonly [FlavourName, RegExp])[] = [
  ['mkdocs', /^[ \t]*(?:!!!|\?\?\?\+?) ?[a-z]+|^===[!+]? "/m],
  ['gitbook', /\{% (?:hint|tabs|content-ref|embed|stepper)\b/],
  ['hugo', /\{\{[<%] ?\/?[a-z]/],
  ['mintlify', /^<(?:CardGroup|AccordionGroup|CodeGroup|ParamField|ResponseField|Frame|Steps?)\b/m],
  ['starlight', /@astrojs\/starlight\/components/],
  ['docusaurus', /@theme\/|^:::(?:note|tip|info|caution|warning|danger)\b/m],
  ['vitepress', /^::: (?:tip|info|warning|danger|details)\b/m],
  ['jekyll', /\{% (?:link|include|highlight|raw)\b|^\{: ?\.[a-z]/m],
  ['obsidian', /\[\[[^[\]\n]+\]\]/],
];

/** Texts that are looked at. */
const sample = 150;

/** The tool whose signs most texts have; null where less than one in twenty has any. */
export async function toolInText(tree: Tree, folder: string): Promise<FlavourName | null> {
  const all = textsIn(tree, folder);
  const every = Math.max(1, Math.floor(all.length / sample));
  const texts = await Promise.all(all.filter((_, index) => index % every === 0).map((file) => textOf(tree, file)));
  const counted = signs.map(([flavour, sign]) => ({ flavour, count: texts.filter((text) => sign.test(text)).length }));
  const [most] = counted.sort((a, b) => b.count - a.count);
  return most !== undefined && most.count * 20 >= texts.length && most.count > 0 ? most.flavour : null;
}
