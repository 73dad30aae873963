import type { Element } from 'hast';

/**
 * Stands in for a video's frame: pages of the preview load nothing from elsewhere, so it says where the video is and
 * leads there.
 *
 * @param address of the frame
 */
export function videoPlaceholder(address: string): Element {
  const isWeb = /^https?:\/\//i.test(address) && URL.canParse(address);
  const host = isWeb ? new URL(address).hostname.replace(/^(?:www|player|fast|play)\./, '') : '';
  const name = names.find(([pattern]) => pattern.test(host))?.[1] ?? host;
  const text = name === '' ? 'Video' : `Watch the video on ${name}`;
  const icon = element('svg', { className: ['icon'], ariaHidden: 'true' }, [
    element('use', { href: '#icon-play' }, []),
  ]);
  const inside: Element['children'] = [icon, element('span', {}, [{ type: 'text', value: text }])];
  if (!isWeb) return element('div', { className: ['video'] }, inside);
  return element(
    'a',
    { className: ['video'], href: address, target: '_blank', rel: ['noopener', 'noreferrer'] },
    inside,
  );
}

const names: readonly (readonly [RegExp, string])[] = [
  [/youtu/, 'YouTube'],
  [/vimeo/, 'Vimeo'],
  [/wistia/, 'Wistia'],
  [/loom/, 'Loom'],
  [/vidyard/, 'Vidyard'],
  [/streamio/, 'Streamio'],
];

function element(tagName: string, properties: Element['properties'], children: Element['children']): Element {
  return { type: 'element', tagName, properties, children };
}
