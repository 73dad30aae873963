const fonts =
  /^(?:fa[bdlrs]?|bi|mdi|ti|la[brs]?|ri|glyphicon|octicon|dashicons|icons?)$|^(?:fa|bi|mdi|ti|la|ri|glyphicon|octicon|icon|dashicons|feather|tabler)-|-icon$/;

/** Whether a class is of a font or a set of icons: `fa-check`, `bi`, `icon`. */
export function isIconClass(name: string): boolean {
  return fonts.test(name);
}

/** Words of classes that say how an icon looks, and not which it is. */
const looks =
  /^(?:fa-)?(?:lg|fw|xs|sm|[1-9]x|1[0o]x|spin|pulse|border|solid|regular|brands|light|thin|duotone|inverse|li|ul|pull-\w+|flip-\w+|rotate-\w+|stack\w*)$/;

/** Signs that say the same as an icon in a table. */
const signs: Readonly<Record<string, string>> = { check: '✓', times: '✗', xmark: '✗', close: '✗', cross: '✗', x: '✗' };

/**
 * What an icon is called by its classes, for a place where nothing else is: `fa fa-clock-o fa-lg` is "clock".
 *
 * @returns null where no class names one
 */
export function iconName(classes: readonly string[]): string | null {
  for (const one of classes) {
    const name = /^(?:fa|bi|mdi|ti|la|ri|glyphicon|octicon|icon|dashicons|feather|tabler|gdoc)[-_](.+)$/.exec(one)?.[1];
    if (name === undefined || looks.test(one) || looks.test(name)) continue;
    const words = name.replace(/[-_](?:o|alt|fill|outline|solid|circle|square|mark)\b/g, '').replace(/[-_]+/g, ' ');
    return Object.hasOwn(signs, words) ? (signs[words] ?? null) : words;
  }
  return null;
}
