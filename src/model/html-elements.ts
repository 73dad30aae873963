const block =
  'address article aside blockquote caption center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
  'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search ' +
  'section summary table tbody td tfoot th thead tr ul';

const inline =
  'a abbr acronym audio b bdi bdo big br button canvas cite code del dfn em embed font i iframe img input ins kbd ' +
  'label map mark marquee math meter nobr noscript object param picture progress q rp rt ruby s samp script select ' +
  'slot small source span strike strong style sub sup svg template textarea time track tt u var video wbr area ' +
  'datalist output data';

/** Elements of HTML that mean something inside a page. `head`, `title` and the like stand in prose as names. */
const known = new Set(`${block} ${inline}`.split(' '));

/** Elements that are never closed. */
const unclosed = new Set('area br col embed hr img input param source track wbr'.split(' '));

/** Elements whose end tag may be left out, so that an open one says nothing about depth. */
const closedByOthers = new Set('p li dt dd option optgroup thead tbody tfoot tr td th colgroup rp rt'.split(' '));

/**
 * Whether a tag of this name is HTML, and not a placeholder such as `<port>` or `<your-name>`.
 *
 * @param name in any case
 */
export function isKnownElement(name: string): boolean {
  return known.has(name.toLowerCase());
}

/** Whether an open tag of this name makes what follows one level deeper. */
export function opensLevel(name: string): boolean {
  return !unclosed.has(name) && !closedByOthers.has(name);
}
