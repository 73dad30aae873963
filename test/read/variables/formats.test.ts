import { describe, expect, test } from 'vitest';
import type { Locale } from '../../../src/model/article.ts';
import { catalogTexts, stringsTexts } from '../../../src/read/variables/apple.ts';
import { arbTexts, jsonTexts, yamlTexts } from '../../../src/read/variables/data.ts';
import { gettextTexts } from '../../../src/read/variables/gettext.ts';
import { type ProductTexts, UnreadableTexts } from '../../../src/read/variables/product-texts.ts';
import { xmlTexts } from '../../../src/read/variables/xml.ts';

/** Texts as they are, and reasons in brackets. */
const shown = (read: ProductTexts, locale: Locale = 'fr') =>
  Object.fromEntries(
    [...read.textsIn(locale)].map(([key, one]) => [key, 'text' in one ? one.text : `(${one.reason})`]),
  );

const below = (key: string) => `(there are other keys below "${key}")`;

const catalog = (strings: object) => catalogTexts(JSON.stringify({ sourceLanguage: 'en', strings, version: '1.0' }));
const unit = (value: string, state = 'translated') => ({ stringUnit: { state, value } });

describe('what the product says', () => {
  test.each<[string, ProductTexts, Record<string, string>]>([
    [
      'JSON, nested and flat',
      jsonTexts('{"a":{"b":"B","c":["x",7]},"d.e":"E","f":true,"g":null,"h":"","i":" two\\n lines "}'),
      {
        a: below('a'),
        'a.b': 'B',
        'a.c': below('a.c'),
        'a.c.0': 'x',
        'a.c.1': '7',
        'd.e': 'E',
        f: '(it is no text)',
        i: 'two lines',
      },
    ],
    ['a key in two ways', jsonTexts('{"a":{"b":"x"},"a.b":"y"}'), { a: below('a'), 'a.b': '(it has "a.b" twice)' }],
    [
      'keys that every object has',
      jsonTexts('{"__proto__":"p","constructor":"c","toString":{"x":"y"}}'),
      { ...JSON.parse('{"__proto__":"p"}'), constructor: 'c', toString: below('toString'), 'toString.x': 'y' },
    ],
    ['YAML, with numbers as written', yamlTexts('a: {b: 1.10}\nc: yes\n'), { a: below('a'), 'a.b': '1.10', c: 'yes' }],
    ['ARB', arbTexts('{"@@locale":"fr","save":"Enregistrer","@save":{"description":"x"}}'), { save: 'Enregistrer' }],
    [
      'gettext',
      gettextTexts(
        [
          'msgid ""\nmsgstr "Language: fr\\n"\n',
          'msgid "Save"\nmsgstr "Enregistrer"\n',
          'msgctxt "menu"\nmsgid "Save"\nmsgstr ""\n"Tout "\n"sauver"',
          '#, fuzzy, c-format\n#| msgid "old"\nmsgid "Draft"\nmsgstr "Brouillon"\n',
          '#| msgid "older"\nmsgid "Say \\"hi\\""\nmsgstr "Dis\\\\\\t\\"oui\\""\n',
          'msgid "Day"\nmsgid_plural "Days"\nmsgstr[0] "Jour"\nmsgstr[1] "Jours"\n',
          '#~ msgid "Gone"\n#~ msgstr "Parti"\n',
          'msgid "Empty"\nmsgstr ""\n',
        ].join('\n'),
      ),
      {
        Save: 'Enregistrer',
        'menu.Save': 'Tout sauver',
        'Say "hi"': 'Dis\\ "oui"',
        Day: '(it has plural forms)',
      },
    ],
    [
      'a string catalog',
      catalog({
        Save: { localizations: { fr: unit('Enregistrer'), 'pt-BR': unit('Salvar') } },
        Draft: { localizations: { fr: unit('Draft', 'new') } },
        Review: { localizations: { fr: unit('Relire', 'needs_review') } },
        Acme: { shouldTranslate: false },
        Old: { extractionState: 'stale', localizations: { fr: unit('Vieux') } },
        Days: { localizations: { fr: { variations: { plural: { one: unit('%d jour') } } } } },
        odd: 7,
      }),
      {
        Save: 'Enregistrer',
        Review: 'Relire',
        Old: '(Xcode marks it as stale, because the code does not have it any more)',
        Days: '(it has forms for numbers or devices)',
      },
    ],
    [
      'a .strings file',
      stringsTexts('/* x = "y"; */\n// z\n"Save all" = "Tout \\"enregistrer\\"\\n";\nkey = "\\U00e9\\u00E9";\n'),
      { 'Save all': 'Tout "enregistrer"', key: 'éé' },
    ],
    [
      'Android resources',
      xmlTexts(
        '<?xml version="1.0"?><resources><!-- x --><string name="save">L\\\'\\u00e9t\\u00e9 &amp; <b>plus</b></string>' +
          '<string name="q">"  a  \\"b\\""</string><string name="r">@string/save</string><string name="c"><![CDATA[<i>x</i>]]></string>' +
          '<plurals name="p"><item quantity="one">x</item></plurals></resources>',
      ),
      {
        save: "L'été & plus",
        q: 'a "b"',
        r: '(it refers to another text)',
        c: '<i>x</i>',
        p: '(it has several forms)',
      },
    ],
    [
      'XLIFF 1.2',
      xmlTexts(
        '<xliff version="1.2"><file source-language="en" target-language="fr-FR"><body><group>' +
          '<trans-unit id="a"><source>Save</source><target>Enregistrer <x id="N"/></target></trans-unit>' +
          '<trans-unit id="b" resname="menu"><source>Menu</source><target state="needs-translation">Menu</target></trans-unit>' +
          '</group></body></file></xliff>',
      ),
      { a: 'Enregistrer {N}' },
    ],
    [
      'XLIFF 2.0',
      xmlTexts(
        '<xliff version="2.0" srcLang="en" trgLang="fr"><file id="f"><group id="g"><unit id="a" name="save">' +
          '<segment><source>Save.</source><target>Sauvez.</target></segment><segment><source>Now</source>' +
          '<target>Vite <pc id="1">!</pc></target></segment></unit></group></file></xliff>',
      ),
      { save: 'Sauvez. Vite !' },
    ],
  ])('in %s is found by its keys', (_, read, expected) => {
    expect(shown(read)).toEqual(expected);
  });

  test('in the source language of a catalog is the key, where it has nothing else', () => {
    const read = catalog({
      Save: {},
      key: { localizations: { en: unit('A text') } },
      Acme: { shouldTranslate: false },
    });
    expect(shown(read, 'en')).toEqual({ Save: 'Save', key: 'A text', Acme: 'Acme' });
    expect(read.textsIn('en').get('Acme')).toEqual({ text: 'Acme', everyLocale: true });
  });

  test('in gettext and XLIFF is known in the language that it was translated from', () => {
    const po = gettextTexts('msgid "Save"\nmsgstr ""\n');
    expect([...(po.originals ?? [])]).toEqual([['Save', { text: 'Save' }]]);
    const xliff = xmlTexts(
      '<xliff version="1.2"><file><body><trans-unit id="a"><source>Save</source></trans-unit></body></file></xliff>',
    );
    expect([...(xliff.originals ?? [])]).toEqual([['a', { text: 'Save' }]]);
    expect(xliff.hasSeveral).toBe(false);
  });

  test('is no longer than an article could name', () => {
    expect(shown(jsonTexts(JSON.stringify({ a: 'x'.repeat(10_001) })))).toEqual({
      a: '(it has more than 10000 characters)',
    });
  });
});

