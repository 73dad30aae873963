/** Words that nearly every text of a language has, and few of another; all in small letters. */
const common: Readonly<Record<string, string>> = {
  en: 'the and of to is that for with this are you your from can will not have',
  fr: 'le la les des est une dans pour vous votre avec sur pas que cette sont et du',
  de: 'der die das und ist nicht mit sie ein eine für auf werden können den dem wird',
  es: 'el los las una para con por que está su más puede del esta como es y',
  it: 'il gli che una per con non sono della nel più è questo di essere puoi le',
  pt: 'os uma para com não você seu mais pode do da em são esta ou por é',
  nl: 'het een van en niet met voor zijn je wordt deze kunt bij ook aan de op',
  sv: 'och att det som för på är inte med av kan den du ett en till',
  da: 'og at det som for på er ikke med af kan den du et en til',
  nb: 'og å det som for på er ikke med av kan den du et en til',
  fi: 'ja on ei se että voit tai kun jos ovat myös sen niin mukaan joka',
  pl: 'i w na nie się jest do że z dla jak można lub oraz aby po',
  cs: 'a v na je se že pro jako nebo které můžete pokud by jsou být',
  tr: 've bir bu için ile olarak da de daha veya bunu olan gibi kadar',
  id: 'dan yang di untuk dengan ini anda dari pada dalam akan tidak atau dapat',
  vi: 'và của các bạn có được cho không với này trong một là để những',
  hu: 'a az és hogy nem egy van meg is ez vagy lehet kell csak ha',
  ro: 'și de în la nu este cu pentru care sau din pe un o să',
};

/** Scripts that one language of help centres has to itself. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh-CN', /\p{Script=Han}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
];

/** Words that have to be there before anything is said. */
const fewest = 40;

const wordsOf = new Map(Object.entries(common).map(([language, words]) => [language, new Set(words.split(' '))]));

/**
 * The language that texts are in, by their commonest words or their script. Code and addresses are no words of it.
 *
 * @param texts Markdown
 * @returns null where it is not plain: too little text, or two languages alike
 */
export function languageOf(texts: readonly string[]): string | null {
  const prose = texts
    .join('\n')
    .replace(/^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1/gm, ' ')
    .replace(/`[^`\n]*`|\]\([^)\s]*\)|https?:\S+|<[^>\n]*>/g, ' ');
  const letters = (prose.match(/\p{L}/gu) ?? []).length;
  for (const [language, script] of scripts) {
    // A sign of Chinese or Japanese is as much as a word.
    if ((prose.match(script) ?? []).length * 5 > letters && letters >= fewest) return language;
  }
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < fewest) return null;
  const counted = [...wordsOf].map(([language, known]) => ({
    language,
    count: words.reduce((sum, word) => sum + (known.has(word) ? 1 : 0), 0),
  }));
  const [best, next] = counted.sort((a, b) => b.count - a.count);
  if (best === undefined || best.count * 12 < words.length) return null;
  return next !== undefined && next.count * 3 > best.count * 2 ? null : best.language;
}
