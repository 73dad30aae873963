import { parseXml, XmlCdata, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { localeOf } from '../../model/help-centre-locales.ts';
import { collecting, inOneLanguage, type ProductTexts, UnreadableTexts } from './product-texts.ts';

/**
 * Texts of an Android resource file or, by its root element, of XLIFF 1.2 or 2.0.
 *
 * @throws UnreadableTexts
 */
export function xmlTexts(text: string): ProductTexts {
  const root = rootOf(text);
  if (root.name === 'resources') return inOneLanguage(resources(root));
  if (root.name === 'xliff') return xliff(root);
  throw new UnreadableTexts(`it has <${root.name}> at its root, and not <resources> or <xliff>`);
}

/** Entities that a file declares itself are not read, so that none can multiply. */
function rootOf(text: string): XmlElement {
  try {
    const { root } = parseXml(text);
    if (root !== null) return root;
  } catch (error) {
    if (error instanceof XmlError) {
      const [reason = ''] = error.message.split('\n');
      throw new UnreadableTexts(reason.replace(/ \(line .*$/, ''), error.line, error.column);
    }
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableTexts('it is nested too deeply');
  }
  throw new UnreadableTexts('it is empty');
}

const elementsIn = (around: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  around.children.filter((child): child is XmlElement => child instanceof XmlElement && names.includes(child.name));

function resources(root: XmlElement) {
  const found = collecting();
  for (const element of elementsIn(root, 'string', 'plurals', 'string-array')) {
    const { name, translatable } = element.attributes;
    if (name === undefined) continue;
    if (element.name !== 'string') found.no(name, 'it has several forms');
    else if (/^\s*@(?:\w+:)?\w+\//.test(element.text)) found.no(name, 'it refers to another text');
    else found.text(name, androidText(element.text), translatable === 'false');
  }
  return found.texts;
}

const characters: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** Quotes without a backslash only keep white space. */
function androidText(written: string): string {
  return written.replace(/\\(?:u([\dA-Fa-f]{4})|([\s\S]))|"/g, (whole, code: string | undefined, sign: string) => {
    if (whole === '"') return '';
    return code === undefined ? (characters[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16));
  });
}

function xliff(root: XmlElement): ProductTexts {
  const originals = collecting();
  const translated = new Map<string, ReturnType<typeof collecting>>();
  const to = (language: string | undefined) => {
    const locale = localeOf(language ?? '') ?? '';
    const known = translated.get(locale) ?? collecting();
    translated.set(locale, known);
    return known;
  };
  for (const file of elementsIn(root, 'file')) {
    const target = to(file.attributes['target-language'] ?? root.attributes.trgLang);
    for (const unit of unitsIn(file)) {
      const key = unit.attributes.resname ?? unit.attributes.name ?? unit.attributes.id;
      if (key === undefined) continue;
      const parts = unit.name === 'unit' ? elementsIn(unit, 'segment') : [unit];
      const sources = parts.flatMap((part) => elementsIn(part, 'source'));
      const targets = parts.flatMap((part) => elementsIn(part, 'target').filter(isTranslated));
      originals.text(key, sources.map(shownIn).join(' '));
      if (targets.length === sources.length) target.text(key, targets.map(shownIn).join(' '));
    }
  }
  // A file for one language need not say which.
  const unnamed = translated.get('')?.texts;
  return {
    textsIn: (locale) => translated.get(locale)?.texts ?? unnamed ?? new Map(),
    originals: originals.texts,
    hasSeveral: unnamed === undefined,
  };
}

function unitsIn(around: XmlElement): readonly XmlElement[] {
  return elementsIn(around, 'trans-unit', 'unit', 'group', 'body').flatMap((one) =>
    one.name === 'trans-unit' || one.name === 'unit' ? [one] : unitsIn(one),
  );
}

const isTranslated = ({ attributes }: XmlElement): boolean =>
  !['new', 'needs-translation', 'initial'].includes(attributes.state ?? '');

/** Elements that stand for something that the product puts in are written as such. */
function shownIn(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child instanceof XmlText || child instanceof XmlCdata) return child.text;
      if (!(child instanceof XmlElement)) return '';
      const isPlaceholder = ['x', 'ph', 'bx', 'ex', 'bpt', 'ept', 'it'].includes(child.name);
      return isPlaceholder ? `{${child.attributes.id ?? ''}}` : shownIn(child);
    })
    .join('');
}
