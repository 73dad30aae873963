import { find, html } from 'property-information';

/** What hast and HTML call an attribute. */
export interface AttributeNames {
  readonly property: string;
  readonly attribute: string;
  /** Whether a list is joined by commas, not spaces. */
  readonly commaSeparated: boolean;
}

/**
 * Looks up an attribute by either of its names. property-information alone has no answer for the names of an object's
 * own methods, such as `constructor`.
 */
export function attributeNames(name: string): AttributeNames {
  const found: Partial<AttributeNames> | undefined = Object.hasOwn(html.property, name)
    ? html.property[name]
    : find(html, name);
  return {
    property: found?.property ?? name,
    attribute: found?.attribute ?? name,
    commaSeparated: found?.commaSeparated ?? false,
  };
}