describe('a file that cannot be read', () => {
  const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
    .split('')
    .map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(10)}]`)
    .join('\n')}\n`;
  test.each<[string, () => ProductTexts, string]>([
    ['broken JSON', () => jsonTexts('{\n  "a": "b",\n}'), '3:1 it is not valid JSON'],
    ['JSON that ends', () => jsonTexts('{"a": "b"'), '1:10 it is not valid JSON'],
    ['JSON without keys', () => jsonTexts('"a"'), '1:1 it holds no keys with texts'],
    ['too many keys', () => jsonTexts(JSON.stringify(Array(200_001).fill('x'))), '1:1 it has more than 200000 keys'],
    ['YAML', () => yamlTexts('a: b\nc: d: e\n'), '2:4 not valid YAML: a value with ": " in it needs quotes'],
    ['YAML that multiplies', () => yamlTexts(bomb), '2:8 not valid YAML: "*a" and the like multiply without end'],
    ['gettext', () => gettextTexts('msgid "a"\nmsgstr b\n'), '2:1 expected msgid, msgstr or a text in quotes'],
    ['text before gettext', () => gettextTexts('"a"\n'), '1:1 expected msgid, msgstr or a text in quotes'],
    ['a catalog', () => catalogTexts('{}'), '1:1 it is no string catalog: "sourceLanguage" or "strings" is missing'],
    ['.strings', () => stringsTexts('"a" = "b";\n"c" = d;\n'), '2:1 expected "key" = "text";'],
    ['XML', () => xmlTexts('<resources>\n<string></resources>'), '2:9 Missing end tag for element string'],
    ['XML of another kind', () => xmlTexts('<html/>'), '1:1 it has <html> at its root, and not <resources> or <xliff>'],
    ['XML nested without end', () => xmlTexts(deep('<a>', '</a>')), '1:1 it is nested too deeply'],
  ])('says why, and where: %s', (_, read, said) => {
    try {
      read();
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof UnreadableTexts)) throw error;
      expect(`${error.line}:${error.column} ${error.message}`).toBe(said);
    }
  });

  test.each<[string, () => ProductTexts]>([
    ['JSON nested without end', () => jsonTexts(deep('{"a":', '}').replace(':}', ':1}'))],
    ['YAML that holds itself', () => yamlTexts('a: &a { b: *a, c: x }\n')],
    ['entities that a file declares', () => xmlTexts('<!DOCTYPE r [<!ENTITY a "x">]><resources>&a;</resources>')],
    ['an open text of gettext', () => gettextTexts(`msgid "${'\\'.repeat(100_000)}`)],
    ['an open comment of .strings', () => stringsTexts(`/*${' /*'.repeat(50_000)}`)],
    ['an open text of .strings', () => stringsTexts(`"a" = "${'\\"'.repeat(50_000)}`)],
  ])('stops nothing else: %s', (_, read) => {
    try {
      expect([...read().textsIn('en').keys()].length).toBeLessThan(1000);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableTexts);
    }
  });
});
