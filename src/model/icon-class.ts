const fonts =
  /^(?:fa[bdlrs]?|bi|mdi|ti|la[brs]?|ri|glyphicon|octicon|dashicons|icons?)$|^(?:fa|bi|mdi|ti|la|ri|glyphicon|octicon|icon|dashicons|feather|tabler)-|-icon$/;

/** Whether a class is of a font or a set of icons: `fa-check`, `bi`, `icon`. */
export function isIconClass(name: string): boolean {
  return fonts.test(name);
}
